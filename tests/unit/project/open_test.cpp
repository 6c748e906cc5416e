// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>

#include "libthrive/project/opened.hpp"
#include "tests/unit/project/projects.hpp"

using namespace thrive;
using tests::messages_of;
using tests::open_text;

TEST_CASE("a project comes out of its file with every value of the right type") {
  const auto project = open_text(R"(thrive: 1
project: {name: NO, locality: Thornmere, started: 2024-01-08}
services:
  spa: {name: Single point, category: CAMHS, groupings: [Getting Advice, getting_help], assesses: true, wte: 7.2}
  gp: {name: "012", start: true}
pathways:
  current:
    flows:
      - {from: gp, to: spa, kind: referral, per_year: 1420, wait: {median_days: 9, p90_days: 24}}
observations:
  o01: {at: gp -> spa, perspective: operations, kind: good_practice, text: yes}
)");
  REQUIRE(project);
  const model::Project& model = project->model();
  CHECK(model.project.name == "NO");
  CHECK(model.project.started == text::parse_date("2024-01-08"));
  const model::Service* spa = model.services.find("spa");
  REQUIRE(spa != nullptr);
  CHECK(spa->category == "camhs");
  CHECK(spa->groupings == std::vector<std::string>{"getting-advice", "getting-help"});
  CHECK(spa->assesses);
  CHECK(spa->wte == 7.2);
  CHECK(model.services.find("gp")->name == "012");
  const model::Flow& flow = model.pathways.find("current")->flows.at(0);
  CHECK(flow.per_year == 1420);
  CHECK(flow.wait->p90_days == 24);
  CHECK(model.observations.find("o01")->kind == "good-practice");
  CHECK(model.observations.find("o01")->text == "yes");
}

TEST_CASE("a list under the name of one is read as the several that it is") {
  const auto project = open_text(R"(thrive: 1
project: {name: x}
ideas: {c1: {text: Huddle}, c2: {text: Call}}
measures:
  m: {name: Seen, data: m.csv, target: [{value: 75, from: 2022-04-01}, {value: 78, from: 2023-04-01}]}
ramps:
  r1: {name: Huddle, idea: [c1, c2], cycles: {}}
)");
  REQUIRE(project);
  const model::Measure& measure = *project->model().measures.find("m");
  CHECK_FALSE(measure.target);
  REQUIRE(measure.targets.size() == 2);
  CHECK(measure.targets[1].value == 78);
  CHECK(project->model().ramps.find("r1")->ideas == std::vector<std::string>{"c1", "c2"});
}

TEST_CASE("a scalar is never guessed: what does not fit its field is refused with what to write") {
  const std::string messages = messages_of(R"(thrive: 1
project: {name: x, started: 08/01/2024}
services:
  a: {name: A, wte: 010, assesses: yes, end: "true"}
  b:
    name: B
    wte: "7"
    completes_per_year: 1,420
  c: {name: C, wte: -1, category: camsh}
  d: {nam: D, wte: 5%}
)");
  CHECK(
      messages ==
      R"(project.yaml:2:29: error: '08/01/2024' is not a date, in 'started' of the project; write 2024-01-08 [not-a-date]
project.yaml:4:21: error: '010' begins with a zero, which other programs read in base eight, in 'wte' of service 'a'; write 10 [number-with-leading-zero]
project.yaml:4:36: error: 'yes' is neither true nor false, in 'assesses' of service 'a'; write true [not-true-or-false]
project.yaml:4:46: error: 'true' is in quotes, so it is text, in 'end' of service 'a'; take away the quotes [not-true-or-false]
project.yaml:7:10: error: '7' is in quotes, so it is text and not a number, in 'wte' of service 'b'; take away the quotes [quoted-number]
project.yaml:8:25: error: '1,420' is not a number, in 'completes_per_year' of service 'b'; write 1420 [not-a-number]
project.yaml:9:21: error: '-1' is less than 0, in 'wte' of service 'c' [out-of-range]
project.yaml:9:35: error: 'camsh' is not one of the known words, in 'category' of service 'c'; did you mean 'camhs'? [unknown-word]
project.yaml:10:6: error: 'name' is missing in service 'd' [missing-field]
project.yaml:10:7: error: unknown key 'nam' in service 'd'; did you mean 'name'? [unknown-key]
project.yaml:10:20: error: '5%' is not a number, in 'wte' of service 'd'; write 5 [not-a-number]
)");
}
