// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace thrive::journeys {

/// Numbers for pairs of activities, in the order in which they first come: from a square of all pairs while activities
/// are few, else by their hash.
class PairNumbers {
 public:
  explicit PairNumbers(std::size_t activities)
      : activities_(activities), square_(activities <= most_in_square ? activities * activities : 0) {}

  /// The number of a pair; a new pair gets the next one, from 0.
  std::size_t number_of(std::uint32_t from, std::uint32_t to) {
    if (square_.empty()) {
      const std::uint64_t both = (std::uint64_t{from} << 32U) | to;
      return by_hash_.emplace(both, by_hash_.size()).first->second;
    }
    std::uint32_t& place = square_[from * activities_ + to];
    if (place == 0) place = ++used_;
    return place - 1;
  }

 private:
  static constexpr std::size_t most_in_square = 1024;

  std::size_t activities_;
  std::uint32_t used_ = 0;
  std::vector<std::uint32_t> square_;  // the number, counted from 1; 0 for a pair that has none
  std::unordered_map<std::uint64_t, std::size_t> by_hash_;
};

}  // namespace thrive::journeys
