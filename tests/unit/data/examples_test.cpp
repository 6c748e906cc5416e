// SPDX-License-Identifier: MIT
// The examples open without a diagnostic, figures included, and say what the workshop's material says.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "libthrive/project/opened.hpp"
#include "tests/unit/support.hpp"

using namespace thrive;

namespace {

project::Opened example(const std::string& name) {
  text::Diagnostics problems;
  const auto opened = project::open(tests::source_path("examples/" + name), problems);
  for (const text::Diagnostic& problem : problems.entries()) FAIL_CHECK(text::format(problem));
  REQUIRE(opened.has_value());
  return *opened;
}

}  // namespace

TEST_CASE("every figure of every example reads without a diagnostic") {
  for (const std::string name : {"thornmere", "minimal.yaml"}) {
    const project::Opened opened = example(name);
    CHECK_FALSE(opened.model().measures.empty());
    for (const auto& [id, measure] : opened.model().measures) {
      const auto captured_id = id;  // clang 14 captures no structured bindings
      CAPTURE(captured_id);
      text::Diagnostics problems;
      const auto series = opened.series(id, problems);
      for (const text::Diagnostic& problem : problems.entries()) FAIL_CHECK(text::format(problem));
      REQUIRE(series.has_value());
      CHECK(series->points.size() >= 20);
    }
  }
}

// Counts and sums by hand and by a script over the raw material: 28 services, 81 flows, 30 notes, 19 items, 13 cycles.
TEST_CASE("Thornmere has everything that was on the wall") {
  const project::Opened thornmere = example("thornmere");
  const model::Project& model = thornmere.model();
  CHECK(model.services.size() == 28);
  REQUIRE_FALSE(model.pathways.empty());
  CHECK(model.pathways[0].id == "current");
  CHECK(model.pathways[0].value.flows.size() == 81);
  CHECK(model.observations.size() == 30);
  CHECK(model.gaps.ids() == std::vector<std::string>{"S3", "S2", "M6", "P3", "P5"});
  CHECK(model.measures.size() == 10);
  std::size_t cycles = 0;
  for (const auto& [id, ramp] : model.ramps) cycles += ramp.cycles.size();
  CHECK(cycles == 13);

  double into_the_front_door = 0;
  for (const model::Flow& flow : model.pathways[0].value.flows)
    if (flow.to == "spa") into_the_front_door += flow.per_year.value_or(0);
  CHECK(into_the_front_door == 3270);
}

TEST_CASE("Thornmere's answer that was not a number stays unknown") {
  const project::Opened thornmere = example("thornmere");
  const model::Assessment* baseline = thornmere.model().assessments.find("baseline");
  REQUIRE(baseline != nullptr);
  const model::TableScore* answer = baseline->tables.find("B")->scores.find("M3");
  REQUIRE(answer != nullptr);
  CHECK(answer->score.is_unknown());
  CHECK(answer->votes.size() == 8);
  CHECK(std::all_of(answer->votes.begin(), answer->votes.end(),
                    [](const model::Score& vote) { return vote.is_unknown(); }));
  CHECK(thornmere.latest_assessment() == "month-12");
  REQUIRE(thornmere.instrument("thornmere-local-v1") != nullptr);
  CHECK(thornmere.instrument("thornmere-local-v1")->items.size() == 19);
}

TEST_CASE("a week without figures in Thornmere is a point without a value, and says why") {
  const project::Opened thornmere = example("thornmere");
  text::Diagnostics problems;
  const auto series = thornmere.series("within-28-days", problems);
  REQUIRE(series.has_value());
  REQUIRE(series->points.size() == 60);
  const model::SeriesPoint& christmas = series->points[51];
  CHECK_FALSE(christmas.value.has_value());
  CHECK(christmas.note == "No data: record system upgrade");
  CHECK(series->points[0].value == doctest::Approx(100.0 * 12 / 31));
}
