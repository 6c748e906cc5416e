// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cmath>

#include "libthrive/journeys/log_rank.hpp"
#include "libthrive/journeys/spread.hpp"
#include "libthrive/journeys/survival.hpp"
#include "libthrive/journeys/weekly.hpp"

using namespace thrive;
using namespace thrive::journeys;

TEST_CASE("waits: quantiles of type 7") {
  const Histogram values = {0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 1};  // 1, 2, 4, 10
  CHECK(quantile(values, 0.5).value == doctest::Approx(3));
  CHECK(quantile(values, 0.25).value == doctest::Approx(1.75));
  CHECK(quantile(values, 0.9).value == doctest::Approx(8.2));
  CHECK(quantile(values, 1).value == 10);
  CHECK(mean(values).value == doctest::Approx(4.25));
  CHECK(!quantile({}, 0.5).is_known());
  CHECK(!mean({0, 0}).is_known());
  CHECK(median_of({5, 1, 3}).value == 3);
  CHECK(median_of({5, 1, 3, 2}).value == doctest::Approx(2.5));
}

TEST_CASE("waits: Wilson's interval, as Newcombe (1998) tables it") {
  const Rate rate = wilson(81, 263);
  CHECK(rate.lower.value == doctest::Approx(25.53).epsilon(0.0005));
  CHECK(rate.upper.value == doctest::Approx(36.62).epsilon(0.0005));
  CHECK(wilson(0, 20).lower.value == 0);
  CHECK(wilson(0, 20).upper.value == doctest::Approx(16.11).epsilon(0.0005));
  CHECK(!wilson(0, 0).percent.is_known());
}

TEST_CASE("waits: half seen is the first day of a flat step") {
  WaitCounts waits;
  waits.add(Outcome::completed, 20, 5);
  waits.add(Outcome::completed, 30, 5);
  const Curves curves(waits);
  CHECK(curves.day_of_share(0.5).day.value == 20);
  CHECK(curves.seen_if_none_left(29).percent.value == doctest::Approx(50));
  CHECK(curves.seen_if_none_left(30).percent.value == 100);
  CHECK(!curves.seen_if_none_left(30).lower.is_known());
  CHECK(curves.seen_if_none_left(400).percent.value == 100);  // all have been seen
  CHECK(curves.at_risk(21) == 5);
  CHECK(curves.at_risk(31) == 0);
}

TEST_CASE("waits: leaving is no being seen") {
  WaitCounts waits;
  waits.add(Outcome::left, 10, 4);
  waits.add(Outcome::completed, 20, 4);
  waits.add(Outcome::waiting, 30, 2);
  const Curves curves(waits);
  CHECK(curves.seen(20).percent.value == doctest::Approx(40));
  CHECK(curves.left(20).percent.value == doctest::Approx(40));
  CHECK(curves.waiting(20).value == doctest::Approx(20));
  // Of the six who were left, four were seen.
  CHECK(curves.seen_if_none_left(20).percent.value == doctest::Approx(200.0 / 3));
  CHECK(!curves.seen(31).percent.is_known());  // nobody is known to wait that long
  CHECK(curves.seen(9).percent.value == 0);
  CHECK(!curves.seen(9).lower.is_known());
}

TEST_CASE("waits: without leavers the variance of the share is that of a binomial") {
  WaitCounts waits;
  waits.add(Outcome::completed, 5, 30);
  waits.add(Outcome::waiting, 50, 70);
  const double p = 0.3, deviation = std::sqrt(p * (1 - p) / 100);
  const double exponent = normal_95 * deviation / (p * std::log(p));
  const Rate seen = Curves(waits).seen(5);
  CHECK(seen.upper.value == doctest::Approx(100 * std::pow(p, std::exp(exponent))));
  CHECK(seen.lower.value == doctest::Approx(100 * std::pow(p, std::exp(-exponent))));
}

TEST_CASE("waits: the log-rank test of the acute leukaemia trial (Freireich 1963)") {
  WaitCounts drug, placebo;
  for (const int weeks : {6, 6, 6, 7, 10, 13, 16, 22, 23}) drug.add(Outcome::completed, weeks);
  for (const int weeks : {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) drug.add(Outcome::waiting, weeks);
  for (const int weeks : {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23})
    placebo.add(Outcome::completed, weeks);
  const auto test = log_rank_test({&drug, &placebo});
  REQUIRE(test);
  CHECK(test->chi_square == doctest::Approx(16.79).epsilon(0.0005));
  CHECK(test->df == 1);
  CHECK(test->p < 0.0001);
  CHECK(Curves(drug).day_of_share(0.5).day.value == 23);
  CHECK(Curves(placebo).day_of_share(0.5).day.value == 8);
  CHECK(!log_rank_test({&drug}));
}

TEST_CASE("waits: tails of the chi-square distribution") {
  CHECK(chi_square_above(3.841458820694124, 1) == doctest::Approx(0.05));
  CHECK(chi_square_above(5.991464547107979, 2) == doctest::Approx(0.05));
  CHECK(chi_square_above(18.307038053275146, 10) == doctest::Approx(0.05));
  CHECK(chi_square_above(0, 3) == 1);
}

TEST_CASE("weekly figures: nothing about fewer than five people") {
  Week week;
  week.complete = true;
  week.stopped = 6;
  week.within = 2;
  week.median_wait = 9.5;
  week.left = 4;
  week.waiting_at_end = 13;
  const auto one = [&](model::WaitStatistic statistic, SuppressionRule rule) {
    return weekly_figures({week}, statistic, rule).front();
  };
  CHECK(one(model::WaitStatistic::median_wait, SuppressionRule::lt5).value.value == 9.5);
  CHECK(one(model::WaitStatistic::median_wait, SuppressionRule::mhsds).value.value == 10);
  CHECK(one(model::WaitStatistic::median_wait, SuppressionRule::lt10).is_empty());
  CHECK(one(model::WaitStatistic::share_within, SuppressionRule::lt5).numerator.value == 2);
  CHECK(one(model::WaitStatistic::share_within, SuppressionRule::mhsds).is_empty());
  CHECK(one(model::WaitStatistic::left, SuppressionRule::lt5).is_empty());
  CHECK(one(model::WaitStatistic::waiting, SuppressionRule::mhsds).value.value == 15);
  week.complete = false;
  CHECK(weekly_figures({week}, model::WaitStatistic::waiting, SuppressionRule::lt5).empty());
}
