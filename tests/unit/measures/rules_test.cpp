// SPDX-License-Identifier: MIT
//
// What the rules say where the known programs go wrong, worked out by hand.
#include <doctest/doctest.h>

#include <cmath>

#include "libthrive/findings/say.hpp"
#include "libthrive/measures/false_alarms.hpp"
#include "tests/unit/measures/cases.hpp"

using namespace thrive;
using namespace thrive::measures;

namespace {

const double missing = std::nan("");

Settings with(const std::string& rules, model::Better better = model::Better::higher) {
  Settings settings;
  settings.rules = tests::rule_set(rules);
  settings.chart = settings.rules.chart;
  settings.better = better;
  return settings;
}

std::vector<double> repeat(std::vector<double> pattern, int times) {
  std::vector<double> values;
  for (int i = 0; i < times; ++i) values.insert(values.end(), pattern.begin(), pattern.end());
  return values;
}

bool fires(const AnalysedPoint& point, Rule rule) {
  for (const FiredRule& fired : point.rules)
    if (fired.rule == rule) return true;
  return false;
}

bool warns(const Analysis& analysis, const std::string& code) {
  for (const findings::Finding& warning : analysis.warnings)
    if (warning.code == code) return true;
  return false;
}

}  // namespace

TEST_CASE("a constant series has limits, and its value decides about the target") {
  Settings settings = with("nhs");
  settings.target = 0.1;
  const Analysis on_target = analyse(tests::weekly(std::vector<double>(24, 0.1)), settings);
  CHECK(on_target.segments[0].lower == 0.1);
  CHECK(on_target.segments[0].upper == 0.1);
  CHECK(on_target.data[3].outside == false);
  CHECK(on_target.data[3].side == 0);
  CHECK(on_target.assurance == Assurance::pass);
  CHECK(warns(on_target, "constant-series"));
  settings.target = 0.2;
  CHECK(analyse(tests::weekly(std::vector<double>(24, 0.1)), settings).assurance == Assurance::fail);
  settings.rules = tests::rule_set("plotthedots");  // to the letter: no limits, hit or miss
  const Analysis to_the_letter = analyse(tests::weekly(std::vector<double>(24, 0.1)), settings);
  CHECK_FALSE(to_the_letter.segments[0].upper);
  CHECK(to_the_letter.assurance == Assurance::hit_or_miss);
}

TEST_CASE("missing values never stop the reading, whatever their place") {
  for (const char* rules : {"nhs", "plotthedots", "anhoej", "ihi"}) {
    std::vector<double> values = {1, 2, 3, missing, 5, 6, 7, 8, 9, missing, 11, 12, 13, 14, 15};
    const Analysis analysis = analyse(tests::weekly(values), with(rules));
    CHECK(analysis.missing == 2);
    CHECK_FALSE(analysis.data[3].side);
    CHECK_FALSE(analysis.data[3].outside);
    CHECK(analysis.data[3].rules.empty());
  }
  const Analysis empty = analyse(tests::weekly(std::vector<double>(20, missing)), with("nhs"));
  CHECK_FALSE(empty.latest);
  CHECK_FALSE(empty.variation);
  CHECK(analyse(model::Series{}, with("nhs")).points == 0);
}

TEST_CASE("when the latest value is missing the icon speaks of the latest there is, and says that it is stale") {
  std::vector<double> values = repeat({10, 12}, 10);
  values.push_back(30);
  values.push_back(missing);
  const Analysis nhs = analyse(tests::weekly(values), with("nhs"));
  CHECK(nhs.variation == Variation::improvement_high);
  CHECK(nhs.stale);
  CHECK(warns(nhs, "latest-missing"));
  CHECK(analyse(tests::weekly(values), with("plotthedots")).variation == Variation::common_cause);
}

TEST_CASE("a rebase between two points starts at the next one and says so; one before or behind them is left aside") {
  Settings settings = with("nhs");
  settings.rebase = {*text::parse_date("2024-02-07"), *text::parse_date("2023-01-01"), *text::parse_date("2030-01-01")};
  const Analysis analysis = analyse(tests::weekly(repeat({1, 2}, 10)), settings);
  REQUIRE(analysis.segments.size() == 2);
  CHECK(text::format_date(analysis.segments[1].start) == "2024-02-12");
  CHECK(warns(analysis, "rebase-between-points"));
  CHECK(warns(analysis, "rebase-ignored"));
  settings.rules = tests::rule_set("plotthedots");
  CHECK(analyse(tests::weekly(repeat({1, 2}, 10)), settings).segments.size() == 1);
}

TEST_CASE("a rebase that leaves one point gives no limits and no assurance, and a warning") {
  Settings settings = with("nhs");
  settings.target = 5;
  settings.rebase = {*text::parse_date("2024-05-13")};
  const Analysis analysis = analyse(tests::weekly(repeat({1, 2}, 10)), settings);
  REQUIRE(analysis.segments.size() == 2);
  CHECK(analysis.segments[1].present == 1);
  CHECK_FALSE(analysis.segments[1].limits);
  CHECK_FALSE(analysis.assurance);
  CHECK(warns(analysis, "no-limits"));
  CHECK(warns(analysis, "short-series"));
}

TEST_CASE("points beyond the limits count towards two in three under nhs, not under plotthedots") {
  // Mean 10 and ranges of 1 on the baseline: limits 10 -/+ 2.66, near lines -/+ 1.773. Worked out by hand.
  std::vector<double> values = repeat({9.5, 10.5}, 10);
  values.insert(values.end(), {13, 10.2, 12, 9});
  Settings settings = with("nhs");
  settings.baseline = model::Baseline{20, {}, {}};
  const Analysis nhs = analyse(tests::weekly(values), settings);
  CHECK(nhs.data[20].label == Rule::outside);
  CHECK(fires(nhs.data[20], Rule::two_in_three));
  CHECK_FALSE(fires(nhs.data[21], Rule::two_in_three));  // not itself beyond two sigma
  CHECK(nhs.data[22].label == Rule::two_in_three);
  CHECK(nhs.segments[0].limits == LimitKind::fixed);
  settings.rules = tests::rule_set("plotthedots");
  CHECK_FALSE(analyse(tests::weekly(values), settings).data[22].label);
}

TEST_CASE("special both ways: nhs shows the improvement, plotthedots the first rule") {
  // Seven rising points, the first of them below the lower limit of the baseline.
  std::vector<double> values = repeat({9.5, 10.5}, 10);
  values.insert(values.end(), {7, 8, 9, 9.5, 9.8, 10.1, 10.4});
  Settings settings = with("nhs");
  settings.baseline = model::Baseline{20, {}, {}};
  const Analysis nhs = analyse(tests::weekly(values), settings);
  CHECK(nhs.data[20].label == Rule::outside);
  CHECK(nhs.data[20].rules.size() >= 2);
  CHECK(nhs.data[20].reading == Reading::improvement);
  settings.rules = tests::rule_set("plotthedots");
  CHECK(analyse(tests::weekly(values), settings).data[20].reading == Reading::concern);
}

TEST_CASE("a trend names its own way at the last point, even when a level step follows") {
  // Seven rising, a level step, six falling: the tie belongs to neither.
  const std::vector<double> values = {1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1};
  const Analysis nhs = analyse(tests::weekly(values), with("nhs"));
  CHECK(fires(nhs.data[6], Rule::trend));
  for (const FiredRule& fired : nhs.data[6].rules)
    if (fired.rule == Rule::trend) CHECK(fired.direction == Direction::up);
  const Analysis peer = analyse(tests::weekly(values), with("plotthedots"));
  for (const FiredRule& fired : peer.data[6].rules)
    if (fired.rule == Rule::trend) CHECK(fired.direction == Direction::down);  // its fault, repeated
}

TEST_CASE("IHI: points on the median are skipped by a shift, repeated values by a trend") {
  Settings settings = with("ihi");
  // Median 5: six above it with two on it between.
  std::vector<double> values = {4, 3, 4, 3, 4, 3, 6, 6, 5, 7, 5, 6, 8, 6, 4};
  const Analysis shift = analyse(tests::weekly(values), settings);
  CHECK(shift.segments[0].centre == 5);
  CHECK(shift.data[6].label == Rule::shift);
  CHECK_FALSE(shift.data[10].label);
  CHECK(shift.data[13].rules.front().length == 6);
  const Analysis trend = analyse(tests::weekly({9, 1, 2, 2, 3, 4, 4, 5, 1, 9, 1}), settings);
  CHECK(fires(trend.data[1], Rule::trend));
  CHECK(fires(trend.data[7], Rule::trend));
  CHECK_FALSE(fires(trend.data[3], Rule::trend));  // the second of equal ones
}

TEST_CASE("an excluded point counts for nothing and stays where it is") {
  std::vector<double> values = repeat({9.5, 10.5}, 10);
  values[5] = 99;
  Settings settings = with("nhs");
  settings.exclude = {*text::parse_date("2024-02-05")};
  const Analysis analysis = analyse(tests::weekly(values), settings);
  CHECK(analysis.data[5].excluded);
  CHECK(analysis.data[5].value == 99);
  CHECK(analysis.data[5].rules.empty());
  CHECK(analysis.segments[0].upper < 14);
}

TEST_CASE("a growing list has no limits; a noisy rise keeps them") {
  std::vector<double> list, noisy;
  for (int i = 0; i < 30; ++i) {
    list.push_back(600 + 5 * i + (i % 3));
    noisy.push_back(600 + i + (i % 2) * 30);
  }
  const Analysis growing = analyse(tests::weekly(list), with("nhs"));
  CHECK_FALSE(growing.segments[0].limits);
  CHECK(warns(growing, "growing-list"));
  CHECK(analyse(tests::weekly(noisy), with("nhs")).segments[0].limits == LimitKind::trial);
  CHECK(analyse(tests::weekly(list), with("plotthedots")).segments[0].limits == LimitKind::trial);
}

TEST_CASE("a denominator of zero is a missing value with a warning") {
  model::Series series;
  series.has_denominator = true;
  for (int i = 0; i < 15; ++i) {
    model::SeriesPoint point;
    point.date = *text::parse_date("2024-01-01") + std::chrono::days(7 * i);
    point.numerator = i == 4 ? 0 : 5 + i % 3;
    point.denominator = i == 4 ? 0 : 20;
    if (i != 4) point.value = *point.numerator / *point.denominator;
    series.points.push_back(point);
  }
  for (const Chart chart : {Chart::xmr, Chart::p, Chart::u_prime}) {
    Settings settings = with("nhs");
    settings.chart = chart;
    const Analysis analysis = analyse(series, settings);
    CHECK(analysis.missing == 1);
    CHECK_FALSE(analysis.data[4].value);
    CHECK(warns(analysis, "zero-denominator"));
  }
}

TEST_CASE("a t chart takes zero days") {
  Settings settings = with("nhs");
  settings.chart = Chart::t;
  const Analysis analysis = analyse(tests::weekly({0, 5, 12, 0, 30, 8, 3, 17, 22, 1, 9, 14}), settings);
  CHECK(analysis.missing == 0);
  CHECK(analysis.segments[0].limits == LimitKind::trial);
}

TEST_CASE("screening that would leave out most ranges is refused, or said where a program is repeated") {
  // 38 equal values and two far ones: all ranges but four are zero; those four are all above 3.267 x 4/39.
  std::vector<double> values(40, 5.0);
  values[10] = values[20] = 6;
  Settings settings = with("plotthedots");
  const Analysis peer = analyse(tests::weekly(values), settings);
  CHECK(peer.segments[0].screened == 4);
  CHECK(peer.segments[0].upper == peer.segments[0].centre);
  CHECK(warns(analyse(tests::weekly(values), with("nhs")), "mostly-equal"));
}

TEST_CASE("the false alarms of stable series are those of simulations of others") {
  // The reference: 4,000 series each; two standard errors of both together are about 2 points.
  const FalseAlarmTable table = FalseAlarmTable::read(tests::data_tree("false-alarms.yaml"));
  const auto percent = [&](const char* rules, std::size_t points) {
    const RuleSet set = tests::rule_set(rules);
    return 100 * *table.share(set, set.chart, points, std::nullopt);
  };
  CHECK(percent("plotthedots", 24) == doctest::Approx(19).epsilon(0.1));
  CHECK(percent("plotthedots", 52) == doctest::Approx(41).epsilon(0.05));
  CHECK(percent("plotthedots", 156) == doctest::Approx(84).epsilon(0.03));
  CHECK(percent("ihi", 52) == doctest::Approx(74).epsilon(0.03));
  CHECK(percent("ihi", 156) == doctest::Approx(99).epsilon(0.02));
  CHECK(std::fabs(percent("anhoej", 24) - 2.6) < 0.8);
  CHECK(std::fabs(percent("anhoej", 52) - 4.7) < 0.8);
  CHECK(std::fabs(percent("anhoej", 156) - 7.5) < 1);
}

TEST_CASE("the table of false alarms is what the simulation gives") {
  const FalseAlarmTable table = FalseAlarmTable::read(tests::data_tree("false-alarms.yaml"));
  for (const char* name : {"nhs", "plotthedots", "anhoej", "ihi"}) {
    const RuleSet rules = tests::rule_set(name);
    for (const Chart chart : {Chart::xmr, Chart::p, Chart::run}) {
      for (const std::optional<int> baseline : {std::optional<int>(), std::optional<int>(20)}) {
        CAPTURE(name);
        Simulation simulation;
        simulation.points = 60;
        simulation.baseline_points = baseline;
        simulation.series = 1500;
        simulation.seed = 7;
        const double share = simulate_false_alarms(rules, chart, simulation);
        CHECK(std::fabs(share - *table.share(rules, chart, 60, baseline)) < 4 * 0.0129);  // 4 x sqrt(.25 / 1500)
      }
    }
  }
}
