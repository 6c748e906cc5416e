// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::measures {

/// A cell of a table in a text file: its text without quotes and blanks at its ends, and the bytes it takes there.
struct ExtractCell {
  std::string text;
  std::size_t begin = 0;  // of the cell as it stands in the file, quotes included
  std::size_t end = 0;
};

struct ExtractRow {
  std::vector<ExtractCell> cells;
  std::size_t begin = 0;  // from the first byte up to but not including the line ending
  std::size_t end = 0;
};

/// A table as somebody's system wrote it.
struct Extract {
  text::Source source;  // as UTF-8, without a byte order mark
  char separator = ',';
  std::vector<ExtractRow> rows;   // blank lines left out
  std::vector<std::string> said;  // what was done to read it: another encoding, another separator
};

/// Reads comma, semicolon or tab separated text in UTF-8, UTF-16 or Windows-1252 with any line endings. A quote that is
/// never closed is an error in `problems`.
std::optional<Extract> read_extract(const text::Source& file, text::Diagnostics& problems);

}  // namespace thrive::measures
