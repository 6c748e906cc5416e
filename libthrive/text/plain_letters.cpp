// SPDX-License-Identifier: MIT
#include "libthrive/text/plain_letters.hpp"

#include <array>

namespace thrive::text {

namespace {

// clang-format off
constexpr std::array<std::string_view, 192> accented = {
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  // U+00C0
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",  // U+00D0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  // U+00E0
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",  // U+00F0
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",  // U+0100
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",  // U+0110
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",  // U+0120
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",  // U+0130
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "ng", "ng", "o", "o", "o", "o",  // U+0140
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",  // U+0150
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",  // U+0160
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",  // U+0170
};
// clang-format on

constexpr std::string_view small = "0123456789abcdefghijklmnopqrstuvwxyz";

std::string_view one_of(std::string_view letters, std::size_t place) { return letters.substr(place, 1); }

}  // namespace

std::string_view plain_letters(char32_t code) {
  if (code >= U'0' && code <= U'9') return one_of(small, code - U'0');
  if (code >= U'a' && code <= U'z') return one_of(small, 10 + (code - U'a'));
  if (code >= U'A' && code <= U'Z') return one_of(small, 10 + (code - U'A'));
  if (code >= 0xC0 && code < 0xC0 + accented.size()) return accented[code - 0xC0];
  if (code >= 0x1E80 && code <= 0x1E85) return "w";  // with grave, acute and diaeresis, as Welsh has them
  if (code == 0x1EF2 || code == 0x1EF3) return "y";
  return {};
}

}  // namespace thrive::text
