// SPDX-License-Identifier: MIT
#include "libthrive/text/blanks.hpp"

#include <algorithm>

namespace thrive::text {

namespace {

bool is_plain_blank(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

// In UTF-8, U+00A0, U+1680, U+2000 to U+200A, U+202F, U+205F, U+3000; then those without a width: U+200B, U+2060,
// U+FEFF.
constexpr std::string_view odd_spaces[] = {"\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81",
                                           "\xE2\x80\x82", "\xE2\x80\x83", "\xE2\x80\x84", "\xE2\x80\x85",
                                           "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89",
                                           "\xE2\x80\x8A", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80"};
constexpr std::string_view without_width[] = {"\xE2\x80\x8B", "\xE2\x81\xA0", "\xEF\xBB\xBF"};

/// Bytes of the first of some blanks for which a question is answered with yes; 0 when there is none.
template <std::size_t count, class Question>
std::size_t length_of(const std::string_view (&blanks)[count], const Question& question) {
  const auto found = std::find_if(std::begin(blanks), std::end(blanks), question);
  return found == std::end(blanks) ? 0 : found->size();
}

/// Bytes of the blank at one end, which `question` knows of a blank's bytes; 0 when none is there.
template <class Question>
std::size_t blank_at(char byte_at_end, const Question& question) {
  if (is_plain_blank(byte_at_end)) return 1;
  if (static_cast<unsigned char>(byte_at_end) < 0x80) return 0;
  return length_of(odd_spaces, question) + length_of(without_width, question);
}

/// Bytes of the odd space at the front; 0 when none is there.
std::size_t odd_space_at(std::string_view text) {
  return length_of(odd_spaces, [text](std::string_view blank) { return text.starts_with(blank); });
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length =
        blank_at(text.front(), [text](std::string_view blank) { return text.starts_with(blank); });
    if (length == 0) break;
    text.remove_prefix(length);
  }
  while (!text.empty()) {
    const std::size_t length = blank_at(text.back(), [text](std::string_view blank) { return text.ends_with(blank); });
    if (length == 0) break;
    text.remove_suffix(length);
  }
  return text;
}

bool has_odd_spaces(std::string_view text) {
  for (std::size_t at = text.find_first_of("\xC2\xE1\xE2\xE3"); at != std::string_view::npos;
       at = text.find_first_of("\xC2\xE1\xE2\xE3", at + 1))
    if (odd_space_at(text.substr(at)) > 0) return true;
  return false;
}

std::string with_plain_spaces(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = static_cast<unsigned char>(text.front()) < 0x80 ? 0 : odd_space_at(text);
    plain += length > 0 ? ' ' : text.front();
    text.remove_prefix(length > 0 ? length : 1);
  }
  return plain;
}

}  // namespace thrive::text
