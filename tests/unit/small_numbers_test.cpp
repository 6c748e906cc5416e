// SPDX-License-Identifier: MIT
#include "libthrive/text/small_numbers.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/records/small_counts.hpp"
#include "libthrive/report/render.hpp"

using namespace thrive;
using text::PeopleTotal;
using text::SmallNumbers;

namespace {

std::string total_of(const std::vector<std::optional<double>>& counts, const SmallNumbers& small = {}) {
  PeopleTotal total;
  for (const auto& count : counts) total.add(count, small);
  return report::people_total(total, small);
}

}  // namespace

TEST_CASE("small numbers: from 1 to 4 people are hidden, nobody and 5 are not") {
  const SmallNumbers small;
  CHECK(report::people_number(0, small) == "0");
  for (const double few : {0.5, 1.0, 2.0, 3.0, 4.0, 4.9}) CHECK(report::people_number(few, small) == "fewer than 5");
  CHECK(report::people_number(5, small) == "5");
  CHECK(report::people_number(std::nullopt, small) == "not recorded");
}

TEST_CASE("small numbers: a project may hide more, or nothing") {
  CHECK(report::people_number(9, SmallNumbers{10}) == "fewer than 10");
  CHECK(report::people_number(1, SmallNumbers{0}) == "1");
  CHECK(total_of({3, 100}, SmallNumbers{0}) == "103");
}

TEST_CASE("small numbers: a total does not give away one of its parts") {
  CHECK(total_of({}) == "0");
  CHECK(total_of({100, 20}) == "120");
  CHECK(total_of({100, 3}) == "more than 100");
  CHECK(total_of({3}) == "fewer than 5");
  CHECK(total_of({3, 4}) == "fewer than 10");
  CHECK(total_of({100, std::nullopt}) == "at least 100");
  CHECK(total_of({100, 3, std::nullopt}) == "more than 100");
  CHECK(total_of({3, std::nullopt}) == "more than 0");
  CHECK(total_of({std::nullopt}) == "not recorded");
}

TEST_CASE("small numbers: in a row whose total is known no count is hidden alone") {
  using Hidden = std::vector<bool>;
  CHECK(text::hidden_together({3, 1, 1, 0}, {}) == Hidden{true, true, true, false});
  CHECK(text::hidden_together({20, 3, 0, 9}, {}) == Hidden{false, true, false, true});
  CHECK(text::hidden_together({20, 1, 1, 9}, {}) == Hidden{false, true, true, true});
  CHECK(text::hidden_together({20, 0, 9, 5}, {}) == Hidden{false, false, false, false});
  CHECK(text::hidden_together({3, 0, 0, 0}, {}) == Hidden{true, false, false, false});
  CHECK(text::hidden_together({3, 9}, SmallNumbers{0}) == Hidden{false, false});
}

TEST_CASE("small numbers: found wherever a field counts people") {
  model::Project project;
  project.services.add("gp").completes_per_year = 3;
  project.services.add("spa").completes_per_year = 300;
  model::Pathway& pathway = project.pathways.add("current");
  pathway.flows.resize(3);
  pathway.flows[0].per_year = 12;
  pathway.flows[2].per_year = 1;
  model::TableAssessment& table = project.assessments.add("baseline").tables.add("A");
  table.seats = 4;
  model::TableScore& score = table.scores.add("M1");
  for (const int points : {2, 2, 2, 2, 2, 3}) score.votes.push_back({points});
  project.ramps.add("r1").cycles.add("c1").scale.young_people = 2;
  const auto found = [&](const SmallNumbers& small) {
    return records::small_counts(records::shape_of<model::Project>(), &project, small);
  };
  using Paths = std::vector<std::vector<std::string>>;
  CHECK(found({}) == Paths{{"services", "gp", "completes_per_year"},
                           {"pathways", "current", "flows", "2", "per_year"},
                           {"assessments", "baseline", "tables", "A", "scores", "M1", "votes"},
                           {"ramps", "r1", "cycles", "c1", "scale", "young_people"}});
  CHECK(found({0}).empty());
}
