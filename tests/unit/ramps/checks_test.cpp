// SPDX-License-Identifier: MIT
#include "libthrive/ramps/checks/checks.hpp"
#include "libthrive/findings/say.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "libthrive/project/opened.hpp"
#include "libthrive/ramps/entry/recording.hpp"
#include "tests/unit/ramps/thresholds.hpp"
#include "tests/unit/support.hpp"

using namespace thrive;
using namespace thrive::ramps;

namespace {

text::Date day(const char* written) { return *text::parse_date(written); }

Thresholds thresholds() {
  Thresholds limits = tests::thresholds();
  limits.opinions = {"went well", "liked it"};
  limits.future = {" will "};
  limits.directions = {"more", "fewer"};
  return limits;
}

/// A cycle that nothing can be said against.
model::Cycle good_cycle(const char* start, const char* end, double people) {
  model::Cycle cycle;
  cycle.name = "Huddle";
  cycle.start = day(start);
  cycle.end = day(end);
  cycle.scale.people = people;
  model::Plan plan;
  plan.questions = {"Does it fit into half an hour?"};
  plan.predictions = {"8 of 10 decided"};
  plan.tasks = {{"Huddle", "senior", "Tuesday", "office"}};
  plan.data = model::DataPlan{"decided", {}, {}};
  cycle.plan = plan;
  cycle.do_ = model::Do{true, "9 decided", "a school rang", {}, {}};
  cycle.study = model::Study{{"9 against 8 predicted"}, {model::Held::yes}, {}, {}};
  cycle.act = model::Act{model::Decision::adapt, "sort first", "r1c2", {}, {}};
  return cycle;
}

model::Project good_project() {
  model::Project project;
  model::Ramp& ramp = project.ramps.add("r1");
  ramp.name = "Huddle";
  ramp.measure = "triage";
  ramp.balancing = {"help"};
  ramp.co_produced_with = "young advisers";
  ramp.stop_rule = model::StopRule{"when waits for help grow", {}, {}, {}, 1};
  ramp.cycles.add("r1c1", good_cycle("2024-06-17", "2024-06-21", 3));
  ramp.cycles.add("r1c2", good_cycle("2024-07-01", "2024-07-12", 6));
  ramp.cycles.find("r1c2")->act = model::Act{model::Decision::expand, "both pods", {}, {}, {}};
  return project;
}

/// Codes of the findings, in order, without the comparison with published rates.
std::vector<std::string> codes(const model::Project& project, const char* today = "2024-07-20",
                               const Charts& charts = {}) {
  const Thresholds limits = thresholds();
  std::vector<std::string> found;
  for (const findings::Finding& finding : check_ramps({project, ramp_states(project, day(today)), charts, limits}))
    if (finding.code != "pdsa-below-benchmark") found.push_back(finding.code);
  return found;
}

bool has(const std::vector<std::string>& found, const std::string& code) {
  return std::find(found.begin(), found.end(), code) != found.end();
}

/// Changes the first cycle, the ramp, and says what is found then.
template <class Change>
std::vector<std::string> codes_after(Change change, const char* today = "2024-07-20") {
  model::Project project = good_project();
  model::Ramp& ramp = *project.ramps.find("r1");
  change(ramp, *ramp.cycles.find("r1c1"), *ramp.cycles.find("r1c2"));
  return codes(project, today);
}

using Ramp = model::Ramp;
using Cycle = model::Cycle;

}  // namespace

TEST_CASE("cycles: nothing is said against a ramp that is in order") { CHECK(codes(good_project()).empty()); }

TEST_CASE("cycles: every check fires on what it is about, and on nothing else") {
  const auto only = [](const std::vector<std::string>& found, const std::string& code) {
    return found == std::vector{code};
  };
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle&) { c.plan->questions.clear(); }), "pdsa-no-question"));
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle&) { c.plan->predictions.clear(); }), "pdsa-no-prediction"));
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle&) { c.plan->predictions = {"it goes nicely"}; }),
             "pdsa-vague-prediction"));
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle&) { c.do_->predictions_hash = "0"; }), "pdsa-prediction-changed"));
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle&) { c.plan->tasks[0].where.reset(); }), "pdsa-no-task"));
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle&) { c.plan->data.reset(); }), "pdsa-no-data-plan"));
  CHECK(only(codes_after([](Ramp& r, Cycle&, Cycle&) { r.measure.reset(); }), "pdsa-no-measure"));
  CHECK(only(codes_after([](Ramp& r, Cycle&, Cycle&) { r.balancing.clear(); }), "pdsa-no-balancing-measure"));
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle& d) { c.scale.people = 11, d.scale.people = 12; }),
             "pdsa-first-cycle-large"));
  CHECK(only(codes_after([](Ramp&, Cycle&, Cycle& d) { d.scale.people = 2; }), "pdsa-scale-jump"));
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle& d) { c.scale.referrals = 2, d.scale.referrals = 21; }),
             "pdsa-scale-jump"));
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle&) { c.kind = model::CycleKind::implement; }),
             "pdsa-implemented-untested"));
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle&) { c.study.reset(); }), "pdsa-missing-stage"));
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle&) { c.do_->observed = "Huddle"; }), "pdsa-do-says-nothing"));
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle& d) { c.do_->surprises.reset(), d.do_->surprises.reset(); }),
             "pdsa-nothing-unexpected"));
  CHECK(only(codes_after([](Ramp&, Cycle&, Cycle& d) { d.start = day("2024-06-20"); }), "pdsa-cycle-dates"));
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle&) {
               c.study = model::Study{{"9 decided"}, {}, {}, {}};
             }),
             "pdsa-no-comparison"));
  CHECK(
      only(codes_after([](Ramp&, Cycle& c, Cycle&) { c.do_->observed = "done", c.study->findings = {"it went well"}; }),
           "pdsa-opinion-only"));
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle&) { c.study->findings = {"9 of 10 will be decided"}; }),
             "pdsa-study-in-future"));
  CHECK(only(codes_after([](Ramp&, Cycle&, Cycle& d) { d.act.reset(); }), "pdsa-no-decision"));
  CHECK(only(codes_after([](Ramp&, Cycle& c, Cycle&) { c.act->reason.reset(); }), "pdsa-adapted-without-change"));
  CHECK(only(codes_after([](Ramp& r, Cycle&, Cycle&) { r.co_produced_with.reset(); }), "pdsa-no-co-production"));
  CHECK(only(codes_after([](Ramp& r, Cycle&, Cycle& d) { r.stop_rule.reset(), d.scale.people = 20; }),
             "pdsa-no-stop-rule"));
  const auto adopted = codes_after([](Ramp&, Cycle&, Cycle& d) { d.act->decision = model::Decision::adopt; });
  CHECK(has(adopted, "pdsa-adopted-too-soon"));
  CHECK(has(adopted, "pdsa-no-sustain-plan"));
  const auto open =
      codes_after([](Ramp&, Cycle&, Cycle& d) { d.act.reset(), d.study.reset(), d.do_.reset(); }, "2024-08-12");
  CHECK(only(open, "pdsa-cycle-overdue"));
  CHECK(codes_after([](Ramp&, Cycle&, Cycle& d) { d.act.reset(), d.study.reset(), d.do_.reset(); }, "2024-08-11")
            .empty());
}

TEST_CASE("cycles: a gap of six weeks is fine and one day more is not") {
  CHECK(codes_after([](Ramp&, Cycle&, Cycle& d) { d.start = day("2024-08-02"), d.end = day("2024-08-09"); }).empty());
  CHECK(has(codes_after([](Ramp&, Cycle&, Cycle& d) { d.start = day("2024-08-03"), d.end = day("2024-08-09"); }),
            "pdsa-cycle-dates"));
}

TEST_CASE("cycles: recording keeps the order of the stages and never overwrites") {
  const model::Project project = good_project();
  const auto place = find_cycle(project, "r1c1");
  REQUIRE(place.has_value());
  CHECK(refuse_do(*place)->code == "pdsa-already-recorded");
  CHECK(refuse_study(*place, {})->code == "pdsa-already-recorded");
  CHECK(refuse_act(*place, {})->code == "pdsa-already-recorded");
  model::Cycle planned = *place->cycle;
  planned.do_.reset(), planned.study.reset(), planned.act.reset();
  CHECK_FALSE(refuse_do({"r1", "r1c1", &planned}).has_value());
  CHECK(refuse_study({"r1", "r1c1", &planned}, {})->code == "pdsa-out-of-order");
  planned.do_ = model::Do{true, "9", {}, {}, {}};
  CHECK(refuse_study({"r1", "r1c1", &planned}, {})->code == "pdsa-no-comparison");
  CHECK_FALSE(refuse_study({"r1", "r1c1", &planned}, {{"x"}, {model::Held::no}, {}, {}}).has_value());
  planned.study = model::Study{{"x"}, {model::Held::no}, {}, {}};
  CHECK(refuse_act({"r1", "r1c1", &planned}, {model::Decision::adopt, "works", {}, {}, {}})->code ==
        "pdsa-no-sustain-plan");
  CHECK_FALSE(refuse_act({"r1", "r1c1", &planned}, {model::Decision::abandon, "no use", {}, {}, {}}).has_value());
  CHECK(next_cycle_id(*project.ramps.find("r1"), "r1") == "r1c3");
  CHECK(carried_over(*project.ramps.find("r1")) == "From r1c2: 9 against 8 predicted. Decided to expand: both pods");
}

// What was expected of Thornmere was written down when it was made up: 13 cycles; r3c2 without prediction, data plan
// and comparison; r2c3 abandoned; r3c4 running; the scale grows in every ramp, but for r2c3.
TEST_CASE("cycles: Thornmere's are found as they were made up") {
  text::Diagnostics problems;
  const auto project = project::open(tests::source_path("examples/thornmere"), problems);
  REQUIRE(project.has_value());
  const model::Project& thornmere = project->model();
  const text::Date today = day("2025-02-17");
  const auto states = ramp_states(thornmere, today);
  std::vector<std::string> abandoned, open;
  std::size_t cycles = 0;
  for (const RampState& ramp : states)
    for (const CycleState& state : ramp.cycles) {
      ++cycles;
      if (state.is_open) open.push_back(state.id);
      if (has_decision(*state.cycle) && state.cycle->act->decision == model::Decision::abandon)
        abandoned.push_back(state.id);
    }
  CHECK(cycles == 13);
  CHECK(open == std::vector<std::string>{"r3c4"});
  CHECK(abandoned == std::vector<std::string>{"r2c3"});

  const Thresholds limits = thresholds();
  const Charts charts;
  const CheckInput input = {thornmere, states, charts, limits};
  const auto cycles_with = [&](const std::string& code) {
    std::vector<std::string> found;
    for (const findings::Finding& finding : check_ramps(input))
      if (finding.code == code) found.push_back(finding.path[3]);
    return found;
  };
  CHECK(cycles_with("pdsa-no-prediction") == std::vector<std::string>{"r3c2"});
  CHECK(cycles_with("pdsa-no-data-plan") == std::vector<std::string>{"r3c2"});
  CHECK(cycles_with("pdsa-no-comparison") == std::vector<std::string>{"r3c2"});
  for (const Rate& rate : site_rates(input))
    if (rate.id == "growing-series") CHECK(rate.have == 3);
}

TEST_CASE("a finding says its sentence with its facts, and is as severe as the data say") {
  model::Project project;
  model::Ramp& ramp = project.ramps.add("r1");
  ramp.cycles.add("r1c1").kind = model::CycleKind::test;
  const Thresholds limits = thresholds();
  const Charts charts;
  const auto states = ramp_states(project, day("2024-07-20"));
  std::vector<std::string> said;
  for (const findings::Finding& finding : check_ramps({project, states, charts, limits}))
    if (finding.path.front() == "ramps" && finding.path.size() > 1)
      said.push_back(text::format(findings::in_words(finding)));
  CHECK(std::find(said.begin(), said.end(), "warning: ramp 'r1' names no measure that should move [pdsa-no-measure]") !=
        said.end());
  CHECK(std::find(said.begin(), said.end(), "error: cycle 'r1c1' asks no question [pdsa-no-question]") != said.end());
  CHECK(said.size() > 5);
}
