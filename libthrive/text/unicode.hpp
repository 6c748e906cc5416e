// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace thrive::text {

/// One character of a UTF-8 text. Bytes that are no UTF-8 come out one at a time as U+FFFD, not valid.
struct Character {
  char32_t code = 0;
  std::size_t length = 1;  // bytes
  bool is_valid = true;
};

/// The character that starts at a byte offset, which must lie inside the text.
Character next_character(std::string_view bytes, std::size_t at);
/// True when the bytes are valid UTF-8: no surrogates, no overlong forms, nothing beyond U+10FFFF.
bool is_valid_utf8(std::string_view bytes);
/// The bytes of one character.
std::string to_utf8(char32_t code);
/// Columns a text takes on a terminal: wide characters count 2, combining ones and controls 0.
std::size_t display_width(std::string_view utf8);
std::size_t display_width(char32_t character);
/// The way a character makes a text run: letters do, digits, blanks and punctuation follow what stands around them.
enum class Direction { none, left_to_right, right_to_left };
Direction direction_of(char32_t character);
/// The text with control characters, direction overrides and bytes that are no UTF-8 replaced by visible, harmless
/// ones; tabs and line breaks become blanks unless newlines are kept.
std::string without_controls(std::string_view text, bool keep_newlines = false);

}  // namespace thrive::text
