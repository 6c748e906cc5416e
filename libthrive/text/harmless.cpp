// SPDX-License-Identifier: MIT
#include "libthrive/text/harmless.hpp"

#include <algorithm>

#include "libthrive/text/unicode.hpp"

namespace thrive::text {

std::string harmless(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\t\n"), text.size());
    const bool has_return = end > 0 && text.substr(end).starts_with('\n') && text[end - 1] == '\r';
    shown += without_controls(text.substr(0, has_return ? end - 1 : end));
    if (has_return) shown += '\r';
    if (end < text.size()) shown += text[end];
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return shown;
}

}  // namespace thrive::text
