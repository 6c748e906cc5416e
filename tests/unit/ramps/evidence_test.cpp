// SPDX-License-Identifier: MIT
//
// What a chart says since a cycle began: what is new, and what began earlier and goes on. Weeks from 1 January 2024.
#include "libthrive/ramps/evidence.hpp"

#include <doctest/doctest.h>

#include "libthrive/ramps/charts.hpp"
#include "libthrive/ramps/describe/describe_evidence.hpp"
#include "tests/unit/measures/cases.hpp"

using namespace thrive;
using namespace thrive::ramps;

namespace {

/// Twenty weeks about 10, then so many at 3, then the rest about 10 again; lower is better.
Chart chart_of(int low_weeks, int weeks_after, int before = 20) {
  std::vector<double> values;
  for (int i = 0; i < before; ++i) values.push_back(9 + i * 7 % 3);
  for (int i = 0; i < low_weeks; ++i) values.push_back(3 + i % 2);
  for (int i = 0; i < weeks_after; ++i) values.push_back(9 + i * 7 % 3);
  const model::Series figures = tests::weekly(values);
  model::Project project;
  model::Measure measure;
  measure.name = "Wait";
  measure.unit = "days";
  measure.better = model::Better::lower;
  measure.baseline = model::Baseline{before, {}, {}};
  project.measures.add("wait", measure);
  const auto rules = [](const std::string& name) { return std::optional(tests::rule_set(name)); };
  return make_charts(project, {{"wait", figures}}, rules, figures.points.back().date + std::chrono::days{7}).at("wait");
}

std::string since_week(const Chart& chart, int week) {
  const text::Date since = chart.analysis.data[static_cast<std::size_t>(week)].date;
  return in_words(data_since(chart, since, 6), chart, 6);
}

bool says(const std::string& words, const char* part) { return words.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("evidence: an improvement that began before a cycle goes on, and is no absence of anything") {
  // The fall of week 20 is a shift from week 26 on; a cycle of week 30 finds nothing new and all points far below.
  const std::string words = since_week(chart_of(20, 0), 30);
  CHECK(says(words, "The improvement that began on 20 May 2024 goes on; nothing new since this cycle began."));
  CHECK_FALSE(says(words, "No signal"));
}

TEST_CASE("evidence: an improvement that ended after the cycle began went on until then") {
  const std::string words = since_week(chart_of(14, 8), 30);
  // The first week behind them is at 9, below the mean of 9.95 still.
  CHECK(says(words, "The improvement that began on 20 May 2024 went on until 26 August 2024"));
  CHECK_FALSE(says(words, "No signal"));
}

TEST_CASE("evidence: nothing unusual is said where no point since the cycle belongs to a signal") {
  CHECK(says(since_week(chart_of(0, 20), 30), "No signal: the chart shows nothing but its usual variation."));
}

TEST_CASE("evidence: what becomes a signal since the cycle is told, with its beginning") {
  CHECK(says(since_week(chart_of(20, 0), 18), "Signal of improvement from 20 May 2024."));
}

TEST_CASE("evidence: a chart that may not be judged says neither that there is a signal nor that there is none") {
  const std::string words = since_week(chart_of(0, 0, 12), 3);
  CHECK(says(words, "Not enough data to judge: no signal is looked for."));
  CHECK_FALSE(says(words, "No signal"));
}

TEST_CASE("evidence: medians are in the digits and the unit of the figures") {
  CHECK(says(since_week(chart_of(20, 0), 30), "days against "));
}
