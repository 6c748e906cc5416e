// SPDX-License-Identifier: MIT
#include "libthrive/priorities/candidates.hpp"

#include <doctest/doctest.h>

using namespace thrive;
using namespace thrive::priorities;

namespace {

model::Project project() {
  model::Project project;
  model::Pathway& pathway = project.pathways.add("current");
  pathway.flows = {{"gp", "spa", {}, 1420, model::Wait{9, {}, {}, {}}, {}, {}, {}},
                   {"school", "spa", {}, {}, {}, {}, {}, {}},
                   {"spa", "choice", {}, 1480, model::Wait{41, {}, {}, {}}, {}, {}, {}}};
  project.observations.add("o1") = {"spa", "operations", "quality-problem", "slow", {}, {"A", "B"}};
  project.observations.add("o2") = {"spa -> choice", "operations", "duplication", "twice", {}, {"A"}};
  project.observations.add("o3") = {"gp", "operations", "good-practice", "warm", {}, {"A", "C"}};
  model::Assessment& before = project.assessments.add("before");
  before.date = *text::parse_date("2024-03-20");
  before.tables.add("one").scores.add("A").score = {1};
  before.tables.add("two").scores.add("A").score = {2};
  before.tables.find("one")->scores.add("B").score = {2};
  before.tables.find("two")->scores.add("B").score = {4};
  before.tables.find("one")->scores.add("C").score = {3};
  before.tables.find("two")->scores.add("C");
  before.agreed.add("B").score = {3};
  project.assessments.add("after").date = *text::parse_date("2025-03-19");
  return project;
}

std::vector<Candidate> of(const model::Project& project) {
  return candidates(project, {"A", "B", "C", "D"}, project.assessments.find("before"), 3);
}

}  // namespace

TEST_CASE("priorities: candidates come lowest score first, with what stands behind them") {
  const std::vector<Candidate> found = of(project());
  REQUIRE(found.size() == 4);
  const Candidate& a = found[0];
  CHECK(a.item == "A");
  CHECK(a.score == 1.5);  // the median of 1 and 2
  CHECK_FALSE(a.is_agreed);
  CHECK(a.problems == std::vector<std::string>{"o1", "o2"});
  CHECK(a.good_practice == std::vector<std::string>{"o3"});
  // Flows into the service of o1 that are known to move people or to wait, and the flow of o2; most people first.
  REQUIRE(a.flows.size() == 2);
  CHECK(a.flows[0].to == "choice");
  CHECK(a.flows[1].median_days == 9);
}

TEST_CASE("priorities: the agreed score goes before the median, and a wide spread keeps an item on the list") {
  const std::vector<Candidate> found = of(project());
  CHECK(found[1].item == "B");
  CHECK(found[1].score == 3);
  CHECK(found[1].is_agreed);
  CHECK(found[1].lowest == 2);
  CHECK(found[1].highest == 4);
  CHECK(found[1].on_the_list);
  CHECK(found[2].item == "C");
  CHECK(found[2].unknown == 1);  // unknown is an answer, not a number
  CHECK(found[2].scored == 1);
  CHECK_FALSE(found[2].on_the_list);
  CHECK_FALSE(found[3].score);
  CHECK_FALSE(found[3].on_the_list);
  CHECK(scores_of(found, {"D", "A"}) == std::vector<std::optional<double>>{std::nullopt, 1.5});
}

TEST_CASE("priorities: the assessment to go by is the last one before the room agreed") {
  model::Project with = project();
  CHECK(assessment_to_go_by(with) == "after");
  with.priorities.emplace().agreed.emplace().date = *text::parse_date("2024-04-24");
  CHECK(assessment_to_go_by(with) == "before");
  CHECK(assessment_to_go_by(model::Project{}).empty());
}
