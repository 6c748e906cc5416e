// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

namespace thrive::measures {

// A column of figures: a missing one is NaN. Only inside this room; everywhere else a missing figure is nothing.

/// The arithmetic mean of the figures that are there, correct to the last bit: the sum is kept exactly (Shewchuk 1997)
/// and divided once, so that a constant series has its own value as its mean. NaN when there is none.
double exact_mean(const std::vector<double>& figures);
/// The sum, correctly rounded.
double exact_sum(const std::vector<double>& figures);
/// The middle figure, or the mean of the two in the middle. NaN when there is none.
double median(std::vector<double> figures);
/// Differences between neighbours, without sign; NaN where one of the two is missing. One shorter than the figures.
std::vector<double> moving_ranges(const std::vector<double>& figures);

/// The mean of ranges after leaving out, once, those of `factor` times their mean and more (Nelson 1982).
struct ScreenedMean {
  double mean = 0;  // NaN when no range is left
  std::size_t ranges = 0;
  std::size_t left_out = 0;
};
ScreenedMean mean_range(const std::vector<double>& ranges, std::optional<double> factor);

/// The smallest k with P(X <= k) >= 0.05 for X ~ Binomial(tosses, 1/2).
int crossings_limit(int tosses);
/// round(log2(useful)) + 3: a longer run is a signal (Anhoej and Olesen 2014). 0 when there is no useful point.
int longest_run_limit(int useful);

/// Runs that are usual for so many points off the median, split evenly above and below it: the exact one-sided 5 %
/// values of Swed and Eisenhart 1943, which the table that IHI prints gives up to 60 points.
struct UsualRuns {
  int fewest = 0;
  int most = 0;
};
UsualRuns usual_runs(int useful);

/// P(Z <= z) of the standard normal distribution.
double normal_share_below(double z);

}  // namespace thrive::measures
