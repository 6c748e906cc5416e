// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "libthrive/measures/analysis.hpp"
#include "libthrive/measures/spacing.hpp"

namespace thrive::measures {

// Questions about spread that decide which chart suits. Each gives a number only when it is worth a warning.

/// p, u and c charts: standard deviation of the points over the one that chance alone gives. Only when the sum of
/// squares is more than three standard errors above what chance explains (chi-squared, at least 10 points) and the
/// ratio is 1.25 or more.
std::optional<double> dispersion(const Analysis& analysis);
/// Single-value charts of ratios: largest denominator over smallest, when it is 3 or more.
std::optional<double> denominator_ratio(const Analysis& analysis);
/// Correlation of the values with those `lag` rows before, about their segment's centre, baseline rows only. Only with
/// 20 pairs at least, and when it is 0.3 or more and beyond two standard errors (2 / sqrt(pairs)).
std::optional<double> likeness_at(const Analysis& analysis, int lag);
/// Rows that make a year, when the series is evenly spaced and at least two years long.
std::optional<int> periods_in_a_year(const std::optional<Spacing>& spacing, std::size_t points);

}  // namespace thrive::measures
