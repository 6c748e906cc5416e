// SPDX-License-Identifier: MIT
//
// Series on which a slip at a boundary shows: a point exactly on a line, a run exactly as long as chance allows, a
// baseline that ends on a point. Expected values by hand; shares of the normal distribution by Python's math.erfc.
#include <doctest/doctest.h>

#include <cmath>

#include "libthrive/findings/say.hpp"
#include "libthrive/measures/dispersion.hpp"
#include "libthrive/measures/lines.hpp"
#include "libthrive/measures/rebase_suggestion.hpp"
#include "libthrive/measures/signal_list.hpp"
#include "libthrive/measures/signals.hpp"
#include "libthrive/measures/spacing.hpp"
#include "tests/unit/measures/cases.hpp"

using namespace thrive;
using namespace thrive::measures;

namespace {

const double missing = std::nan("");

text::Date day(const char* written) { return *text::parse_date(written); }

Settings nhs(Chart chart = Chart::xmr) {
  Settings settings;
  settings.rules = tests::rule_set("nhs");
  settings.chart = chart;
  settings.better = model::Better::higher;
  return settings;
}

/// Values about a centre of nought without limits.
SegmentView view_of(const std::vector<double>& values) {
  SegmentView view;
  view.value = values;
  view.lines.assign(values.size(), Lines{0, -100, 100, -100, 100});
  view.excluded.assign(values.size(), false);
  return view;
}

std::size_t fired(const std::vector<double>& values, const RuleSet& rules) {
  std::size_t count = 0;
  for (const auto& point : fired_rules(view_of(values), rules, Chart::xmr)) count += point.empty() ? 0 : 1;
  return count;
}

model::Series ratios(const std::vector<std::pair<double, double>>& figures) {
  model::Series series = tests::weekly(std::vector<double>(figures.size(), 0));
  series.has_denominator = true;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    model::SeriesPoint& point = series.points[i];
    point.numerator = figures[i].first;
    point.denominator = figures[i].second;
    point.value = std::nullopt;
    if (figures[i].second > 0) point.value = 100 * figures[i].first / figures[i].second;
  }
  return series;
}

std::string why_no_rebase(const std::vector<double>& values) {
  NoSuggestion why;
  const auto suggestion = suggest_rebase(analyse(tests::weekly(values), nhs()), Subject{}, why);
  return suggestion ? "suggested" : why.reason;
}

}  // namespace

TEST_CASE("a point exactly on a line is not beyond it") {
  const Lines lines{10, 4, 16, 6, 14};
  CHECK_FALSE(is_outside(16, lines));
  CHECK_FALSE(is_outside(4, lines));
  CHECK(is_outside(16.1, lines));
  CHECK(is_outside(3.9, lines));
  CHECK_FALSE(is_near_limit(14, lines));
  CHECK_FALSE(is_near_limit(6, lines));
  CHECK(is_near_limit(16, lines));
  CHECK(is_near_limit(4, lines));
}

TEST_CASE("a run is a signal when it is longer than chance allows, not when it is as long") {
  RuleSet rules;
  rules.order = {Rule::shift};
  rules.shift = ShiftRule{0, true, true};
  // Twelve useful points: log2(12) = 3.58, so at most 4 + 3 = 7 in a row are usual.
  CHECK(fired({1, 1, 1, 1, 1, 1, 1, -1, 1, -1, 1, -1}, rules) == 0);
  CHECK(fired({1, 1, 1, 1, 1, 1, 1, 1, -1, 1, -1, 1}, rules) == 8);
}

TEST_CASE("a missing value neither counts in a shift or trend nor breaks it, where the rule says so") {
  RuleSet rules;
  rules.order = {Rule::shift};
  rules.shift = ShiftRule{7, false, true};
  CHECK(fired({1, 1, 1, missing, 1, 1, 1, 1}, rules) == 7);
  CHECK(fired({1, 1, 1, missing, 1, 1, 1}, rules) == 0);
  rules.shift->skip_centre = false;
  CHECK(fired({1, 1, 1, missing, 1, 1, 1, 1}, rules) == 0);
  rules.order = {Rule::trend};
  rules.trend = TrendRule{5, true};
  CHECK(fired({1, 2, missing, 3, 4, 5}, rules) == 5);
  CHECK(fired({1, 2, 2, 3, 4, 5}, rules) == 5);
  rules.trend->skip_ties = false;
  CHECK(fired({1, 2, missing, 3, 4, 5}, rules) == 0);
}

TEST_CASE("neighbours outside the limits stay one event when the point between them was left out") {
  std::vector<double> values;
  for (int i = 0; i < 20; ++i) values.push_back(10 + i % 2);
  values.insert(values.end(), {30, 31, 30});
  model::Series series = tests::weekly(values);
  Settings settings = nhs();
  settings.baseline = model::Baseline{20, {}, {}};
  settings.exclude = {series.points[21].date};
  int outside = 0;
  for (const SignalEvent& event : signal_events(analyse(series, settings), Subject{}))
    outside += event.rule == "outside" ? 1 : 0;
  CHECK(outside == 1);
}

TEST_CASE("signals since a day include those of the day") {
  SignalEvent event;
  event.since = day("2024-03-04");
  const std::vector<SignalNews> all = {{"north", event}};
  CHECK(fresh_signals(all, day("2024-03-04"), {}, false).size() == 1);
  CHECK(fresh_signals(all, day("2024-03-05"), {}, false).empty());
}

TEST_CASE("limits of a share stop at nought and a hundred, and sigma is taken where they did not") {
  // 95% of 20: sigma = 100 * sqrt(0.95 * 0.05 / 20) = 4.8734. Above, both lines stop at 100; below they do not.
  Settings settings = nhs(Chart::p);
  settings.scale = 100;
  const Analysis analysis = analyse(ratios(std::vector<std::pair<double, double>>(14, {19, 20})), settings);
  const AnalysedPoint& point = analysis.data.front();
  CHECK(point.upper == doctest::Approx(100));
  CHECK(point.near_upper == doctest::Approx(100));
  CHECK(point.near_lower == doctest::Approx(95 - 2 * 4.8734).epsilon(1e-5));
  CHECK(point.lower == doctest::Approx(95 - 3 * 4.8734).epsilon(1e-5));
  CHECK(analysis.segments.front().sigma == doctest::Approx(4.8734).epsilon(1e-5));
}

TEST_CASE("a row without a value gives its numerator to nothing") {
  // 5 of 10 twice, and 3 of nobody: 10 of 20, not 13 of 20.
  Settings settings = nhs(Chart::p);
  settings.scale = 100;
  CHECK(analyse(ratios({{5, 10}, {3, 0}, {5, 10}}), settings).segments.front().centre == doctest::Approx(50));
}

TEST_CASE("a time between events below nought is no time") {
  const Analysis analysis = analyse(tests::weekly({5, -3, 7, 6}), nhs(Chart::t));
  CHECK_FALSE(analysis.data[1].value);
  CHECK(analysis.missing == 1);
}

TEST_CASE("a baseline ends with its last day, and leaves alone the segments it does not touch") {
  model::Series series = tests::weekly({1, 2, 3, 10, 20, 30, 40, 50});
  Settings settings = nhs();
  settings.baseline = model::Baseline{{}, series.points[0].date, series.points[2].date};
  CHECK(analyse(series, settings).segments[0].centre == doctest::Approx(2));  // (1 + 2 + 3) / 3
  settings.rebase = {series.points[4].date};
  const Analysis parted = analyse(series, settings);
  REQUIRE(parted.segments.size() == 2);
  CHECK(parted.segments[0].centre == doctest::Approx(2));
  CHECK(parted.segments[1].centre == doctest::Approx(35));  // (20 + 30 + 40 + 50) / 4
}

TEST_CASE("a stretch is short below so many points, not at them") {
  Settings settings = nhs();
  settings.rules.short_below = 12;
  std::vector<double> values(12, 1);
  CHECK_FALSE(analyse(tests::weekly(values), settings).segments[0].is_short);
  values.pop_back();
  CHECK(analyse(tests::weekly(values), settings).segments[0].is_short);
}

TEST_CASE("the icon speaks of the latest point that was not left out") {
  model::Series series = tests::weekly({1, 2, 1, 2, 1});
  Settings settings = nhs();
  settings.exclude = {series.points[4].date};
  CHECK(analyse(series, settings).latest == 3u);
}

TEST_CASE("the chance to meet a target is of the better side") {
  // 9 and 11 in turn: mean 10, moving range 2, sigma = 2.66 * 2 / 3 = 1.7733. A target of 12 lies 1.1278 sigma above;
  // 0.8703 of a normal distribution lie below that.
  std::vector<double> values;
  for (int i = 0; i < 20; ++i) values.push_back(9 + 2 * (i % 2));
  Settings settings = nhs();
  settings.target = 12;
  CHECK(analyse(tests::weekly(values), settings).chance_to_meet_target == doctest::Approx(1 - 0.8703).epsilon(1e-4));
  settings.better = model::Better::lower;
  CHECK(analyse(tests::weekly(values), settings).chance_to_meet_target == doctest::Approx(0.8703).epsilon(1e-4));
}

TEST_CASE("a series is stale after three of its periods, not at the third") {
  model::Series series = tests::weekly({1, 2, 1, 2, 1});
  Settings settings = nhs();
  settings.as_of = series.points[4].date + std::chrono::days{21};
  CHECK_FALSE(analyse(series, settings).stale);
  settings.as_of = series.points[4].date + std::chrono::days{22};
  CHECK(analyse(series, settings).stale);
}

TEST_CASE("dates are even while one step in ten is odd") {
  const auto dates = [](int count) {
    std::vector<text::Date> made = {day("2024-01-01")};
    for (int i = 1; i < count; ++i) made.push_back(made.back() + std::chrono::days{i == 3 ? 8 : 7});
    return made;
  };
  CHECK(spacing_of(dates(10), std::nullopt)->even);
  CHECK_FALSE(spacing_of(dates(9), std::nullopt)->even);
}

TEST_CASE("a new level is suggested only when it is a sigma away and stays there") {
  // 0 and 20 in turn have a sigma of 20 / 1.128 = 17.7; the 15s behind them are no sigma away.
  std::vector<double> wild;
  for (int i = 0; i < 14; ++i) wild.push_back(i % 2 == 0 ? 0 : 20);
  wild.insert(wild.end(), 10, 15);
  CHECK(why_no_rebase(wild).find("do not differ by a sigma, or do not stay apart") != std::string::npos);
  // Nine of fifteen points are on the new side, far fewer than four in five.
  std::vector<double> back;
  for (int i = 0; i < 20; ++i) back.push_back(10 + 0.1 * (i % 2));
  for (int i = 0; i < 6; ++i) back.insert(back.end(), {12, 9.9});
  back.insert(back.end(), 3, 12);
  CHECK(why_no_rebase(back).find("do not differ by a sigma, or do not stay apart") != std::string::npos);
  std::vector<double> stays(back.begin(), back.begin() + 20);
  stays.insert(stays.end(), 15, 12);
  CHECK(why_no_rebase(stays) == "suggested");
}

TEST_CASE("the table of usual runs begins with its first row") {
  RuleSet rules;
  rules.runs_table = {{10, 3, 8}};
  CHECK(runs_of(view_of({1, -1, 1, -1, 1, 1, -1, -1, 1, 1}), rules, Chart::run).runs == 7);
  CHECK_FALSE(runs_of(view_of({1, -1, 1, -1, 1, 1, -1, -1, 1}), rules, Chart::run).runs);
}

TEST_CASE("sigma z comes from the baseline alone") {
  // The wild weeks behind the baseline change nothing about the limits before them.
  std::vector<std::pair<double, double>> figures;
  for (int i = 0; i < 12; ++i) figures.emplace_back(40 + 3 * (i % 3), 100);
  Settings settings = nhs(Chart::p_prime);
  settings.scale = 100;
  settings.baseline = model::Baseline{12, {}, {}};
  const auto upper = [&] { return *analyse(ratios(figures), settings).data.front().upper; };
  const double alone = upper();
  figures.insert(figures.end(), {{5, 100}, {95, 100}, {5, 100}, {95, 100}});
  CHECK(upper() == doctest::Approx(alone));
}

TEST_CASE("a point that was left out is no astronomical point") {
  SegmentView view = view_of({0, 0, 50, 50});
  view.individuals = Lines{0, -10, 10, -7, 7};
  view.excluded[2] = true;
  RuleSet rules;
  rules.order = {Rule::astronomical};
  const auto found = fired_rules(view, rules, Chart::run);
  CHECK(found[2].empty());
  REQUIRE(found[3].size() == 1);
  CHECK(found[3][0].limit == 10.0);
}

TEST_CASE("two of three near a limit name the line on their side") {
  SegmentView view = view_of({8, 1, 8, -8, -1, -8});
  view.lines.assign(6, Lines{0, -10, 10, -7, 6});
  RuleSet rules;
  rules.order = {Rule::two_in_three};
  rules.two_in_three = TwoInThreeRule{};
  const auto found = fired_rules(view, rules, Chart::xmr);
  REQUIRE(found[0].size() == 1);
  CHECK(found[0][0].limit == 6.0);
  CHECK(found[0][0].direction == Direction::high);
  REQUIRE(found[5].size() == 1);
  CHECK(found[5][0].limit == -7.0);
  CHECK(found[5][0].direction == Direction::low);
  CHECK(found[1].empty());
}

TEST_CASE("on a chart of moving ranges only single points are signals") {
  RuleSet rules;
  rules.order = {Rule::shift, Rule::outside};
  rules.shift = ShiftRule{3, false, true};
  const std::vector<double> values = {1, 1, 1, 200};
  const auto found = fired_rules(view_of(values), rules, Chart::mr);
  CHECK(found[0].empty());
  CHECK(found[3].size() == 1);
  CHECK(fired_rules(view_of(values), rules, Chart::xmr)[0].size() == 1);
}

TEST_CASE("a signal that ends before an old one began is news") {
  SignalEvent event;
  event.measure = "wait";
  event.rule = "shift";
  event.direction = "low";
  const auto from_to = [&](const char* from, const char* to) {
    event.from = day(from);
    event.to = day(to);
    return SignalNews{"north", event};
  };
  const KnownSignals known =
      KnownSignals::read("north\twait\tshift\tlow\t2024-03-04\t2024-04-01\nnot a line\nnorth\twait\n");
  CHECK(known.knows(from_to("2024-03-11", "2024-03-18")));
  CHECK(known.knows(from_to("2024-02-05", "2024-03-04")));
  CHECK(known.knows(from_to("2024-04-01", "2024-05-06")));
  CHECK_FALSE(known.knows(from_to("2024-01-01", "2024-03-03")));
  CHECK_FALSE(known.knows(from_to("2024-04-02", "2024-05-06")));
}

TEST_CASE("a process that never varies meets the target that it sits on") {
  Settings settings = nhs();
  settings.target = 5;
  CHECK(analyse(tests::weekly(std::vector<double>(24, 5)), settings).chance_to_meet_target == 1.0);
  settings.target = 5.1;
  CHECK(analyse(tests::weekly(std::vector<double>(24, 5)), settings).chance_to_meet_target == 0.0);
  settings.better = model::Better::lower;
  CHECK(analyse(tests::weekly(std::vector<double>(24, 5)), settings).chance_to_meet_target == 1.0);
}

TEST_CASE("a list grows from twenty points on, not at nineteen") {
  const auto growing = [](int points) {
    std::vector<double> values;
    for (int i = 0; i < points; ++i) values.push_back(10 + i);
    return analyse(tests::weekly(values), nhs()).segments[0].growing;
  };
  CHECK(growing(20));
  CHECK_FALSE(growing(19));
}

TEST_CASE("a signal that the latest point belongs to is current") {
  std::vector<double> values;
  for (int i = 0; i < 20; ++i) values.push_back(10 + i % 2);
  values.push_back(30);
  Settings settings = nhs();
  settings.baseline = model::Baseline{20, {}, {}};
  const auto is_current = [&] {
    const auto events = signal_events(analyse(tests::weekly(values), settings), Subject{});
    REQUIRE(events.size() == 1);
    return events.front().current;
  };
  CHECK(is_current());
  values.push_back(10);
  CHECK_FALSE(is_current());
}

TEST_CASE("denominators are uneven from three times the smallest on") {
  Settings settings = nhs();
  settings.scale = 100;
  CHECK(denominator_ratio(analyse(ratios({{5, 10}, {10, 20}, {15, 30}}), settings)) == doctest::Approx(3));
  CHECK_FALSE(denominator_ratio(analyse(ratios({{5, 10}, {10, 20}, {15, 29}}), settings)));
}

TEST_CASE("three zeros in ten are few, four are many") {
  const auto warned = [](const std::vector<double>& values) {
    for (const findings::Finding& warning : analyse(tests::weekly(values), nhs()).warnings)
      if (warning.code == "mostly-zero") return true;
    return false;
  };
  CHECK_FALSE(warned({0, 1, 2, 0, 3, 4, 0, 5, 6, 7}));
  CHECK(warned({0, 1, 2, 0, 3, 4, 0, 5, 6, 0}));
}

TEST_CASE("one leap is no steady growth, although every step goes up") {
  std::vector<double> values;
  for (int i = 0; i < 24; ++i) values.push_back(10 + 0.01 * i);
  CHECK(analyse(tests::weekly(values), nhs()).segments[0].growing);
  values.back() = 1000;
  CHECK_FALSE(analyse(tests::weekly(values), nhs()).segments[0].growing);
}

TEST_CASE("a new level is put down to a cycle that began up to a week after it, or eight weeks before") {
  std::vector<double> values;
  for (int i = 0; i < 20; ++i) values.push_back(10 + 0.1 * (i % 2));
  values.insert(values.end(), 15, 12);
  const model::Series series = tests::weekly(values);
  const auto cycle = [&](int days_after) {
    Subject subject;
    CycleMark mark;
    mark.id = "r1c1";
    mark.start = series.points[20].date + std::chrono::days{days_after};
    subject.cycles = {mark};
    NoSuggestion why;
    const auto suggestion = suggest_rebase(analyse(series, nhs()), subject, why);
    REQUIRE(suggestion);
    REQUIRE(suggestion->at == series.points[20].date);
    return suggestion->cycle.value_or("none");
  };
  CHECK(cycle(7) == "r1c1");
  CHECK(cycle(8) == "none");
  CHECK(cycle(-56) == "r1c1");
  CHECK(cycle(-57) == "none");
}
