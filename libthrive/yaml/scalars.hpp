// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace thrive::yaml {

inline bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }
/// The line feed, the carriage return before it, or the NUL that stands behind the last byte of a string.
inline bool is_line_end(char byte) { return byte == '\n' || byte == '\r' || byte == '\0'; }
inline bool is_blank_or_end(char byte) { return is_blank(byte) || is_line_end(byte); }
inline bool is_flow_indicator(char byte) {
  return byte == ',' || byte == '[' || byte == ']' || byte == '{' || byte == '}';
}

/// Text in escapes that cannot be read: where (counted from the start of the text) and why.
struct BadEscape {
  std::size_t offset = 0;
  std::string escape;  // the backslash and the sign behind it
};

/// The value of the text between double quotes: escapes read, lines joined. False when an escape is not YAML's.
bool read_double_quoted(std::string_view inner, std::string& value, BadEscape& bad);
/// The value of the text between single quotes: `''` read, lines joined.
std::string read_single_quoted(std::string_view inner);
/// The value of plain text over several lines: lines joined with blanks, empty lines become line breaks.
std::string read_plain_lines(std::string_view text);

/// What the line of a `|` or `>` says.
struct BlockHeader {
  bool folded = false;
  char chomping = ' ';  // '-' strips the final line break, '+' keeps all, ' ' keeps one
  int indentation = 0;  // as written; 0 when it is found from the first line
};

/// The value of the lines below a block header, given how many bytes of indentation come off each.
std::string read_block_lines(std::string_view lines, std::size_t indentation, const BlockHeader& header);

/// True when yaml-cpp says `value` for a block whose text is `text`: the same, except that 0.7.0 drops one of the empty
/// lines that `>+` keeps.
bool is_same_block(std::string_view text, std::string_view value, bool folded);

/// True for the plain words that every YAML reader takes for null.
bool is_null_word(std::string_view text);

}  // namespace thrive::yaml
