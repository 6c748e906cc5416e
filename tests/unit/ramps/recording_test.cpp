// SPDX-License-Identifier: MIT
#include "libthrive/ramps/entry/recording.hpp"

#include <doctest/doctest.h>

#include "libthrive/ramps/describe/describe.hpp"
#include "libthrive/text/fingerprint.hpp"

using namespace thrive;
using namespace thrive::ramps;

namespace {

text::Date day(const char* written) { return *text::parse_date(written); }

model::Cycle adopted(int weeks) {
  model::Cycle cycle;
  cycle.name = "Both pods";
  cycle.start = day("2024-10-14");
  cycle.act =
      model::Act{model::Decision::adopt, "works", {}, model::Sustain{"team manager", "team meeting", weeks, {}}, {}};
  return cycle;
}

/// A project with one planned cycle, r1c1, that predicts two things.
model::Project planned_project() {
  model::Project project;
  model::Ramp& ramp = project.ramps.add("r1");
  ramp.name = "Huddle";
  model::Cycle cycle;
  cycle.name = "One pod";
  cycle.start = day("2024-06-17");
  cycle.plan = model::Plan{};
  cycle.plan->predictions = {"8 of 10 decided", "30 minutes\nis enough"};
  ramp.cycles.add("r1c1", cycle);
  return project;
}

std::string form(const model::Project& project, Stage stage) {
  const auto states = ramp_states(project, day("2024-06-21"));
  const Thresholds limits;
  return blank_stage({project, states, {}, limits, day("2024-06-21")}, *find_cycle(project, "r1c1"), stage);
}

bool contains(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("looks at adopted changes: each is kept in its place, and one written down late moves no next look") {
  const model::Sustain none = *adopted(4).act->sustain;
  const model::Sustain june = after_a_look(none, {model::Held::yes, "3.0 days", {}}, day("2025-06-30"));
  REQUIRE(june.looks.size() == 1);
  CHECK(june.looks[0] == model::Look{day("2025-06-30"), model::Held::yes, "3.0 days"});
  CHECK(june.next_look == day("2025-08-25"));  // 8 weeks on a calendar
  const model::Sustain late = after_a_look(june, {model::Held::no, "", {}}, day("2025-05-05"));
  REQUIRE(late.looks.size() == 2);
  CHECK(late.looks[0] == model::Look{day("2025-05-05"), model::Held::no, {}});
  CHECK(late.looks[1] == june.looks[0]);
  CHECK(late.next_look == june.next_look);
  CHECK(late.look_every_weeks == june.look_every_weeks);
  const model::Sustain again = after_a_look(late, {model::Held::partly, "", 6}, day("2025-08-25"));
  REQUIRE(again.looks.size() == 3);
  CHECK(again.looks[2].holds == model::Held::partly);
  CHECK(again.next_look == day("2025-10-06"));  // 6 weeks on a calendar
  CHECK(after_a_look(june, {}, day("2025-08-25")).looks == june.looks);
}

TEST_CASE("looks at adopted changes: less often with time, never never") {
  const model::Sustain first = *adopted(4).act->sustain;
  const model::Sustain second = after_a_look(first, {}, day("2025-01-06"));
  CHECK(second.look_every_weeks == 8);
  CHECK(second.next_look == day("2025-03-03"));  // 8 weeks of 7 days, counted on a calendar
  CHECK(second.owner == "team manager");
  CHECK(after_a_look(first, {{}, "", 13}, day("2025-01-06")).next_look == day("2025-04-07"));
  const model::Sustain rare = {{}, {}, 20, {}};
  CHECK(after_a_look(rare, {}, day("2025-01-06")).look_every_weeks == 26);
  model::Cycle cycle = adopted(4);
  const CyclePlace place = {"r1", "r1c5", &cycle};
  CHECK_FALSE(refuse_look(place, {}).has_value());
  CHECK_FALSE(refuse_look(place, 26).has_value());
  CHECK(refuse_look(place, 27)->code == "pdsa-looks-too-rare");
  CHECK(refuse_look(place, 0)->code == "pdsa-looks-too-rare");
  cycle.act->decision = model::Decision::abandon;
  CHECK(refuse_look(place, {})->code == "pdsa-out-of-order");
}

TEST_CASE("adopting: a change whose data are looked at too rarely is refused") {
  model::Cycle cycle;
  cycle.study = model::Study{{"works"}, {}, {}, {}};
  CHECK_FALSE(refuse_act({"r1", "r1c5", &cycle}, *adopted(26).act).has_value());
  CHECK(refuse_act({"r1", "r1c5", &cycle}, *adopted(53).act)->code == "pdsa-looks-too-rare");
}

TEST_CASE("forms: each stage carries in what came before, and dates itself") {
  model::Project project = planned_project();
  const std::string doing = form(project, Stage::doing);
  CHECK(contains(doing, "# - 8 of 10 decided\n"));
  CHECK(contains(doing, "# - 30 minutes is enough\n"));  // a line break would end the comment
  CHECK(contains(doing, "recorded: 2024-06-21\n"));
  const auto& predictions = project.ramps.find("r1")->cycles.find("r1c1")->plan->predictions;
  CHECK(contains(doing, "predictions_hash: \"" + text::fingerprint(predictions) + "\""));
  CHECK(contains(form(project, Stage::studying), "predictions_held: []"));
  CHECK_FALSE(refuse_blank(*find_cycle(project, "r1c1"), Stage::studying).has_value());
  project.ramps.find("r1")->cycles.find("r1c1")->study = model::Study{{"9 against 8 predicted"}, {}, {}, {}};
  CHECK(refuse_blank(*find_cycle(project, "r1c1"), Stage::studying)->code == "pdsa-already-recorded");
  CHECK(contains(form(project, Stage::deciding), "# - 9 against 8 predicted\n"));
}

TEST_CASE("studies: what held comes in the order of the predictions") {
  const model::Study study = studied({"r1c1", "", {"9"}, {model::Held::yes, model::Held::partly}}, day("2024-06-21"));
  CHECK(study.predictions_held == std::vector{model::Held::yes, model::Held::partly});
  CHECK_FALSE(study.learning.has_value());
}

TEST_CASE("list: cycles on one line of days, and what runs over its end until today") {
  model::Project project = planned_project();
  model::Cycle& cycle = *project.ramps.find("r1")->cycles.find("r1c1");
  cycle.end = day("2024-06-21");
  const auto today = day("2024-08-15");  // day 59 after the start: one column a day
  const auto states = ramp_states(project, today);
  const Thresholds limits;
  const std::string lines = timeline_in_text({project, states, {}, limits, today});
  CHECK(lines.find("\nr1c1  -----" + std::string(55, '!') + "\n") != std::string::npos);
  CHECK(lines.find("2024-06-17" + std::string(40, ' ') + "2024-08-15\n") != std::string::npos);
  const std::vector<RampState> none;
  CHECK(timeline_in_text({project, none, {}, limits, today}).empty());
}
