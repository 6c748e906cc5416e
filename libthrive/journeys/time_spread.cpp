// SPDX-License-Identifier: MIT
#include "libthrive/journeys/time_spread.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace thrive::journeys {

namespace {

/// Sorts by eleven bits after the other, from the lowest (radix sort), counted from the smallest number.
void sort_by_digits(std::vector<std::int64_t>& numbers, std::int64_t smallest, std::uint64_t range) {
  constexpr unsigned bits = 11;
  constexpr std::size_t digits = std::size_t{1} << bits;
  std::vector<std::int64_t> other(numbers.size());
  for (unsigned shift = 0; shift < 64 && (range >> shift) != 0; shift += bits) {
    std::array<std::size_t, digits + 1> begins{};
    const auto digit = [&](std::int64_t number) {
      return ((static_cast<std::uint64_t>(number) - static_cast<std::uint64_t>(smallest)) >> shift) & (digits - 1);
    };
    for (const std::int64_t number : numbers) ++begins[digit(number) + 1];
    for (std::size_t i = 1; i < digits; ++i) begins[i] += begins[i - 1];
    for (const std::int64_t number : numbers) other[begins[digit(number)]++] = number;
    numbers.swap(other);
  }
}

}  // namespace

void sort_ticks(std::vector<std::int64_t>& ticks) {
  constexpr std::size_t few = 2000;
  if (std::is_sorted(ticks.begin(), ticks.end())) return;
  if (ticks.size() < few) return std::sort(ticks.begin(), ticks.end());
  const auto [least, most] = std::minmax_element(ticks.begin(), ticks.end());
  sort_by_digits(ticks, *least, static_cast<std::uint64_t>(*most) - static_cast<std::uint64_t>(*least));
}

double quantile(std::span<const std::int64_t> sorted, double share) {
  const double at = static_cast<double>(sorted.size() - 1) * share;
  const auto below = static_cast<std::size_t>(at);
  const auto value = static_cast<double>(sorted[below]);
  if (below + 1 >= sorted.size()) return value;
  return value + (at - static_cast<double>(below)) * static_cast<double>(sorted[below + 1] - sorted[below]);
}

TimeSpread time_spread_of(std::span<const std::int64_t> sorted, std::int64_t ticks_per_second) {
  TimeSpread spread;
  spread.n = static_cast<std::int64_t>(sorted.size());
  if (sorted.empty()) return spread;
  const auto second = static_cast<double>(ticks_per_second);
  const auto n = static_cast<double>(sorted.size());
  // Whole seconds and what is left of them apart, so that the sum is exact however many there are.
  std::int64_t seconds = 0, rest = 0;
  for (const std::int64_t ticks : sorted) {
    seconds += ticks / ticks_per_second;
    rest += ticks % ticks_per_second;
  }
  const double sum = static_cast<double>(seconds) + static_cast<double>(rest) / second;
  const double mean = sum / n;
  double squares = 0;
  for (const std::int64_t ticks : sorted) {
    const double distance = static_cast<double>(ticks) / second - mean;
    squares += distance * distance;
  }
  spread.sum = sum;
  spread.mean = mean;
  if (sorted.size() > 1) spread.stdev = std::sqrt(squares / (n - 1));
  spread.min = static_cast<double>(sorted.front()) / second;
  spread.max = static_cast<double>(sorted.back()) / second;
  spread.median = quantile(sorted, 0.5) / second;
  spread.p25 = quantile(sorted, 0.25) / second;
  spread.p75 = quantile(sorted, 0.75) / second;
  spread.p90 = quantile(sorted, 0.9) / second;
  spread.p95 = quantile(sorted, 0.95) / second;
  return spread;
}

std::optional<std::int64_t> median_with_those_going_on(std::span<const std::int64_t> ended,
                                                       std::span<const std::int64_t> going_on) {
  // A product of fractions rarely gives a half exactly.
  constexpr double half = 0.5 + 1e-9;
  double share = 1;
  std::size_t gone = 0;  // of those going on, last seen before the time looked at
  for (std::size_t first = 0; first < ended.size();) {
    std::size_t behind = first;
    while (behind < ended.size() && ended[behind] == ended[first]) ++behind;
    while (gone < going_on.size() && going_on[gone] < ended[first]) ++gone;
    const std::size_t at_risk = ended.size() - first + going_on.size() - gone;
    share *= 1 - static_cast<double>(behind - first) / static_cast<double>(at_risk);
    if (share <= half) return ended[first];
    first = behind;
  }
  return std::nullopt;
}

}  // namespace thrive::journeys
