// SPDX-License-Identifier: MIT
#include "libthrive/text/csv_cell.hpp"

namespace thrive::text {

std::string quoted_cell(std::string_view text) {
  std::string cell = "\"";
  for (const char letter : text) {
    if (letter == '"') cell += '"';
    cell += letter;
  }
  return cell + '"';
}

}  // namespace thrive::text
