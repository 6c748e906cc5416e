// SPDX-License-Identifier: MIT
#include "libthrive/project/mdoc.hpp"

namespace thrive::project {

std::string mdoc_text(std::string_view text) {
  std::string page;
  bool at_line_start = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (at_line_start && (c == '.' || c == '\'')) page += "\\&";
    at_line_start = false;
    if (c == '\\') {
      page += "\\e";
    } else if (c == '\n') {
      page += ' ';
    } else {
      page += c;
    }
    const bool ends_sentence = (c == '.' || c == '?' || c == '!') && i + 2 < text.size() && text[i + 1] == ' ' &&
                               text[i + 2] >= 'A' && text[i + 2] <= 'Z';
    if (ends_sentence) {
      page += '\n';
      ++i;  // the blank
      at_line_start = true;
    }
  }
  while (!page.empty() && page.back() == ' ') page.pop_back();
  return page;
}

std::string mdoc_sentence(std::string_view text) {
  std::string sentence = mdoc_text(text);
  if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] = static_cast<char>(sentence[0] - 32);
  return sentence;
}

}  // namespace thrive::project
