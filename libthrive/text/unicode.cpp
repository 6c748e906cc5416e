// SPDX-License-Identifier: MIT
#include "libthrive/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace thrive::text {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

/// Combining marks, zero-width characters and direction controls: they take no column of their own.
constexpr auto zero_width = std::to_array<Range>({
    {0x0300, 0x036F},   {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2},   {0x05C4, 0x05C5},
    {0x0610, 0x061A},   {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4},   {0x06E7, 0x06E8},
    {0x06EA, 0x06ED},   {0x0711, 0x0711}, {0x0730, 0x074A}, {0x0900, 0x0902}, {0x093A, 0x093A},   {0x093C, 0x093C},
    {0x0941, 0x0948},   {0x094D, 0x094D}, {0x0951, 0x0957}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A},   {0x0E47, 0x0E4E},
    {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064},   {0x2066, 0x206F},
    {0x20D0, 0x20F0},   {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0x1F3FB, 0x1F3FF}, {0xE0001, 0xE007F},
    {0xE0100, 0xE01EF},
});

/// East Asian wide and fullwidth characters, and emoji shown as pictures: they take two columns.
constexpr auto double_width = std::to_array<Range>({
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},
    {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},
    {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},
    {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},
    {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27B0, 0x27B0},   {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},
    {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},
    {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18AFF}, {0x1B000, 0x1B2FF}, {0x1F004, 0x1F004},
    {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F200, 0x1F320}, {0x1F32D, 0x1F335},
    {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393}, {0x1F3A0, 0x1F3CA}, {0x1F3CF, 0x1F3D3}, {0x1F3E0, 0x1F3F0},
    {0x1F3F4, 0x1F3F4}, {0x1F3F8, 0x1F3FA}, {0x1F400, 0x1F43E}, {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC},
    {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F54E}, {0x1F550, 0x1F567}, {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596},
    {0x1F5A4, 0x1F5A4}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6CC}, {0x1F6D0, 0x1F6D2},
    {0x1F6D5, 0x1F6D7}, {0x1F6DD, 0x1F6DF}, {0x1F6EB, 0x1F6EC}, {0x1F6F4, 0x1F6FC}, {0x1F7E0, 0x1F7EB},
    {0x1F90C, 0x1F93A}, {0x1F93C, 0x1F945}, {0x1F947, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
});

/// Blocks of scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic and the
/// historic and younger ones of the supplementary plane, with the marks and digits inside them.
constexpr auto from_right_to_left = std::to_array<Range>({
    {0x0590, 0x08FF},
    {0xFB1D, 0xFDFF},
    {0xFE70, 0xFEFC},
    {0x10800, 0x10FFF},
    {0x1E800, 0x1EFFF},
});

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t character) {
  const auto range = std::upper_bound(ranges.begin(), ranges.end(), character,
                                      [](char32_t wanted, const Range& candidate) { return wanted < candidate.first; });
  return range != ranges.begin() && character <= std::prev(range)->last;
}

bool continues(std::string_view bytes, std::size_t at) {
  return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80;
}

/// How many bytes from `at` on are printable ASCII: what most texts are made of, and nothing to think about.
std::size_t plain_run(std::string_view bytes, std::size_t at) {
  std::size_t end = at;
  while (end < bytes.size() && bytes[end] >= ' ' && bytes[end] < '\x7F') ++end;
  return end - at;
}

}  // namespace

Character next_character(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t length = lead >= 0xF0 && lead <= 0xF4  ? 4
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                                                           : 0;
  if (length == 0) return {0xFFFD, 1, false};
  char32_t code = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(bytes, at + i)) return {0xFFFD, 1, false};
    code = (code << 6) | (static_cast<unsigned char>(bytes[at + i]) & 0x3Fu);
  }
  const bool is_overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (is_overlong || is_surrogate || code > 0x10FFFF) return {0xFFFD, 1, false};
  return {code, length, true};
}

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t at = plain_run(bytes, 0); at < bytes.size(); at += plain_run(bytes, at)) {
    const Character character = next_character(bytes, at);
    if (!character.is_valid) return false;
    at += character.length;
  }
  return true;
}

std::size_t display_width(char32_t character) {
  if (character < 0x20 || (character >= 0x7F && character < 0xA0)) return 0;
  if (character < 0x300) return 1;
  if (is_in(zero_width, character)) return 0;
  return is_in(double_width, character) ? 2 : 1;
}

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t plain = plain_run(utf8, at);
    width += plain;
    at += plain;
    if (at == utf8.size()) break;
    const Character character = next_character(utf8, at);
    width += display_width(character.code);
    at += character.length;
  }
  return width;
}

Direction direction_of(char32_t character) {
  const bool is_ascii_letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  if (is_ascii_letter) return Direction::left_to_right;
  if (character < 0xC0 || character == 0xD7 || character == 0xF7) return Direction::none;
  if (is_in(from_right_to_left, character)) return Direction::right_to_left;
  const bool is_mark = display_width(character) == 0;
  const bool is_sign = character >= 0x2000 && character < 0x2C00;  // punctuation, arrows, mathematics, shapes
  return is_mark || is_sign ? Direction::none : Direction::left_to_right;
}

std::string to_utf8(char32_t code) {
  std::string bytes;
  const auto tail = [&bytes, code](unsigned shift) {
    bytes += static_cast<char>(0x80 | ((static_cast<unsigned>(code) >> shift) & 0x3F));
  };
  if (code < 0x80) {
    bytes += static_cast<char>(code);
  } else if (code < 0x800) {
    bytes += static_cast<char>(0xC0 | (static_cast<unsigned>(code) >> 6));
    tail(0);
  } else if (code < 0x10000) {
    bytes += static_cast<char>(0xE0 | (static_cast<unsigned>(code) >> 12));
    tail(6);
    tail(0);
  } else {
    bytes += static_cast<char>(0xF0 | (static_cast<unsigned>(code) >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
  return bytes;
}

std::string without_controls(std::string_view text, bool keep_newlines) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_run(text, at);
    clean += text.substr(at, plain);
    at += plain;
    if (at == text.size()) break;
    const Character character = next_character(text, at);
    const char32_t code = character.code;
    const bool changes_direction = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    if (!character.is_valid) {
      clean += "\xEF\xBF\xBD";
    } else if (code == '\n' && keep_newlines) {
      clean += '\n';
    } else if (code == '\t' || code == '\n' || code == '\r') {
      clean += ' ';
    } else if (code < 0x20) {
      clean += to_utf8(0x2400 + code);  // the picture of the control character, such as U+241B for escape
    } else if (code == 0x7F) {
      clean += to_utf8(0x2421);
    } else if ((code >= 0x80 && code < 0xA0) || changes_direction || code == 0x2028 || code == 0x2029 ||
               code == 0xFFFE || code == 0xFFFF) {  // the last two are not allowed in XML
      clean += "\xEF\xBF\xBD";
    } else {
      clean += text.substr(at, character.length);
    }
    at += character.length;
  }
  return clean;
}

}  // namespace thrive::text
