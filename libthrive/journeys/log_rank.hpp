// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "libthrive/journeys/tally.hpp"

namespace thrive::journeys {

/// The log-rank test: are those of different groups seen at different speeds? Those who wait or left count as long as
/// they are known to wait.
struct LogRankTest {
  double chi_square = 0;
  int df = 0;  // groups of which somebody could be expected to be seen, less one
  double p = 1;
};

/// With the hypergeometric variance. Nothing where there is nothing to compare.
std::optional<LogRankTest> log_rank_test(const std::vector<const WaitCounts*>& groups);

/// P(X >= x) of the chi-square distribution.
double chi_square_above(double x, int df);

}  // namespace thrive::journeys
