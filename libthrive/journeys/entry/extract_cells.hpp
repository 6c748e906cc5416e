// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "libthrive/journeys/referrals.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::journeys {

/// True for a cell that is empty or holds one of the words by which systems say so: NULL, n/a, na, #N/A, none, nan,
/// unknown, not known, no data, dashes, a full stop. Case does not count.
bool says_nothing(std::string_view cell);

/// The calendar day in a cell, as it is written: 2025-03-30, 30/3/2025, 30.3.25, 30-Mar-25, 30 March 2025, or a
/// spreadsheet's count of days, 29952 to 80214. The day stands before the month; years of two digits are 2000 to 2069
/// and 1970 to 1999. A time of day and a time zone are left aside. Nothing for anything else, for a day that does not
/// exist, and outside 1900 to 2199.
std::optional<text::Date> day_in(std::string_view cell);

/// A hash of a text; `seed` makes different ones of one text. Inline, as it is asked of every cell.
inline std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = seed ^ (text.size() * factor);
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * factor;
    hash ^= hash >> 29;
  };
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, sizeof word);
    mix(word);
  }
  std::uint64_t rest = 0;
  for (unsigned shift = 0; at < text.size(); ++at, shift += 8)
    rest |= std::uint64_t{static_cast<unsigned char>(text[at])} << shift;
  mix(rest);
  return hash;
}
/// 128 bits of hash: two texts of an extract do not share them.
KeyHash key_of(std::string_view text);

/// Numbers keys in the order in which they are met, without holding what they are made of.
class Keys {
 public:
  /// The number of a key, from 0, and whether it is met for the first time.
  struct Found {
    std::uint32_t number;
    bool is_new;
  };
  Found add(const KeyHash& key);
  std::size_t size() const { return keys_.size(); }

 private:
  /// A part of the key beside its number, so that others are mostly told apart without looking them up.
  struct Slot {
    std::uint32_t number = 0;  // from 1; 0 for a free slot
    std::uint32_t mark = 0;
  };
  void grow();

  std::deque<KeyHash> keys_;
  std::vector<Slot> slots_ = std::vector<Slot>(1024);
};

}  // namespace thrive::journeys
