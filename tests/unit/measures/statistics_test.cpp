// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cmath>

#include "libthrive/measures/statistics.hpp"
#include "tests/unit/measures/cases.hpp"

using namespace thrive;
using namespace thrive::measures;

namespace {
const double missing = std::nan("");
}

TEST_CASE("the mean of equal decimals is that decimal, however many there are") {
  for (const double value : {0.1, 0.7, 33.3, 1e15 + 0.3, -2.2})
    for (std::size_t count = 1; count < 200; ++count) CHECK(exact_mean(std::vector<double>(count, value)) == value);
}

TEST_CASE("sums and means lose nothing to rounding") {
  CHECK(exact_sum({1e100, 1, -1e100}) == 1);
  CHECK(exact_mean({1e16, 1, 1, -1e16}) == 0.5);
  CHECK(exact_mean({3, missing, 4}) == 3.5);
  CHECK(std::isnan(exact_mean({missing})));
  CHECK(std::isnan(exact_mean({})));
}

TEST_CASE("the median leaves missing figures aside") {
  CHECK(median({5, missing, 1, 3}) == 3);
  CHECK(median({4, 1, 3, 2}) == 2.5);
  CHECK(std::isnan(median({missing})));
}

TEST_CASE("a missing figure is a gap that no moving range bridges") {
  const std::vector<double> ranges = moving_ranges({1, 3, missing, 4, 2});
  CHECK(ranges[0] == 2);
  CHECK(std::isnan(ranges[1]));
  CHECK(std::isnan(ranges[2]));
  CHECK(ranges[3] == 2);
}

TEST_CASE("screening leaves out ranges of the factor times the mean and more, once") {
  const ScreenedMean screened = mean_range({1, 1, 1, 1, 1, 1, 1, 100}, 3.267);
  CHECK(screened.left_out == 1);
  CHECK(screened.mean == 1);
  const ScreenedMean constant = mean_range({0, 0}, 3.267);  // 0 < 0 is false
  CHECK(constant.left_out == 2);
  CHECK(std::isnan(constant.mean));
}

TEST_CASE("limits of runs are those of the table of Anhoej and Olesen") {
  // useful points, longest run, crossings: the table of the reference
  const int table[][3] = {{10, 6, 2},    {12, 7, 3},    {15, 7, 4},    {20, 7, 6},  {24, 8, 8},
                          {30, 8, 10},   {36, 8, 13},   {40, 8, 14},   {52, 9, 20}, {60, 9, 23},
                          {100, 10, 41}, {156, 10, 67}, {260, 11, 116}};
  for (const auto& [useful, run, crossings] : table) {
    const auto captured_useful = useful;  // clang 14 captures no structured bindings
    CAPTURE(captured_useful);
    CHECK(longest_run_limit(useful) == run);
    CHECK(crossings_limit(useful - 1) == crossings);
  }
  CHECK(crossings_limit(0) == 0);
  CHECK(longest_run_limit(0) == 0);
  // Far beyond where powers of a half vanish. Python with whole numbers: P(X <= 49738) = 0.04940, 49739: 0.05005.
  CHECK(crossings_limit(99999) == 49739);
}

TEST_CASE("usual runs are the exact values of Swed and Eisenhart, as the table has them for even numbers") {
  const RuleSet ihi = tests::rule_set("ihi");
  CHECK(ihi.runs_table.size() == 51);
  for (const RunsLimits& row : ihi.runs_table) {
    CAPTURE(row.useful);
    const UsualRuns exact = usual_runs(row.useful);
    // The printed table differs from the exact value by one in 14 of its odd rows.
    const int slack = row.useful % 2;
    CHECK(std::abs(exact.fewest - row.lower) <= slack);
    CHECK(std::abs(exact.most - row.upper) <= slack);
  }
  // Worked out with whole numbers in Python for 100 points: P(R <= 42) = 0.0436, P(R <= 43) = 0.0655.
  CHECK(usual_runs(100).fewest == 42);
}
