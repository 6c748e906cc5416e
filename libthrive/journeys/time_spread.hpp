// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "libthrive/journeys/count.hpp"

namespace thrive::journeys {

/// How long something took, in seconds, over so many times. Without any, only `n` says something.
struct TimeSpread {
  Count n;
  Figure mean;
  Figure median;
  Figure min;
  Figure max;
  Figure sum;
  Figure stdev;  // of a sample (n - 1); nothing for one
  Figure p25;
  Figure p75;
  Figure p90;
  Figure p95;
};

/// Sorts whole numbers, in time that grows with how many they are.
void sort_ticks(std::vector<std::int64_t>& ticks);

/// A quantile of sorted ticks by linear interpolation, type 7 of Hyndman and Fan (1996), in ticks; there has to be one.
double quantile(std::span<const std::int64_t> sorted, double share);

/// Describes sorted ticks.
TimeSpread time_spread_of(std::span<const std::int64_t> sorted, std::int64_t ticks_per_second);

/// The first time by which half are over, by Kaplan and Meier (1958), in ticks: `ended` are the times of those who are,
/// `going_on` of those who were not yet when they were last seen; on equal times the ended come first. Both sorted.
/// Nothing when so many are not over that half is never reached.
std::optional<std::int64_t> median_with_those_going_on(std::span<const std::int64_t> ended,
                                                       std::span<const std::int64_t> going_on);

}  // namespace thrive::journeys
