// SPDX-License-Identifier: MIT
//
// Whether figures can be what the measure says, and what belongs to the points of a chart. Values by hand.
#include "libthrive/measures/meaning.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "libthrive/measures/describe/sentences.hpp"
#include "libthrive/measures/describe/spelling.hpp"
#include "libthrive/measures/plotted.hpp"
#include "libthrive/measures/rebase_suggestion.hpp"
#include "libthrive/measures/signal_list.hpp"
#include "libthrive/measures/targets.hpp"
#include "tests/unit/measures/cases.hpp"

using namespace thrive;
using namespace thrive::measures;

namespace {

text::Date on(const char* written) { return *text::parse_date(written); }

Settings higher_is_better() {
  Settings settings;
  settings.rules = tests::rule_set("nhs");
  settings.better = model::Better::higher;
  return settings;
}

std::vector<double> about_ten(int points) {
  std::vector<double> values;
  for (int i = 0; i < points; ++i) values.push_back(10 + (i * 7 % 5) - 2);
  return values;
}

std::optional<double> times_of(std::vector<double> values) {
  const auto far = model::far_figure(tests::weekly(values).points);
  return far ? std::optional(far->times) : std::nullopt;
}

bool pattern_is(const Analysis& analysis, std::string_view wanted) {
  for (const Said& said : sentences_of(analysis, Subject{}))
    if (said.pattern == wanted) return true;
  return false;
}

}  // namespace

TEST_CASE("far figures: twenty times the median and five times the next, once among twelve") {
  std::vector<double> values(12, 10);
  values[4] = 200;
  CHECK(times_of(values) == doctest::Approx(20));
  values[4] = 199;
  CHECK_FALSE(times_of(values));
  values[4] = 200;
  values[5] = 41;  // a fifth of 200 is 40
  CHECK_FALSE(times_of(values));
  values[5] = 200;
  CHECK_FALSE(times_of(values));  // two are no slip
  std::vector<double> long_series(100, 10);
  long_series[4] = long_series[5] = 200;
  CHECK(times_of(long_series) == doctest::Approx(20));  // one in fifty
  CHECK_FALSE(times_of({10, 10, 10, 200}));
  CHECK_FALSE(times_of(std::vector<double>(12, 0)));
}

TEST_CASE("far figures: nothing is judged before they have been looked at, and all is once they are left out") {
  model::Series series = tests::weekly(about_ten(30));
  series.points[20].value = 980;
  Settings settings = higher_is_better();
  settings.target = 5;
  const Analysis doubted = analyse(series, settings);
  CHECK_FALSE(doubted.variation);
  CHECK_FALSE(doubted.assurance);
  CHECK(signal_events(doubted, Subject{}).empty());
  CHECK(pattern_is(doubted, "look-first"));
  settings.exclude = {series.points[20].date};
  CHECK(analyse(series, settings).variation == Variation::common_cause);
  settings.exclude.clear();
  settings.rules = tests::rule_set("plotthedots");  // to the letter
  CHECK(analyse(series, settings).variation);
}

TEST_CASE("shares: figures and targets that cannot both be percentages") {
  const auto which = [](const std::vector<double>& values, std::optional<double> target) {
    return model::looks_like_share(tests::weekly(values).points, target);
  };
  CHECK(which({0.85, 0.9, 0.95}, 90) == model::LooksLikeShare::figures);
  CHECK(which({0.85, 0.9, 0.95}, {}) == model::LooksLikeShare::figures);
  CHECK(which({0.3, 0.4, 0.2}, {}) == std::nullopt);  // three in a thousand can be
  CHECK(which({0.3, 0.4, 0.2}, 2) == std::nullopt);
  CHECK(which({0.3, 0.4, 0.2}, 20) == model::LooksLikeShare::figures);
  CHECK(which({85, 90, 95}, 0.9) == model::LooksLikeShare::target);
  CHECK(which({85, 90, 95}, 90) == std::nullopt);
  CHECK(which({0, 1, 1}, 90) == std::nullopt);  // nobody, or one in a hundred
}

TEST_CASE("rates: the number in a unit, however it is written") {
  CHECK(model::number_in_unit("per 1,000 children") == 1000.0);
  CHECK(model::number_in_unit("referrals per 100 000") == 100000.0);
  CHECK(model::number_in_unit("per 10000") == 10000.0);
  CHECK(model::number_in_unit("per week") == std::nullopt);
  CHECK(model::number_in_unit("super 5") == std::nullopt);
  CHECK(model::number_in_unit("days") == std::nullopt);
}

TEST_CASE("points: unit, direction and target are of the value, and stay with it") {
  Settings settings = higher_is_better();
  settings.unit = "percent";
  settings.target = 75;
  settings.scale = settings.most.emplace(100);
  for (const Chart chart : {Chart::xmr, Chart::run, Chart::i, Chart::p, Chart::p_prime, Chart::u, Chart::u_prime}) {
    settings.chart = chart;
    CHECK(settings_of_points(settings, true).target == 75.0);
  }
  for (const Chart chart : {Chart::mr, Chart::c, Chart::g, Chart::t}) {
    settings.chart = chart;
    const Settings points = settings_of_points(settings, true);
    CHECK_FALSE(points.target);
    CHECK(points.better == model::Better::neither);
    CHECK_FALSE(points.most);
    CHECK(points.unit != settings.unit);
  }
  settings.chart = Chart::c;
  settings.target_of_points = 12;
  settings.better_of_points = model::Better::lower;
  CHECK_FALSE(settings_of_points(settings, true).target);  // 12 % is what was asked for
  settings.scale = 1;
  CHECK(settings_of_points(settings, true).target == 12.0);
  CHECK(settings_of_points(settings, true).better == model::Better::lower);
  settings.unit = "referrals";
  CHECK(settings_of_points(settings, false).target == 75.0);  // a count is what the measure is
}

TEST_CASE("points: a jump is neither better nor worse, and no target is aimed at by it") {
  std::vector<double> values = about_ten(24);
  values.back() = 2;
  Settings settings = higher_is_better();
  settings.chart = Chart::mr;
  settings.target = 9;
  const Analysis analysis = analyse(tests::weekly(values), settings);
  CHECK(analysis.variation == Variation::neutral_high);
  CHECK_FALSE(analysis.assurance);
  CHECK(analysis.met.empty());
  CHECK(analysis.data.back().measured == 2.0);
}

TEST_CASE("targets: the one in force on a day, by name") {
  using model::DatedTarget;
  const std::vector<DatedTarget> targets = {{75, on("2022-04-01"), {}, {}},
                                            {78, on("2023-04-01"), on("2024-03-31"), {}},
                                            {80, {}, {}, "local"},
                                            {82, on("2023-01-01"), {}, "local"}};
  const auto at = [&](const char* day, const char* name) { return model::target_on(targets, name, on(day)); };
  CHECK(at("2022-03-31", "") == std::nullopt);
  CHECK(at("2022-04-01", "") == 75.0);
  CHECK(at("2023-03-31", "") == 75.0);
  CHECK(at("2023-04-01", "") == 78.0);
  CHECK(at("2024-03-31", "") == 78.0);
  CHECK(at("2024-04-01", "") == std::nullopt);
  CHECK(at("2020-01-01", "local") == 80.0);
  CHECK(at("2024-04-01", "local") == 82.0);
  CHECK(model::names_of_targets(targets) == std::vector<std::string>{"local"});
}

TEST_CASE("targets: a figure is held against the target of its date") {
  // Ten weeks at 76 under a target of 75, then six under one of 78: of the latest twelve, six met theirs.
  Settings settings = higher_is_better();
  const model::Series series = tests::weekly(std::vector<double>(16, 76));
  settings.targets = {{75, {}, {}, {}}, {78, series.points[10].date, {}, {}}};
  const Analysis analysis = analyse(series, settings);
  REQUIRE(analysis.met.size() == 1);
  CHECK(analysis.met[0].met == 6);
  CHECK(analysis.met[0].points == 12);
  CHECK(analysis.assurance == Assurance::fail);
  CHECK(analysis.data[9].target == 75.0);
  CHECK(analysis.data[10].target == 78.0);
}

TEST_CASE("targets: limits of before a lasting shift give no assurance") {
  std::vector<double> values = about_ten(20);
  values.insert(values.end(), {20, 21, 19, 20, 22, 20, 21, 20});
  Settings settings = higher_is_better();
  settings.baseline = model::Baseline{20, {}, {}};
  settings.target = 18;
  const Analysis shifted = analyse(tests::weekly(values), settings);
  CHECK(shifted.has_shifted);
  CHECK_FALSE(shifted.assurance);
  CHECK_FALSE(shifted.chance_to_meet_target);
  CHECK(shifted.met[0].met == 8);
  CHECK(pattern_is(shifted, "aim-after-shift"));
  settings.rebase = {tests::weekly(values).points[20].date};
  CHECK_FALSE(analyse(tests::weekly(values), settings).variation);  // eight points are too few
}

TEST_CASE("targets: one on a limit is as good as beyond it") {
  // 10 and 12 in turn: mean 11, moving range 2, limits 11 +/- 5.32.
  std::vector<double> values;
  for (int i = 0; i < 20; ++i) values.push_back(10 + 2 * (i % 2));
  Settings settings = higher_is_better();
  const auto assurance = [&](double target) {
    settings.target = target;
    return analyse(tests::weekly(values), settings).assurance;
  };
  CHECK(assurance(16.32) == Assurance::fail);
  CHECK(assurance(16.31) == Assurance::hit_or_miss);
  CHECK(assurance(5.68) == Assurance::pass);
  settings.rules = tests::rule_set("plotthedots");
  CHECK(assurance(16.32) == Assurance::hit_or_miss);
}

TEST_CASE("periods: one that is not over is shown and judged by nobody") {
  using model::Frequency;
  CHECK_FALSE(is_over(on("2024-06-10"), Frequency::weekly, on("2024-06-16")));
  CHECK(is_over(on("2024-06-10"), Frequency::weekly, on("2024-06-17")));
  CHECK_FALSE(is_over(on("2024-06-01"), Frequency::monthly, on("2024-06-30")));
  CHECK(is_over(on("2024-06-30"), Frequency::monthly, on("2024-07-01")));
  CHECK_FALSE(is_over(on("2024-06-10"), Frequency::daily, on("2024-06-10")));
  std::vector<double> values = about_ten(24);
  values.push_back(1);
  Settings settings = higher_is_better();
  settings.frequency = Frequency::weekly;
  const model::Series series = tests::weekly(values);
  settings.as_of = series.points.back().date + std::chrono::days{6};
  const Analysis during = analyse(series, settings);
  CHECK(during.variation == Variation::common_cause);
  CHECK(during.data.back().unfinished);
  CHECK(during.data.back().provisional);
  CHECK_FALSE(during.data.back().outside);
  CHECK(during.segments[0].centre == analyse(tests::weekly(about_ten(24)), settings).segments[0].centre);
  CHECK(signal_events(during, Subject{}).empty());
  settings.as_of = series.points.back().date + std::chrono::days{7};
  CHECK(analyse(series, settings).variation == Variation::concern_low);
}

TEST_CASE("rebases: a level that the same weeks of the year before had is a season") {
  std::vector<double> values;
  for (int week = 0; week < 104; ++week) values.push_back((week % 52 >= 42 ? 30 : 60) + week * 7 % 5);
  NoSuggestion why;
  CHECK_FALSE(suggest_rebase(analyse(tests::weekly(values), higher_is_better()), Subject{}, why));
  REQUIRE(why.season);
  CHECK_FALSE(why.season->is_high);
  CHECK(why.season->mean == doctest::Approx(32).epsilon(0.02));
  for (int week = 42; week < 52; ++week) values[static_cast<std::size_t>(week)] += 30;  // no season the year before
  CHECK(suggest_rebase(analyse(tests::weekly(values), higher_is_better()), Subject{}, why));
}

TEST_CASE("spelling: what people set stays as it was set, and the rest has the digits that tell it apart") {
  CHECK(set_in_words(4.5) == "4.5");
  CHECK(set_in_words(75, "percent") == "75%");
  CHECK(set_in_words(0.00035, "per 1,000") == "0.00035 per 1,000");
  const auto spelt = [](const std::vector<double>& values) {
    const Analysis analysis = analyse(tests::weekly(values), higher_is_better());
    return value_in_words(values.back(), analysis);
  };
  CHECK(spelt({3, 4, 5}) == "5");
  CHECK(spelt({3.25, 4, 5.5}) == "5.50");
  CHECK(spelt({0.000353, 0.000411, 0.000362}) == "0.000362");
  CHECK(spelt({3.14159265, 2.71828182, 1.41421356}) == "1.414");
  CHECK(spelt({1e300, 1e300}) == "1.00e+300");
  // 7.2 is beyond a limit of 4.5 + 2.66 = 7.16, which must not read "7.2".
  std::vector<double> values;
  for (int i = 0; i < 20; ++i) values.push_back(4 + i % 2);
  values.push_back(7.2);
  Settings settings = higher_is_better();
  settings.baseline = model::Baseline{20, {}, {}};
  const Analysis analysis = analyse(tests::weekly(values), settings);
  CHECK(limit_in_words(*analysis.segments[0].upper, analysis) == "7.16");
}
