// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace thrive::priorities {

/// A small random generator (SplitMix64, Steele, Lea and Flood 2014) that gives the same numbers everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31);
  }

  /// A whole number from 0 up to but not including `limit`, every one as likely as the others.
  std::uint64_t below(std::uint64_t limit) {
    const std::uint64_t unfair = (0 - limit) % limit;  // draws below this would favour small numbers
    std::uint64_t drawn = next();
    while (drawn < unfair) drawn = next();
    return drawn % limit;
  }

 private:
  std::uint64_t state_;
};

}  // namespace thrive::priorities
