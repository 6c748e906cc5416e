// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace thrive::assessment {

/// Exact tests of whether items moved between two assessments. They describe; items are not independent of each other.
struct ChangeTests {
  std::size_t n = 0;      // items that moved
  std::size_t zeros = 0;  // items that stayed
  double w_plus = 0;      // sum of the ranks of the items that went up
  double w_minus = 0;
  double p_exact = 1;        // signed-rank, zeros dropped
  double p_exact_pratt = 1;  // signed-rank, zeros ranked and then dropped (Pratt 1959)
  double p_sign = 1;
  double smallest_p = 1;                 // the smallest two-sided p that so many moves can reach: 2^(1 - n)
  std::optional<double> rank_biserial;   // -1 to 1; empty when nothing moved
  std::optional<double> hodges_lehmann;  // median of all Walsh averages, zeros included; empty when nothing moved
};

/// Tests on the changes of items scored both times, follow-up less baseline.
/// Signed-rank after Wilcoxon (1945) over all 2^n sign patterns with midranks for ties, so that tied 1-4 scores get
/// their true p; two-sided p is twice the smaller tail, at most 1.
ChangeTests test_changes(const std::vector<double>& changes);

}  // namespace thrive::assessment
