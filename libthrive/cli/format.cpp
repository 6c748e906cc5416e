// SPDX-License-Identifier: MIT
#include "libthrive/cli/format.hpp"

#include <cstddef>
#include <string>

#include "libthrive/text/names.hpp"

namespace thrive::cli {

std::string_view name(Format format) {
  for (const FormatRow& row : all_formats)
    if (row.format == format) return row.name;
  return {};
}

std::optional<Format> format_from_name(std::string_view word) {
  for (const FormatRow& row : all_formats)
    if (row.name == word) return row.format;
  return std::nullopt;
}

std::optional<Format> format_from_file_name(std::string_view file) {
  const std::string lower = text::lower_case(file);
  std::optional<Format> found;
  std::size_t longest = 0;  // so that `.sarif.json` is not taken for JSON
  for (const FormatRow& row : all_formats)
    for (const std::string_view ending : row.endings) {
      if (ending.size() <= longest || lower.size() <= ending.size() || !lower.ends_with(ending)) continue;
      longest = ending.size();
      found = row.format;
    }
  return found;
}

}  // namespace thrive::cli
