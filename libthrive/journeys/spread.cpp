// SPDX-License-Identifier: MIT
#include "libthrive/journeys/spread.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace thrive::journeys {

namespace {

/// The value at a place in the order of size, from 0.
double value_at(const Histogram& values, std::int64_t place) {
  std::int64_t before = 0;
  for (std::size_t value = 0; value < values.size(); ++value) {
    before += values[value];
    if (place < before) return static_cast<double>(value);
  }
  return 0;
}

}  // namespace

Figure quantile(const Histogram& values, double p) {
  const std::int64_t count = std::accumulate(values.begin(), values.end(), std::int64_t{0});
  if (count == 0) return {};
  const double place = static_cast<double>(count - 1) * p;
  const double below = std::floor(place);
  const auto at = static_cast<std::int64_t>(below);
  const double low = value_at(values, at);
  if (at + 1 >= count) return low;
  return low + (place - below) * (value_at(values, at + 1) - low);
}

Figure mean(const Histogram& values) {
  std::int64_t count = 0, sum = 0;
  for (std::size_t value = 0; value < values.size(); ++value) {
    count += values[value];
    sum += values[value] * static_cast<std::int64_t>(value);
  }
  if (count == 0) return {};
  return static_cast<double>(sum) / static_cast<double>(count);
}

Figure median_of(std::vector<std::uint16_t> values) {
  if (values.empty()) return {};
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return static_cast<double>(*middle);
  return (static_cast<double>(*std::max_element(values.begin(), middle)) + static_cast<double>(*middle)) / 2;
}

Rate wilson(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) return {};
  const auto n = static_cast<double>(denominator);
  const double p = static_cast<double>(numerator) / n;
  const double squared = normal_95 * normal_95;
  const double shrink = 1 + squared / n;
  const double centre = (p + squared / (2 * n)) / shrink;
  const double half = normal_95 / shrink * std::sqrt(p * (1 - p) / n + squared / (4 * n * n));
  return {100 * p, std::max(0.0, 100 * (centre - half)), std::min(100.0, 100 * (centre + half))};
}

}  // namespace thrive::journeys
