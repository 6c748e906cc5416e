// SPDX-License-Identifier: MIT
#include "libthrive/text/personal/folded.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "libthrive/text/plain_letters.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::text {

namespace {

/// Nothing is written for such a character.
constexpr char left_out = '\0';

/// Characters that follow each other, and what the first of them looks like; with `counts_on` the second looks like the
/// sign behind that one, and so on.
struct Likeness {
  char32_t first;
  char32_t last;
  char sign;
  bool counts_on = false;
};

/// Sorted. Digits of other scripts are digits that people paste; mathematical ones come from styled text.
constexpr auto likenesses = std::to_array<Likeness>({
    {0x00A0, 0x00A0, ' '},         {0x00AD, 0x00AD, left_out},    {0x00B7, 0x00B7, '.'},
    {0x00B9, 0x00B9, '1'},         {0x0300, 0x036F, left_out},    {0x0660, 0x0669, '0', true},
    {0x06F0, 0x06F9, '0', true},   {0x0966, 0x096F, '0', true},   {0x1680, 0x1680, ' '},
    {0x180E, 0x180E, left_out},    {0x2000, 0x200A, ' '},         {0x200B, 0x200F, left_out},
    {0x2010, 0x2015, '-'},         {0x2018, 0x2019, '\''},        {0x2022, 0x2022, '.'},
    {0x2024, 0x2024, '.'},         {0x2027, 0x2027, '.'},         {0x202A, 0x202E, left_out},
    {0x202F, 0x202F, ' '},         {0x2043, 0x2043, '-'},         {0x2044, 0x2044, '/'},
    {0x205F, 0x205F, ' '},         {0x2060, 0x2064, left_out},    {0x2066, 0x2069, left_out},
    {0x2070, 0x2070, '0'},         {0x2074, 0x2079, '4', true},   {0x2080, 0x2089, '0', true},
    {0x2212, 0x2212, '-'},         {0x2215, 0x2215, '/'},         {0x2219, 0x2219, '.'},
    {0x22C5, 0x22C5, '.'},         {0x2800, 0x2800, ' '},         {0x29F8, 0x29F8, '/'},
    {0x3000, 0x3000, ' '},         {0x3002, 0x3002, '.'},         {0x30FB, 0x30FB, '.'},
    {0x3164, 0x3164, ' '},         {0xFE00, 0xFE0F, left_out},    {0xFE52, 0xFE52, '.'},
    {0xFE58, 0xFE58, '-'},         {0xFE63, 0xFE63, '-'},         {0xFE6B, 0xFE6B, '@'},
    {0xFEFF, 0xFEFF, left_out},    {0xFF01, 0xFF5E, '!', true},   {0xFF61, 0xFF61, '.'},
    {0x1D7CE, 0x1D7D7, '0', true}, {0x1D7D8, 0x1D7E1, '0', true}, {0x1D7E2, 0x1D7EB, '0', true},
    {0x1D7EC, 0x1D7F5, '0', true}, {0x1D7F6, 0x1D7FF, '0', true}, {0xE0001, 0xE007F, left_out},
});

char plain_sign(char32_t code) {
  const auto next =
      std::upper_bound(likenesses.begin(), likenesses.end(), code,
                       [](char32_t wanted, const Likeness& candidate) { return wanted < candidate.first; });
  if (next != likenesses.begin()) {
    const Likeness& known = *(next - 1);
    if (code <= known.last)
      return known.counts_on ? static_cast<char>(known.sign + static_cast<char>(code - known.first)) : known.sign;
  }
  const std::string_view letters = plain_letters(code);
  if (letters.size() == 1) return letters.front();
  return direction_of(code) == Direction::none ? Folded::foreign_sign : Folded::foreign_letter;
}

/// Where the first byte from `at` on stands that is not ASCII; the end when there is none.
std::size_t beyond_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080u;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if ((bytes & high_bits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace

Folded::Folded(std::string_view text) : whole_(text) {
  std::size_t at = 0;
  for (std::size_t odd = beyond_ascii(text, 0); odd < text.size(); odd = beyond_ascii(text, at)) {
    if (at == 0) folded_.reserve(text.size());
    folded_ += text.substr(at, odd - at);
    add(odd);
    const Character character = next_character(text, odd);
    const char sign = character.is_valid ? plain_sign(character.code) : foreign_sign;
    if (sign != left_out) folded_ += sign;
    at = odd + character.length;
    add(at);
  }
  if (at > 0) folded_ += text.substr(at);
  if (at > 0 && folded_.empty()) whole_ = {};
}

void Folded::add(std::size_t at) {
  shifts_.push_back({static_cast<std::uint32_t>(folded_.size()), static_cast<std::uint32_t>(at)});
}

Span Folded::original(std::size_t begin, std::size_t end) const {
  const auto from = std::upper_bound(shifts_.begin(), shifts_.end(), begin,
                                     [](std::size_t wanted, const Shift& shift) { return wanted < shift.folded; });
  auto to = std::lower_bound(shifts_.begin(), shifts_.end(), end,
                             [](const Shift& shift, std::size_t wanted) { return shift.folded < wanted; });
  const auto moved = [this](std::vector<Shift>::const_iterator behind, std::size_t at) {
    if (behind == shifts_.begin()) return static_cast<std::uint32_t>(at);
    const Shift& shift = *(behind - 1);
    return static_cast<std::uint32_t>(shift.original + (at - shift.folded));
  };
  if (to != shifts_.end() && to->folded == end) ++to;  // in front of what has no width there
  return {moved(from, begin), moved(to, end)};
}

}  // namespace thrive::text
