// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "libthrive/measures/lines.hpp"

namespace thrive::measures {

/// A segment as the rules look at it: one entry a row, NaN for what is missing.
struct SegmentView {
  std::size_t begin = 0;  // row of the series that entry 0 stands for
  std::vector<double> value;
  std::vector<Lines> lines;
  std::vector<bool> excluded;
  Lines individuals;  // for candidate astronomical points
  double power = 1;   // values and lines to this power are what is drawn

  /// A line as it is drawn; negative ones have no root to go back to.
  double drawn(double line) const;
};

/// -1 below the centre line, 0 exactly on it, 1 above; 2 when it cannot be said.
int side_of(double value, double centre);
inline constexpr int no_side = 2;
/// Beyond a limit, strictly, and by more than rounding can have made of the limit. False when value or limits are
/// missing.
bool is_outside(double value, const Lines& lines);
/// Beyond a near line in the same way, and not beyond the limit.
bool is_near_limit(double value, const Lines& lines);

/// Every rule of the set that fires, row by row, in the rule set's order. Rows of windows count from the start of the
/// series.
std::vector<std::vector<FiredRule>> fired_rules(const SegmentView& view, const RuleSet& rules, Chart chart);

/// Longest run and crossings of a segment; points on the centre line, missing and excluded ones count for nothing.
Runs runs_of(const SegmentView& view, const RuleSet& rules, Chart chart);

}  // namespace thrive::measures
