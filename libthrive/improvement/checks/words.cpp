// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "libthrive/improvement/checks/words.hpp"

namespace thrive::improvement {

namespace {

bool is_part_of_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
}

/// The text in small letters; only ASCII letters have any here, as the words of the data do.
std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

bool ends_a_word(std::string_view text, std::size_t end) { return end >= text.size() || !is_part_of_word(text[end]); }

}  // namespace

bool begins_with(std::string_view text, const std::vector<std::string>& phrases) {
  std::string small = in_small_letters(text);
  small.erase(0, std::min(small.find_first_not_of(" \t\n\"'"), small.size()));
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    return small.starts_with(in_small_letters(phrase)) && ends_a_word(small, phrase.size());
  });
}

bool has_word(std::string_view text, const std::vector<std::string>& words) {
  const std::string small = in_small_letters(text);
  return std::any_of(words.begin(), words.end(), [&](const std::string& given) {
    const std::string word = in_small_letters(given);
    for (std::size_t at = small.find(word); at != std::string::npos; at = small.find(word, at + 1))
      if ((at == 0 || !is_part_of_word(small[at - 1])) && ends_a_word(small, at + word.size())) return true;
    return false;
  });
}

}  // namespace thrive::improvement
