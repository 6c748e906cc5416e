// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include "libthrive/journeys/circulation.hpp"
#include "libthrive/journeys/possible_counts.hpp"
#include "libthrive/journeys/publish.hpp"

using namespace thrive;
using namespace thrive::journeys;

namespace {

/// A total and its parts.
CountTable sum_of(const std::vector<std::int64_t>& parts) {
  CountTable table;
  const Cell total = table.add(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}), HidingRank::sum);
  CountTable::Sum sum{total, {}};
  for (const std::int64_t part : parts) sum.parts.push_back(table.add(part, HidingRank::cell));
  table.sums.push_back(sum);
  return table;
}

/// Splits of one whole into three columns, with random counts.
CountTable random_table(std::mt19937& random, int splits) {
  CountTable table;
  std::uniform_int_distribution<std::int64_t> few(0, 12);
  std::array<std::int64_t, 3> columns{};
  for (std::int64_t& column : columns) column = 8 + few(random) + few(random);
  const Cell whole = table.add(columns[0] + columns[1] + columns[2], HidingRank::spine);
  CountTable::Spine spine{whole, {}, {}};
  for (std::size_t at = 0; at < 3; ++at) spine.columns[at] = table.add(columns[at], HidingRank::spine);
  for (int split = 0; split < splits; ++split) {
    std::array<std::int64_t, 3> left = columns;
    std::vector<CountTable::Row> rows;
    for (int row = 0; row < 3; ++row) {
      std::array<std::int64_t, 3> cells{};
      for (std::size_t at = 0; at < 3; ++at) {
        cells[at] = row == 2 ? left[at] : std::min(left[at], few(random));
        left[at] -= cells[at];
      }
      const Cell sum = table.add(cells[0] + cells[1] + cells[2], HidingRank::sum);
      const Cell first = table.add(cells[0], HidingRank::cell), second = table.add(cells[1], HidingRank::cell);
      rows.push_back({sum, {first, second, table.add(cells[2], HidingRank::cell)}});
    }
    spine.splits.push_back(rows);
  }
  table.spines.push_back(spine);
  return table;
}

}  // namespace

TEST_CASE("circulation: whole numbers within bounds, or none") {
  CHECK(has_circulation(2, {{0, 1, 1, 3}, {1, 0, 2, 5}}));
  CHECK(!has_circulation(2, {{0, 1, 1, 3}, {1, 0, 4, 5}}));
  CHECK(!has_circulation(2, {{0, 1, 2, 1}, {1, 0, 0, 5}}));
  CHECK(has_circulation(3, {{0, 1, 2, 2}, {0, 2, 3, 3}, {1, 0, 0, 9}, {2, 0, 0, 9}}));
  CHECK(!has_circulation(3, {{0, 1, 2, 2}, {1, 2, 0, 1}, {2, 0, 0, 9}}));
  CHECK(has_circulation(4, {}));
}

TEST_CASE("small numbers: one hidden part of a known total would be known") {
  const CountTable table = sum_of({3, 20, 30});
  const Hidden hidden = hide(table, SuppressionRule::lt5);
  CHECK(hidden.small == 1);
  CHECK(hidden.secondary == 1);
  CHECK(hidden.cells[2]);  // 20, the cheapest that helps
  CHECK(!hidden.cells[0]);
  CHECK(!hidden.cells[3]);
}

TEST_CASE("small numbers: two hidden parts that add up to little are little") {
  // 1 and 2 add up to 3: neither could be 4.
  const Hidden hidden = hide(sum_of({1, 2, 20, 30}), SuppressionRule::lt5);
  CHECK(hidden.secondary == 1);
  // Rounding to 5 hides as well: 50 may be 48 to 52, and so on.
  CHECK(hide(sum_of({4, 4, 20, 30}), SuppressionRule::mhsds).secondary == 0);
}

TEST_CASE("small numbers: nothing small, nothing hidden; none hides nothing") {
  CHECK(hide(sum_of({5, 20, 30}), SuppressionRule::lt5).secondary == 0);
  CHECK(hide(sum_of({5, 20, 30}), SuppressionRule::lt10).small == 1);
  CHECK(hide(sum_of({0, 1, 2}), SuppressionRule::none).small == 0);
}

TEST_CASE("small numbers: no hidden count of one, two or three splits can be worked out") {
  std::mt19937 random(17);
  for (const int splits : {1, 2, 3})
    for (int round = 0; round < (splits == 3 ? 4 : 25); ++round)
      for (const SuppressionRule rule : {SuppressionRule::mhsds, SuppressionRule::lt5, SuppressionRule::lt10}) {
        const CountTable table = random_table(random, splits);
        const Hidden hidden = hide(table, rule);
        const PossibleCounts possible(table, rule, hidden.cells);
        for (Cell cell = 0; cell < table.entries.size(); ++cell) {
          const std::int64_t truth = table.entries[cell].truth;
          CHECK((hidden.cells[cell] || truth >= threshold_of(rule)));
          if (!hidden.cells[cell]) continue;
          REQUIRE(possible.can_be(cell, truth));
          REQUIRE(possible.is_protected(cell));
        }
      }
}

TEST_CASE("small numbers: what is shown is to the nearest 5 under mhsds") {
  CHECK(shown(4, SuppressionRule::mhsds).hidden);
  CHECK(shown(0, SuppressionRule::mhsds).hidden);
  CHECK(shown(7, SuppressionRule::mhsds) == Count(5));
  CHECK(shown(8, SuppressionRule::mhsds) == Count(10));
  CHECK(shown(9, SuppressionRule::lt10).hidden);
  CHECK(shown(13, SuppressionRule::lt10) == Count(13));
  CHECK(percent_step(500) == 1);
  CHECK(percent_step(499) == 2);
  CHECK(percent_step(100) == 5);
  CHECK(percent_step(50) == 10);
  CHECK(percent_step(20) == 25);
  CHECK(percent_step(19) == 0);
}

TEST_CASE("publishing: figures about hidden counts are hidden, and single weeks are not told") {
  Tally tally;
  tally.cut_off = *text::parse_date("2025-03-31");
  tally.last_day = 28;
  for (int wait = 0; wait < 30; ++wait) tally.waits.add(Outcome::completed, wait);
  tally.waits.add(Outcome::left, 3, 2);
  tally.quality.rows = tally.quality.analysed = 32;
  tally.reasons["moved"] = 2;
  tally.cohorts[12 * 2025] = {32, 29, 2};
  WaitsRequest request;
  request.within = {28, true};
  const Published told = published(worked_out(tally, request), SuppressionRule::mhsds);
  CHECK(told.waits.left.hidden);
  CHECK(told.waits.left_median.is_hidden());
  CHECK(told.waits.completed.n == Count(30));
  CHECK(told.waits.completed.mean.value == 15);  // 14.5, whole
  CHECK(told.waits.waiting.n.hidden);            // nobody, which is a small number
  CHECK(told.waits.waiting.median.is_hidden());
  CHECK(told.waits.weeks.empty());
  CHECK(!told.waits.curve);
  for (const AtDay& at : told.waits.at) {
    CHECK(at.at_risk.hidden);
    CHECK(at.left.percent.is_hidden());
  }
  CHECK(told.waits.within_completed.numerator.hidden);
  CHECK(std::fmod(told.waits.within_completed.rate.percent.value, 25) == 0);
  const Published exact = published(worked_out(tally, request), SuppressionRule::none);
  CHECK(exact.waits.left == Count(2));
  CHECK(exact.hidden == 0);
}
