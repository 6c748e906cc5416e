// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/model/vocabulary.hpp"
#include "libthrive/records/shape.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::records {

/// JSON Schema 2020-12 of a project file, made from the descriptions of the fields, so that editors complete and check
/// as people type. `is_part`: of one file of a folder, which need not hold what the project requires as a whole.
text::Value json_schema(const model::Vocabulary& vocabulary, bool is_part = false);

/// The same for one record alone, with the definitions that it needs.
text::Value schema_of(const RecordShape& shape, const model::Vocabulary& vocabulary);

/// The section FIELDS of thrive-project(5) in mdoc: a table of fields for each record, in the order in which the fields
/// lead to them.
std::string field_tables();
/// The same from any record on.
std::string field_tables(const RecordShape& shape);
/// The section WORDS of thrive-project(5): every list of the vocabulary with its words and their other names.
std::string word_tables(const model::Vocabulary& vocabulary);

}  // namespace thrive::records
