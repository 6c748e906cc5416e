// SPDX-License-Identifier: MIT
//
// Tables as files: CSV, a dictionary of every column, and a description that other programs read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/records/tidy.hpp"

namespace thrive::exports {

/// A file of an export.
struct ExportedFile {
  std::string name;
  std::optional<std::string> bytes;  // nothing for one that an earlier export may have left
};

/// A CSV file a table, but for those within other tables that no project has anything for; `dictionary.csv`, a row a
/// column; and `datapackage.json`, a Tabular Data Package (specs.frictionlessdata.io) with types, keys and where they
/// lead. The last comes last: with it an export is whole.
std::vector<ExportedFile> files_of(const std::vector<records::TidyTable>& tables);

/// The file by which an export is known.
inline constexpr const char* descriptor_name = "datapackage.json";

}  // namespace thrive::exports
