// SPDX-License-Identifier: MIT
//
// A section as a table: a row for each entry and a column for each field, so that a field added to the model is a
// column of its list. The twin of importing: what is listed as CSV can be read back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/records/shape.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::records {

/// One column.
struct ListedField {
  std::string name;  // of the field; "id" for the key of a keyed section
  std::string_view meaning;
  Kind kind = Kind::text;   // of its values; `whole` where entries are counted
  bool is_counted = false;  // a section or a list of records, of which only the number is told
  bool counts_people = false;
};

/// The table. Cells are plain data: null where nothing is recorded, a list where the field is a list, and a number that
/// may have a fraction as one.
struct Listing {
  std::vector<ListedField> columns;
  std::vector<std::vector<text::Value>> rows;
};

/// Lists a keyed section, with its ids first, or a list of records. Fields of a group, such as a flow's wait, are
/// columns of their own. `first` are the names of the columns to begin with, in this order; all others follow in the
/// order of the description.
Listing listing(const Shape& section, const void* value, const std::vector<std::string_view>& first = {});

}  // namespace thrive::records
