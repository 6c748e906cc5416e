// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "libthrive/journeys/small_numbers.hpp"

namespace thrive::journeys {

/// What a reader knows of a count: it is not below `least` and not above `most`.
struct Interval {
  std::int64_t least = 0;
  std::int64_t most = 0;
  bool is_empty() const { return least > most; }
};

/// Answers what a reader can work out from what is shown of a table.
class PossibleCounts {
 public:
  PossibleCounts(const CountTable& table, SuppressionRule rule, const std::vector<bool>& hidden);

  /// True when the table could be filled with this value in a cell.
  bool can_be(Cell cell, std::int64_t value) const;
  /// True when a hidden cell is protected: see `hide`.
  bool is_protected(Cell cell) const;

 private:
  bool is_possible(std::vector<Interval> known) const;
  bool has_filling(const CountTable::Spine& spine, const std::vector<Interval>& known) const;
  bool has_filling_near_truth(const CountTable::Spine& spine, const std::vector<Interval>& known) const;

  const CountTable& table_;
  int threshold_;
  std::vector<Interval> known_;
};

}  // namespace thrive::journeys
