// SPDX-License-Identifier: MIT
#include "libthrive/yaml/scalars.hpp"

#include <cstdint>

#include "libthrive/text/unicode.hpp"

namespace thrive::yaml {

namespace {

/// Takes the next line off the front, without its ending; `ended` says whether it had one.
std::string_view take_line(std::string_view& rest, bool& ended) {
  const std::size_t newline = rest.find('\n');
  ended = newline != std::string_view::npos;
  std::string_view line = rest.substr(0, newline);
  rest.remove_prefix(ended ? newline + 1 : rest.size());
  if (ended && line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view without_leading_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text;
}

/// Blanks behind a backslash are text when the quotes know escapes.
std::string_view without_trailing_blanks(std::string_view text, bool knows_escapes) {
  std::size_t length = text.size();
  while (length > 0 && is_blank(text[length - 1])) --length;
  if (knows_escapes && length < text.size()) {
    const std::size_t before = text.substr(0, length).find_last_not_of('\\');
    const std::size_t backslashes = length - (before == std::string_view::npos ? 0 : before + 1);
    if (backslashes % 2 == 1) ++length;
  }
  return text.substr(0, length);
}

/// Joins the lines of quoted or plain text: one break becomes a blank, each further one a line break.
/// `append` adds one stretch of text and says whether the break behind it is escaped; it may refuse by false.
template <class Append>
bool fold_lines(std::string_view text, std::string& value, bool knows_escapes, Append append) {
  bool ended = false;
  bool joins = true;  // a blank goes before the next text
  bool first = true;
  int empty_lines = 0;
  while (true) {
    std::string_view line = take_line(text, ended);
    if (!first) line = without_leading_blanks(line);
    bool escaped_break = false;
    if (ended) line = without_trailing_blanks(line, knows_escapes);
    if (!first && line.empty() && ended) {
      ++empty_lines;
      continue;
    }
    if (!first) {
      if (empty_lines > 0)
        value.append(static_cast<std::size_t>(empty_lines), '\n');
      else if (joins)
        value += ' ';
    }
    empty_lines = 0;
    if (!append(line, ended, escaped_break)) return false;
    joins = !escaped_break;
    first = false;
    if (!ended) return true;
  }
}

bool read_hexadecimal(std::string_view text, std::size_t digits, std::uint32_t& number) {
  if (text.size() < digits) return false;
  number = 0;
  for (const char digit : text.substr(0, digits)) {
    std::uint32_t part = 0;
    if (digit >= '0' && digit <= '9')
      part = static_cast<std::uint32_t>(digit - '0');
    else if (digit >= 'a' && digit <= 'f')
      part = static_cast<std::uint32_t>(digit - 'a') + 10;
    else if (digit >= 'A' && digit <= 'F')
      part = static_cast<std::uint32_t>(digit - 'A') + 10;
    else
      return false;
    number = number * 16 + part;
  }
  return true;
}

/// The character that a one-letter escape stands for; 0xFFFFFFFF when there is no such escape.
std::uint32_t simple_escape(char letter) {
  switch (letter) {
    case 'a':
      return 0x07;
    case 'b':
      return 0x08;
    case 't':
    case '\t':
      return 0x09;
    case 'n':
      return 0x0A;
    case 'v':
      return 0x0B;
    case 'f':
      return 0x0C;
    case 'r':
      return 0x0D;
    case 'e':
      return 0x1B;
    case ' ':
      return 0x20;
    case '"':
      return 0x22;
    case '/':
      return 0x2F;
    case '\\':
      return 0x5C;
    case 'N':
      return 0x85;
    case '_':
      return 0xA0;
    case 'L':
      return 0x2028;
    case 'P':
      return 0x2029;
    default:
      return 0xFFFFFFFFu;
  }
}

/// Reads the escape behind a backslash; the number of bytes used, 0 when it is none.
std::size_t read_escape(std::string_view text, std::string& value) {
  if (text.empty()) return 0;
  std::uint32_t code = simple_escape(text[0]);
  std::size_t used = 1;
  if (text[0] == 'x' || text[0] == 'u' || text[0] == 'U') {
    const std::size_t digits = text[0] == 'x' ? 2 : text[0] == 'u' ? 4 : 8;
    if (!read_hexadecimal(text.substr(1), digits, code)) return 0;
    used += digits;
  }
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code == 0 || code > 0x10FFFF || is_surrogate) return 0;
  value += text::to_utf8(static_cast<char32_t>(code));
  return used;
}

}  // namespace

bool read_double_quoted(std::string_view inner, std::string& value, BadEscape& bad) {
  const char* const start = inner.data();
  return fold_lines(inner, value, true, [&](std::string_view line, bool ended, bool& escaped_break) {
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (line[at] != '\\') {
        value += line[at];
        continue;
      }
      if (at + 1 == line.size() && ended) {
        escaped_break = true;
        return true;
      }
      const std::size_t used = read_escape(line.substr(at + 1), value);
      if (used == 0) {
        bad.offset = static_cast<std::size_t>(line.data() - start) + at;
        bad.escape = line.substr(at, 2);
        return false;
      }
      at += used;
    }
    return true;
  });
}

std::string read_single_quoted(std::string_view inner) {
  std::string value;
  fold_lines(inner, value, false, [&](std::string_view line, bool, bool&) {
    for (std::size_t at = 0; at < line.size(); ++at) {
      value += line[at];
      if (line[at] == '\'') ++at;
    }
    return true;
  });
  return value;
}

std::string read_plain_lines(std::string_view text) {
  std::string value;
  fold_lines(text, value, false, [&](std::string_view line, bool, bool&) {
    value += line;
    return true;
  });
  return value;
}

std::string read_block_lines(std::string_view lines, std::size_t indentation, const BlockHeader& header) {
  std::string value;
  bool first = true;
  bool previous_is_deeper = false;
  std::size_t breaks = 0;  // line breaks since the last text
  while (!lines.empty()) {
    bool ended = false;
    std::string_view line = take_line(lines, ended);
    const std::size_t first_text = line.find_first_not_of(' ');
    if (first_text == std::string_view::npos && line.size() <= indentation) {
      if (ended) ++breaks;
      continue;
    }
    line.remove_prefix(indentation);
    const bool is_deeper = is_blank(line.front());
    if (first) {
      value.append(breaks, '\n');
    } else if (!header.folded || is_deeper || previous_is_deeper) {
      value.append(breaks, '\n');
    } else {
      if (breaks == 1) value += ' ';
      if (breaks > 1) value.append(breaks - 1, '\n');
    }
    value += line;
    previous_is_deeper = is_deeper;
    first = false;
    breaks = ended ? 1 : 0;
  }
  if (header.chomping == '+') value.append(breaks, '\n');
  if (header.chomping == ' ' && !first && breaks > 0) value += '\n';
  return value;
}

bool is_same_block(std::string_view text, std::string_view value, bool folded) {
  if (text == value) return true;
  return folded && text.ends_with("\n\n") && text.substr(0, text.size() - 1) == value;
}

bool is_null_word(std::string_view text) { return text == "~" || text == "null" || text == "Null" || text == "NULL"; }

}  // namespace thrive::yaml
