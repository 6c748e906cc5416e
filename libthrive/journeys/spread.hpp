// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "libthrive/journeys/count.hpp"

namespace thrive::journeys {

/// How many values there are of each size: whole numbers from 0, as days are.
using Histogram = std::vector<std::int64_t>;

/// The quantile of type 7: between two neighbours in a straight line, as Excel's .INC and SQL's PERCENTILE_CONT have
/// it. None when there are no values.
Figure quantile(const Histogram& values, double p);
/// The arithmetic mean; none when there are no values.
Figure mean(const Histogram& values);
/// The middle value, or the mean of the two in the middle; none when there are no values.
Figure median_of(std::vector<std::uint16_t> values);

/// A share in percent with Wilson's 95 % interval (1927), cut to 0 and 100. None of nobody.
Rate wilson(std::int64_t numerator, std::int64_t denominator);

/// The two-sided 95 % point of the standard normal distribution.
constexpr double normal_95 = 1.959963984540054;

}  // namespace thrive::journeys
