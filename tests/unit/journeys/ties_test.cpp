// SPDX-License-Identifier: MIT
#include "libthrive/journeys/ties.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

using namespace thrive::journeys;

TEST_CASE("ties: an order is taken only when the map allows no other") {
  AllowedSteps steps(4);
  steps.allow(0, 1);
  steps.allow(1, 2);
  CHECK(only_order({1, 0}, steps) == std::vector<std::size_t>{1, 0});
  CHECK(only_order({2, 1, 0}, steps) == std::vector<std::size_t>{2, 1, 0});
  CHECK_FALSE(only_order({0, 2}, steps));  // no order
  steps.allow(1, 0);
  CHECK_FALSE(only_order({1, 0}, steps));  // either order
  CHECK_FALSE(only_order({}, steps));
}

TEST_CASE("ties: the same as trying every order, on random maps") {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    AllowedSteps steps(4);
    for (std::size_t from = 0; from < 4; ++from)
      for (std::size_t to = 0; to < 4; ++to)
        if (random() % 3 == 0) steps.allow(from, to);
    std::vector<std::uint32_t> activities;
    for (std::size_t i = 0; i < 1 + random() % 5; ++i) activities.push_back(random() % 4);
    std::vector<std::size_t> order(activities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::set<std::vector<std::uint32_t>> allowed;
    do {
      std::vector<std::uint32_t> way;
      for (const std::size_t position : order) way.push_back(activities[position]);
      bool is_allowed = true;
      for (std::size_t i = 1; i < way.size(); ++i) is_allowed = is_allowed && steps.allows(way[i - 1], way[i]);
      if (is_allowed) allowed.insert(way);
    } while (std::next_permutation(order.begin(), order.end()));
    const auto found = only_order(activities, steps);
    REQUIRE(found.has_value() == (allowed.size() == 1));
    if (!found) continue;
    std::vector<std::uint32_t> way;
    for (const std::size_t position : *found) way.push_back(activities[position]);
    CHECK(way == *allowed.begin());
  }
}
