// SPDX-License-Identifier: MIT
//
// Cycles that stand exactly at a threshold, one step below it and one above.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "libthrive/findings/say.hpp"
#include "libthrive/ramps/checks/checks.hpp"
#include "libthrive/ramps/evidence.hpp"
#include "tests/unit/ramps/thresholds.hpp"

using namespace thrive;
using namespace thrive::ramps;

namespace {

text::Date day(const char* written) { return *text::parse_date(written); }

/// A ramp of cycles with nothing in them but their days; each test adds what it is about.
struct Site {
  model::Project project;
  Charts charts;
  Thresholds limits = tests::thresholds();

  model::Cycle& add(const char* start, const char* end) {
    model::Ramp& ramp = project.ramps.contains("r") ? *project.ramps.find("r") : project.ramps.add("r");
    ramp.measure = "wait";
    model::Cycle cycle;
    cycle.start = day(start);
    cycle.end = day(end);
    const std::string id = "c" + std::to_string(ramp.cycles.size() + 1);
    ramp.cycles.add(id, std::move(cycle));
    return *ramp.cycles.find(id);
  }
  model::Cycle& cycle(const std::string& id) { return *project.ramps.find("r")->cycles.find(id); }

  /// A chart with one point a day from a day on.
  void chart(const char* from, int points) {
    Chart& chart = charts["wait"];
    chart.id = "wait";
    chart.analysis.variation = measures::Variation::common_cause;
    chart.analysis.data.clear();
    for (int i = 0; i < points; ++i) {
      measures::AnalysedPoint point;
      point.date = day(from) + std::chrono::days{i};
      point.value = i;
      chart.analysis.data.push_back(point);
    }
  }

  std::vector<findings::Finding> found(const char* today = "2024-07-20") const {
    return check_ramps({project, ramp_states(project, day(today)), charts, limits});
  }
  int count(const std::string& code, const char* today = "2024-07-20") const {
    const auto all = found(today);
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [&](const findings::Finding& finding) { return finding.code == code; }));
  }
};

model::Act adopted() {
  model::Act act;
  act.decision = model::Decision::adopt;
  act.sustain = model::Sustain{"senior", "team meeting", 4, {}};
  return act;
}

}  // namespace

TEST_CASE("cycles: a plan for keeping a change says who, on which agenda, and how often") {
  Site site;
  site.add("2024-06-03", "2024-06-07");
  site.add("2024-06-10", "2024-06-14").act = adopted();
  CHECK(site.count("pdsa-no-sustain-plan") == 0);
  site.cycle("c2").act->sustain->look_every_weeks.reset();
  CHECK(site.count("pdsa-no-sustain-plan") == 1);
}

TEST_CASE("cycles: six points since the change are enough to adopt it, five are not") {
  Site site;
  site.add("2024-06-03", "2024-06-07");
  site.add("2024-06-10", "2024-06-14").act = adopted();
  site.chart("2024-06-03", 6);
  CHECK(site.count("pdsa-adopted-too-soon") == 0);
  site.chart("2024-06-02", 6);  // one of them is the day before
  CHECK(site.count("pdsa-adopted-too-soon") == 1);
}

TEST_CASE("cycles: a point that was left out, or is missing, is no point since the change") {
  Site site;
  site.chart("2024-06-03", 6);
  Chart& chart = site.charts["wait"];
  CHECK(data_since(chart, day("2024-06-03"), 6).is_enough);
  chart.analysis.data[2].excluded = true;
  CHECK(data_since(chart, day("2024-06-03"), 6).points == 5);
  CHECK_FALSE(data_since(chart, day("2024-06-03"), 6).is_enough);
  chart.analysis.data[3].value.reset();
  const DataSince since = data_since(chart, day("2024-06-05"), 6);  // the third, left out; then 4 and 5
  CHECK(since.points == 2);
  CHECK(since.median_before == 0.5);  // 0 and 1
  CHECK(since.median_since == 4.5);
}

TEST_CASE("cycles: the next cycle starts the day after the last one ended, at the earliest") {
  Site site;
  site.add("2024-06-03", "2024-06-07");
  site.add("2024-06-08", "2024-06-14");
  CHECK(site.count("pdsa-cycle-dates") == 0);
  site.cycle("c2").start = day("2024-06-07");
  CHECK(site.count("pdsa-cycle-dates") == 1);
  site.cycle("c2").start = day("2024-07-19");  // 42 days after: six weeks
  CHECK(site.count("pdsa-cycle-dates") == 0);
  site.cycle("c2").start = day("2024-07-20");
  CHECK(site.count("pdsa-cycle-dates") == 1);
}

TEST_CASE("cycles: a first cycle of fourteen days is small, first and last day counted") {
  Site site;
  site.add("2024-06-03", "2024-06-16");
  CHECK(site.count("pdsa-first-cycle-large") == 0);
  site.cycle("c1").end = day("2024-06-17");
  CHECK(site.count("pdsa-first-cycle-large") == 1);
}

TEST_CASE("cycles: one cycle without a surprise is noted, two are a warning") {
  Site site;
  site.add("2024-06-03", "2024-06-07").do_ = model::Do{true, "done", {}, {}, {}};
  const auto severity = [&] {
    for (const findings::Finding& finding : site.found())
      if (finding.code == "pdsa-nothing-unexpected" || finding.code == "pdsa-nothing-unexpected-yet")
        return findings::in_words(finding).severity;
    return text::Severity::error;
  };
  CHECK(severity() == text::Severity::note);
  site.add("2024-06-10", "2024-06-14").do_ = model::Do{true, "done again", {}, {}, {}};
  CHECK(severity() == text::Severity::warning);
}

TEST_CASE("cycles: collecting figures tests nothing") {
  Site site;
  site.add("2024-06-03", "2024-06-07").kind = model::CycleKind::collect;
  site.add("2024-06-10", "2024-06-14").kind = model::CycleKind::implement;
  CHECK(site.count("pdsa-implemented-untested") == 1);
  site.cycle("c1").kind = model::CycleKind::test;
  CHECK(site.count("pdsa-implemented-untested") == 0);
}

TEST_CASE("cycles: a claim is held against the chart only when the chart has enough points") {
  Site site;
  site.add("2024-06-03", "2024-06-07").study = model::Study{{"waits improved against 8 predicted"}, {}, {}, {}};
  site.chart("2024-06-03", 5);
  CHECK(site.count("pdsa-verdict-not-in-chart") == 0);
  site.chart("2024-06-03", 6);
  CHECK(site.count("pdsa-verdict-not-in-chart") == 1);
}

TEST_CASE("cycles: a look at an adopted change is due on its day, weeks after the end of the cycle") {
  Site site;
  site.add("2024-06-03", "2024-06-07").act = adopted();
  const auto state = [&](const char* today) { return ramp_states(site.project, day(today)).front().cycles.front(); };
  CHECK(state("2024-06-10").next_look == day("2024-07-05"));  // 28 days after 7 June
  CHECK_FALSE(state("2024-07-04").look_is_due);
  CHECK(state("2024-07-05").look_is_due);
  site.cycle("c1").act->sustain->next_look = day("2024-08-01");
  CHECK(state("2024-06-10").next_look == day("2024-08-01"));
}

TEST_CASE("cycles: a rate as high as the published one is not below it") {
  Site site;
  site.add("2024-06-03", "2024-06-07").plan = model::Plan{};
  site.cycle("c1").plan->predictions = {"8 of 10"};
  site.add("2024-06-10", "2024-06-14");
  const auto below = [&] {
    const auto found = site.found();
    return std::any_of(found.begin(), found.end(), [](const findings::Finding& finding) {
      return finding.code == "pdsa-below-benchmark" &&
             findings::in_words(finding).message.find("cycles with an explicit prediction") != std::string::npos;
    });
  };
  site.limits.benchmarks.explicit_prediction = 50;  // one cycle of two
  CHECK_FALSE(below());
  site.limits.benchmarks.explicit_prediction = 50.1;
  CHECK(below());
}

TEST_CASE("cycles: ten times as large is no jump, and ten people are few") {
  Site site;
  site.add("2024-06-03", "2024-06-07").scale.people = 10;
  site.add("2024-06-10", "2024-06-14").scale.people = 100;
  CHECK(site.count("pdsa-first-cycle-large") == 0);
  CHECK(site.count("pdsa-scale-jump") == 0);
  site.cycle("c2").scale.people = 101;
  CHECK(site.count("pdsa-scale-jump") == 1);
  site.cycle("c1").scale.people = 11;
  CHECK(site.count("pdsa-first-cycle-large") == 1);
}

TEST_CASE("cycles: a prediction of the day on which doing began is in time") {
  Site site;
  model::Cycle& cycle = site.add("2024-06-03", "2024-06-07");
  cycle.plan = model::Plan{};
  cycle.plan->recorded = day("2024-06-03");
  cycle.do_ = model::Do{true, "done", {}, day("2024-06-03"), {}};
  CHECK(site.count("pdsa-prediction-changed") == 0);
  cycle.plan->recorded = day("2024-06-04");
  CHECK(site.count("pdsa-prediction-changed") == 1);
}

TEST_CASE("cycles: an opinion beside a count is no opinion only, and a phrase ends with its word") {
  Site site;
  site.limits.opinions = {"liked it"};
  const auto study = [&](const char* finding) {
    site.project = {};
    site.add("2024-06-03", "2024-06-07").study = model::Study{{finding}, {}, {}, {}};
    return site.count("pdsa-opinion-only");
  };
  CHECK(study("everybody liked it") == 1);
  CHECK(study("Everybody LIKED IT.") == 1);
  CHECK(study("9 of 10 liked it") == 0);
  CHECK(study("everybody liked items") == 0);
}

TEST_CASE("cycles: a cycle that starts today is being done") {
  Site site;
  site.add("2024-06-03", "2024-06-07");
  const auto stage = [&](const char* today) {
    return ramp_states(site.project, day(today)).front().cycles.front().stage;
  };
  CHECK(stage("2024-06-02") == Stage::planning);
  CHECK(stage("2024-06-03") == Stage::doing);
}
