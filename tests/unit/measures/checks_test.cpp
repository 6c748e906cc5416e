// SPDX-License-Identifier: MIT
//
// Every warning about the figures of a series: what brings it, and that `thrive explain` knows it. The series are made
// by hand; beside each the sum that makes it the right case.
#include "libthrive/measures/checks.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "libthrive/findings/words.hpp"
#include "tests/unit/measures/cases.hpp"

using namespace thrive;
using namespace thrive::measures;

namespace {

Settings with(const std::string& rules) {
  Settings settings;
  settings.rules = tests::rule_set(rules);
  settings.chart = settings.rules.chart;
  return settings;
}

std::vector<double> repeat(const std::vector<double>& pattern, int times) {
  std::vector<double> values;
  for (int i = 0; i < times; ++i) values.insert(values.end(), pattern.begin(), pattern.end());
  return values;
}

/// A ratio series: numerator, denominator, and their ratio as the value.
model::Series ratios(const std::vector<std::pair<double, double>>& parts) {
  model::Series series = tests::weekly(std::vector<double>(parts.size(), 0.0));
  series.has_denominator = true;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    series.points[i].numerator = parts[i].first;
    series.points[i].denominator = parts[i].second;
    series.points[i].value = parts[i].second > 0 ? std::optional(parts[i].first / parts[i].second) : std::nullopt;
  }
  return series;
}

struct Case {
  std::string code;
  model::Series series;
  Settings settings;
};

bool warns(const Analysis& analysis, const std::string& code) {
  for (const findings::Finding& warning : analysis.warnings)
    if (warning.code == code) return true;
  return false;
}

Case with_change(std::string code, model::Series series, const std::function<void(Settings&)>& change,
                 const std::string& rules = "nhs") {
  Case made{std::move(code), std::move(series), with(rules)};
  change(made.settings);
  return made;
}

text::Date day(const char* words) { return *text::parse_date(words); }

std::vector<Case> cases() {
  const double missing = std::nan("");
  const std::vector<double> plain = repeat({10, 12, 11, 13, 9, 12, 10, 14}, 4);
  std::vector<double> waves, seasons, one_gap = plain;
  for (int i = 0; i < 40; ++i) waves.push_back(100 + 10 * std::sin(i / 6.0));
  // Twelve months that repeat, three times: a year apart they are equal.
  for (int i = 0; i < 156; ++i) seasons.push_back(100 + 20 * std::sin(i % 52 * 2 * M_PI / 52) + (i % 2 == 0 ? 3 : -3));
  one_gap.back() = missing;
  std::vector<double> rising;
  for (int i = 0; i < 30; ++i) rising.push_back(10 + i);
  model::Series uneven = tests::weekly(plain), gap = tests::weekly(plain);
  for (std::size_t i = 0; i < uneven.points.size(); ++i)
    uneven.points[i].date = day("2024-01-01") + std::chrono::days(i * (i + 1));
  gap.points.erase(gap.points.begin() + 5);
  model::Series with_slip = tests::weekly(plain);
  with_slip.points[7].value = 1400;
  const auto nothing = [](Settings&) {};
  return {
      with_change("no-points", {}, nothing),
      with_change("uneven-spacing", uneven, nothing),
      with_change("gaps", gap, nothing),
      with_change("missing-values", tests::weekly(one_gap), nothing),
      with_change("latest-missing", tests::weekly(one_gap), nothing),
      // The last of 32 weeks from 1 January 2024 is 5 August.
      with_change("stale-series", tests::weekly(plain), [](Settings& s) { s.as_of = day("2024-08-27"); }),
      with_change("provisional-points", tests::weekly(plain), [](Settings& s) { s.provisional = 2; }),
      with_change("impossible-value", tests::weekly({3, 4, 0, 5}), [](Settings& s) { s.chart = Chart::t; }),
      with_change("zero-denominator", ratios({{1, 4}, {2, 0}, {3, 5}}), [](Settings& s) { s.chart = Chart::p; }),
      with_change("no-denominator", tests::weekly(plain), [](Settings& s) { s.chart = Chart::u; }),
      with_change("constant-series", tests::weekly(std::vector<double>(20, 4)), nothing),
      with_change("mostly-zero", tests::weekly(repeat({0, 0, 3, 1, 2}, 5)), nothing),      // 40 %
      with_change("mostly-equal", tests::weekly(repeat({7, 7, 7, 9, 7, 8}, 5)), nothing),  // 67 %
      with_change("short-series", tests::weekly({1, 5, 2, 6}), nothing),
      with_change("growing-list", tests::weekly(rising), nothing),
      with_change("no-limits", tests::weekly({4}), nothing),
      with_change("rebase-ignored", tests::weekly(plain), [](Settings& s) { s.rebase = {day("2030-01-07")}; }),
      with_change("rebase-between-points", tests::weekly(plain), [](Settings& s) { s.rebase = {day("2024-04-03")}; }),
      with_change("exclude-without-point", tests::weekly(plain), [](Settings& s) { s.exclude = {day("2024-04-03")}; }),
      // One share of 20 %, then of 80 %: far more apart than 1,000 throws of a coin can be.
      with_change("over-dispersed",
                  ratios(std::vector<std::pair<double, double>>({{200, 1000},
                                                                 {800, 1000},
                                                                 {250, 1000},
                                                                 {700, 1000},
                                                                 {300, 1000},
                                                                 {750, 1000},
                                                                 {220, 1000},
                                                                 {810, 1000},
                                                                 {260, 1000},
                                                                 {690, 1000},
                                                                 {310, 1000},
                                                                 {740, 1000}})),
                  [](Settings& s) { s.chart = Chart::p; }),
      with_change("uneven-denominators", ratios({{5, 10}, {30, 60}, {7, 12}, {20, 41}}), nothing),  // 60 is 6 times 10
      // Ranges of zero are not below 3.267 times their mean, which is zero: all are left out.
      with_change("screened-most", tests::weekly(std::vector<double>(20, 4)), nothing, "plotthedots"),
      with_change("screening-refused", tests::weekly(std::vector<double>(20, 4)),
                  [](Settings& s) { s.screening = true; }),
      with_change("far-value", with_slip, nothing),
      with_change("other-quantity", ratios({{1, 4}, {2, 5}, {3, 5}}), [](Settings& s) { s.chart = Chart::c; }),
      with_change("percent-scale", tests::weekly({0.8, 0.9, 0.7}), [](Settings& s) { s.unit = "percent"; }),
      with_change("rate-not-applied", ratios({{1, 400}, {2, 500}}), [](Settings& s) { s.unit = "per 1,000"; }),
      with_change("short-baseline", tests::weekly(plain),
                  [](Settings& s) {
                    s.baseline = model::Baseline{11, {}, {}};
                  }),
      // The last of 32 weeks begins on 5 August 2024, and its Sunday is the 11th.
      with_change("unfinished-period", tests::weekly(plain), [](Settings& s) { s.as_of = day("2024-08-11"); }),
      with_change("alike-neighbours", tests::weekly(waves), nothing),
      with_change("season", tests::weekly(seasons), nothing),
  };
}

}  // namespace

TEST_CASE("each warning about figures appears where it must, and nowhere in an ordinary series") {
  const Analysis ordinary = analyse(tests::weekly(repeat({10, 12, 11, 13, 9, 12, 10, 14}, 4)), with("nhs"));
  CHECK(ordinary.warnings.empty());
  for (const Case& about : cases()) {
    CAPTURE(about.code);
    CHECK(warns(analyse(about.series, about.settings), about.code));
  }
}

TEST_CASE("figures that a chart cannot have: below zero for counts, zero too for the time between events") {
  const auto said = [](const std::vector<double>& values, Chart chart) {
    Settings settings = with("nhs");
    settings.chart = chart;
    for (const findings::Finding& warning : analyse(tests::weekly(values), settings).warnings)
      if (warning.code == "impossible-value") return findings::in_words(warning).message;
    return std::string();
  };
  // The weeks begin on 1 January 2024: the second value is of the 8th, the third of the 15th.
  CHECK(said({3, 0, -2, -1}, Chart::c) == "2 values below zero, which a c chart cannot have: the first on 2024-01-15");
  CHECK(said({3, 0, -2, -1}, Chart::g) == "2 values below zero, which a g chart cannot have: the first on 2024-01-15");
  CHECK(said({3, 0, -2, 5}, Chart::t) ==
        "2 values of zero or less, which a t chart cannot have: the first on 2024-01-08");
  CHECK(said({3, 0, 4, 5}, Chart::g).empty());
  CHECK(said({3, 0, -2, 5}, Chart::xmr).empty());
}

TEST_CASE("every warning that can appear is explained") {
  for (const Case& about : cases())
    for (const findings::Finding& warning : analyse(about.series, about.settings).warnings) {
      CAPTURE(warning.code);
      const findings::Words* explained = findings::words(warning.code);
      REQUIRE(explained != nullptr);
      CHECK(explained->area == "measures");
    }
}
