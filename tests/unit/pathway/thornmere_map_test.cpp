// SPDX-License-Identifier: MIT
//
// The fictional locality's map, with the answers that came with it.
#include <doctest/doctest.h>
#include <algorithm>
#include <string>

#include "libthrive/pathway/graph.hpp"
#include "libthrive/pathway/reach.hpp"
#include "libthrive/pathway/routes.hpp"
#include "libthrive/pathway/structure.hpp"
#include "tests/unit/pathway/example_maps.hpp"

using namespace thrive;
using namespace thrive::pathway;
using Ids = std::vector<std::string>;

TEST_CASE("Thornmere's map has the shape it is known to have") {
  const auto thornmere = tests::thornmere();
  const auto& expected = thornmere.at("expected");
  const model::Project project = tests::thornmere_project(thornmere);
  const Graph graph = make_graph(project, "current");
  CHECK(graph.size() == expected.at("nodes").get<std::size_t>());
  CHECK(graph.flows.size() == expected.at("flows").get<std::size_t>());
  CHECK(ids_of(graph, unreachable(graph)) == expected.at("not-reachable-from-a-start").get<Ids>());
  Ids without_a_way_out = ids_of(graph, dead_ends(graph));
  std::ranges::sort(without_a_way_out);
  CHECK(without_a_way_out == expected.at("no-onward-flow-and-not-marked-end").get<Ids>());

  const auto groups = loops(graph);
  const auto largest = std::ranges::max_element(groups, {}, [](const auto& group) { return group.size(); });
  CHECK(ids_of(graph, *largest) == expected.at("largest-loop-group").get<Ids>());
  std::vector<Ids> pairs;
  for (const auto& [a, b] : two_way_pairs(graph)) pairs.push_back({graph.ids[a], graph.ids[b]});
  CHECK(pairs == expected.at("two-way-pairs").get<std::vector<Ids>>());
}

TEST_CASE("Thornmere's family is assessed seven times within seven steps at worst") {
  const auto thornmere = tests::thornmere();
  const auto& expected = thornmere.at("expected").at("most-assessments-family-to-more-within-7-steps");
  const model::Project project = tests::thornmere_project(thornmere);
  const Graph graph = make_graph(project, "current");
  const MostAssessments most = most_assessments(graph, {*graph.find("family")}, {*graph.find("more")}, {.hops = 7});
  CHECK(most.count == static_cast<int>(expected.at("assessments").size()));
  CHECK(ids_of(graph, most.route) == expected.at("path").get<Ids>());
  CHECK(most.limit == 7);
  CHECK_FALSE(most.complete);  // longer routes exist
}
