// SPDX-License-Identifier: MIT
//
// Centre, limits, signals and runs of every chart in the cases against qicharts2 0.8.1.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/unit/measures/cases.hpp"

using namespace thrive;
using nlohmann::json;

namespace {

bool same(const std::optional<double>& ours, const json& theirs) {
  if (theirs.is_null() || !ours) return theirs.is_null() && !ours;
  return std::fabs(*ours - theirs.get<double>()) <= 1e-9 * std::max(1.0, std::fabs(theirs.get<double>()));
}

measures::Settings settings_of(const tests::SpcCase& test, measures::Chart chart, bool screening) {
  measures::Settings settings;
  settings.rules = tests::rule_set("nhs");
  settings.chart = chart;
  settings.screening = screening;
  const json& asked = test.input["qic"];
  if (asked.contains("part"))
    for (const json& row : asked["part"]) settings.rebase.push_back(test.series.points[row.get<std::size_t>()].date);
  if (asked.contains("exclude"))
    for (const json& row : asked["exclude"])
      settings.exclude.push_back(test.series.points[row.get<std::size_t>() - 1].date);
  if (asked.contains("freeze")) settings.baseline = model::Baseline{asked["freeze"].get<int>(), {}, {}};
  return settings;
}

void compare(const measures::Analysis& ours, const json& theirs) {
  REQUIRE(ours.data.size() == theirs["points"].size());
  for (std::size_t i = 0; i < ours.data.size(); ++i) {
    CAPTURE(i);
    const measures::AnalysedPoint& point = ours.data[i];
    const json& their = theirs["points"][i];
    CHECK(same(point.value, their["y"]));
    CHECK(same(point.centre, their["cl"]));
    CHECK(same(point.lower, their["lcl"]));
    CHECK(same(point.upper, their["ucl"]));
    if (theirs["chart"] != "mr") {
      CHECK(same(point.near_lower, their["lcl95"]));
      CHECK(same(point.near_upper, their["ucl95"]));
    }
    CHECK(point.outside.value_or(false) == their["sigma_signal"].get<bool>());
  }
  REQUIRE(ours.runs.size() == theirs["parts"].size());
  for (std::size_t i = 0; i < ours.runs.size(); ++i) {
    CAPTURE(i);
    const json& part = theirs["parts"][i];
    CHECK(ours.runs[i].useful == part["n_useful"].get<int>());
    CHECK(ours.runs[i].longest_run == part["longest_run"].get<int>());
    CHECK(ours.runs[i].longest_run_limit == part["longest_run_max"].get<int>());
    CHECK(ours.runs[i].crossings == part["n_crossings"].get<int>());
    CHECK(ours.runs[i].crossings_limit == part["n_crossings_min"].get<int>());
    CHECK(ours.runs[i].signal == part["runs_signal"].get<bool>());
  }
}

}  // namespace

TEST_CASE("every chart of every case has the lines and runs of qicharts2") {
  const std::pair<const char*, const char*> names[] = {{"run", "run"},    {"i", "i"}, {"mr", "mr"}, {"p", "p"},
                                                       {"pp", "p-prime"}, {"u", "u"}, {"c", "c"},   {"up", "u-prime"},
                                                       {"g", "g"},        {"t", "t"}};
  int compared = 0;
  for (const std::string& id : tests::spc_case_ids()) {
    const tests::SpcCase test = tests::spc_case(id, true);
    for (const auto& [theirs, name] : names) {
      for (const bool screening : {true, false}) {
        const std::string key = std::string(theirs) + (screening ? "" : "_unscreened");
        if (!test.qic["charts"].contains(key)) continue;
        CAPTURE(id);
        CAPTURE(key);
        compare(measures::analyse(test.series, settings_of(test, *measures::chart_named(name), screening)),
                test.qic["charts"][key]);
        ++compared;
      }
    }
  }
  CHECK(compared == 58);
}
