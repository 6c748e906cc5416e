// SPDX-License-Identifier: MIT
#include "libthrive/journeys/time_spread.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace thrive::journeys;

TEST_CASE("time spread: long lists are sorted as short ones are") {
  std::mt19937_64 random(3);
  for (const std::int64_t range : {std::int64_t{2}, std::int64_t{5000}, std::int64_t{1} << 45}) {
    std::vector<std::int64_t> ticks;
    for (int i = 0; i < 5000; ++i)
      ticks.push_back(static_cast<std::int64_t>(random() % (2 * std::uint64_t(range))) - range);
    std::vector<std::int64_t> wanted = ticks;
    std::sort(wanted.begin(), wanted.end());
    sort_ticks(ticks);
    CHECK(ticks == wanted);
  }
}

TEST_CASE("time spread: quantiles lie between, and one value has no deviation") {
  const std::vector<std::int64_t> four = {1, 2, 4, 10};
  CHECK(quantile(four, 0.5) == 3);
  CHECK(quantile(four, 0.25) == 1.75);
  CHECK(quantile(four, 1) == 10);
  const std::vector<std::int64_t> one = {-7};
  const TimeSpread spread = time_spread_of(one, 1);
  CHECK(spread.sum.value == -7);
  CHECK(spread.stdev.state == Figure::State::none);
  CHECK(time_spread_of({}, 1).median.state == Figure::State::none);
}

TEST_CASE("time spread: the median counts those who are still there") {
  using Ticks = std::vector<std::int64_t>;
  CHECK(median_with_those_going_on(Ticks{10, 20, 30}, Ticks{}) == 20);
  CHECK(median_with_those_going_on(Ticks{10, 20}, Ticks{}) == 10);             // half, exactly, on the first day
  CHECK(median_with_those_going_on(Ticks{10, 20, 30}, Ticks{5, 6, 7}) == 20);  // gone before anybody moved on
  CHECK(median_with_those_going_on(Ticks{10, 20, 30}, Ticks{40, 40, 40}) == 30);
  CHECK(median_with_those_going_on(Ticks{10}, Ticks{10, 10}) == std::nullopt);
  CHECK(median_with_those_going_on(Ticks{}, Ticks{1}) == std::nullopt);
}
