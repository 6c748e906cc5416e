// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace thrive::journeys {

/// Sequences of numbers, each held once with how often it was met.
class Sequences {
 public:
  void add(std::span<const std::uint32_t> sequence, std::int64_t times = 1);

  std::size_t size() const { return counts_.size(); }
  std::span<const std::uint32_t> operator[](std::size_t position) const;
  std::int64_t count(std::size_t position) const { return counts_[position]; }
  /// All positions, by the numbers of their sequences.
  std::vector<std::size_t> in_order() const;

 private:
  struct Slot {
    std::uint32_t sign = 0;   // the upper half of the sequence's hash
    std::uint32_t place = 0;  // its position, counted from 1; 0 for a slot that is free
  };

  void grow();

  std::vector<std::uint32_t> numbers_;  // of all sequences, one behind the other
  std::vector<std::size_t> begins_;
  std::vector<std::int64_t> counts_;
  std::vector<Slot> slots_ = std::vector<Slot>(64);  // always a power of two, and never more than half full
};

}  // namespace thrive::journeys
