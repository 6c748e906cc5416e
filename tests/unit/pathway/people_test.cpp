// SPDX-License-Identifier: MIT
//
// Sums, queues, waits and sectors, each worked out by hand beside the check.
#include <doctest/doctest.h>

#include <string>

#include "libthrive/pathway/analysis.hpp"
#include "tests/unit/pathway/example_maps.hpp"

using namespace thrive;
using namespace thrive::pathway;

TEST_CASE("Thornmere's queues: 300 more people a year come to the neurodevelopmental team than leave") {
  const auto thornmere = tests::thornmere();
  const model::Project project = tests::thornmere_project(thornmere);
  const Graph graph = make_graph(project, "current");
  const auto all = queues(graph);
  CHECK(all[*graph.find("nd")].growth == thornmere.at("expected").at("demand-minus-throughput").at("nd").get<double>());
  CHECK(all[*graph.find("spa")].in.known() == thornmere.at("expected").at("spa-in").get<double>());
  CHECK(all[*graph.find("spa")].out.known() == thornmere.at("expected").at("spa-out").get<double>());
  CHECK_FALSE(all[*graph.find("spa")].growth);  // nobody recorded how many complete there
}

TEST_CASE("a figure that nobody recorded is missing, not nought") {
  model::Project project = tests::letters({"ab", "ab", "cb"}, "abc", "ac", "b");
  tests::flow(project, 0).per_year = 100;
  const Graph graph = make_graph(project, "current");
  const auto all = queues(graph);
  CHECK(all[1].in.known() == 100.0);  // two of three flows are not recorded, and it says so
  CHECK(all[1].in.missing == 2);
  CHECK_FALSE(all[1].growth);
  CHECK_FALSE(all[2].out.known());  // c sends to b; how many is not recorded
  CHECK(all[2].in.known() == 0.0);  // nothing leads to c: nought is the truth
  CHECK(people_passing(all[1]) == 100.0);
  CHECK_FALSE(people_passing(all[2]));
}

TEST_CASE("waits are people times median days over seven") {
  model::Project project = tests::letters({"ab", "bc", "bc"}, "abc", "a", "c");
  tests::flow(project, 0).per_year = 390;
  tests::flow(project, 0).wait.emplace().median_days = 434;
  tests::flow(project, 1).per_year = 10;
  tests::flow(project, 2).wait.emplace().median_days = 7;
  const Graph graph = make_graph(project, "current");
  const auto all = waits(graph);
  REQUIRE(all.size() == 3);
  CHECK(all[0].person_weeks == 390.0 * 434 / 7);
  CHECK_FALSE(all[1].person_weeks);
  CHECK_FALSE(all[2].person_weeks);
}

TEST_CASE("flows between sectors are counted, and flows without a sector apart") {
  model::Project project = tests::letters({"ab", "bc", "cd", "ca"}, "abcd", "a", "d");
  project.services.find("a")->sector = "education";
  project.services.find("b")->sector = "health";
  project.services.find("c")->sector = "health";
  const Graph graph = make_graph(project, "current");
  const Sectors result = sectors(graph);
  CHECK(result.names == std::vector<std::string>{"education", "health"});
  CHECK(result.crossing == 2);  // ab, ca
  CHECK(result.known == 3);     // cd: nobody knows d's sector
  CHECK(result.unknown == 1);
  CHECK(*result.crossing_share() == doctest::Approx(2.0 / 3));
  CHECK(result.matrix == std::vector<std::vector<std::size_t>>{{0, 1}, {1, 1}});
}

TEST_CASE("a service through which all flows between two sectors go is named") {
  // Both flows from education (a, b) to health (c, d) end at c; back go two flows from different services to
  // different services, so there is no single bridge.
  model::Project project = tests::letters({"ac", "bc", "ca", "db"}, "abcd", "ab", "d");
  for (const char* id : {"a", "b"}) project.services.find(id)->sector = "education";
  for (const char* id : {"c", "d"}) project.services.find(id)->sector = "health";
  const Graph graph = make_graph(project, "current");
  const auto bridges = only_bridges(graph);
  REQUIRE(bridges.size() == 1);
  CHECK(graph.ids[bridges[0].service] == "c");
  CHECK(bridges[0].from == "education");
  CHECK(bridges[0].flows == 2);
}

TEST_CASE("flows drawn twice stay two, are summed, and are reported when they differ") {
  model::Project project = tests::letters({"ab", "ab", "bc", "bc"}, "abc", "a", "c");
  tests::flow(project, 0).per_year = 120;
  tests::flow(project, 1).per_year = 95;
  tests::flow(project, 2).per_year = 7;
  tests::flow(project, 3).per_year = 7;
  const Graph graph = make_graph(project, "current");
  CHECK(graph.flows.size() == 4);
  CHECK(graph.next[0] == std::vector<Node>{1});
  CHECK(queues(graph)[1].in.known() == 215.0);
  const auto parallel = parallel_flows(graph);
  REQUIRE(parallel.size() == 2);
  CHECK(parallel[0].differ);
  CHECK_FALSE(parallel[1].differ);
}

TEST_CASE("no wrong door: every start against every grouping, each figure the best of all routes") {
  // a -> b -> d (wait 5 + 5, b assesses) and a -> c -> e -> d (wait 1 + 1 + 1); d serves getting-help.
  model::Project project = tests::letters({"ab", "bd", "ac", "ce", "ed", "fa"}, "abcdef", "af", "d");
  for (const std::size_t number : {0u, 1u}) tests::flow(project, number).wait.emplace().median_days = 5;
  for (const std::size_t number : {2u, 3u, 4u}) tests::flow(project, number).wait.emplace().median_days = 1;
  project.services.find("b")->assesses = true;
  project.services.find("d")->groupings = {"getting-help"};
  project.services.find("f")->groupings = {"thriving"};
  const Graph graph = make_graph(project, "current");
  const auto doors = no_wrong_door(graph, {"thriving", "getting-help"}).doors;
  REQUIRE(doors.size() == 2);
  CHECK_FALSE(doors[0].access[0].reachable);  // nothing leads from a to f
  CHECK_FALSE(doors[0].access[0].handoffs);
  CHECK(doors[0].access[1].reachable);
  CHECK(doors[0].access[1].handoffs == 2);
  CHECK(doors[0].access[1].assessments == 0);
  CHECK(doors[0].access[1].wait_days == 3.0);
  CHECK(doors[1].access[0].handoffs == 0);  // the start itself counts
  CHECK(doors[1].access[0].wait_days == 0.0);
  CHECK(doors[1].access[1].handoffs == 3);
  CHECK_FALSE(doors[1].access[1].wait_days);  // nobody recorded the wait from f to a
}

TEST_CASE("doors agree with the reference graphs on which needs can be reached") {
  const std::vector<std::pair<std::string, std::string>> needs = {{"thriving", "thriving"},
                                                                  {"getting-advice", "advice"},
                                                                  {"getting-help", "help"},
                                                                  {"getting-more-help", "more_help"},
                                                                  {"getting-risk-support", "risk"}};
  std::vector<std::string> groupings;
  for (const auto& [grouping, need] : needs) groupings.push_back(grouping);
  for (const std::string number : {"002", "005", "009"}) {
    const auto expected = tests::reference_graph(number);
    const model::Project project = tests::project_of(expected);
    const Graph graph = make_graph(project, "current");
    for (const Door& door : no_wrong_door(graph, groupings).doors) {
      const auto& row = expected.at("every_need_from_every_start").at(graph.ids[door.start]);
      for (std::size_t i = 0; i < needs.size(); ++i)
        CHECK(door.access[i].reachable == row.at(needs[i].second).get<bool>());
    }
  }
}

TEST_CASE("observations are counted, placed and weighed by the people who pass") {
  const auto thornmere = tests::thornmere();
  const model::Project project = tests::thornmere_project(thornmere);
  const Graph graph = make_graph(project, "current");
  const auto& expected = thornmere.at("expected").at("observations");
  const std::vector<std::string> perspectives = {"patient-experience", "operations", "evidence-based-interventions",
                                                 "outcomes-and-measures"};
  const std::vector<std::string> kinds = {"good-practice", "quality-problem", "duplication"};
  const Notes result = notes(graph, project.observations, queues(graph), perspectives, kinds);
  CHECK(result.all.size() == 30);
  CHECK(result.elsewhere.empty());
  for (std::size_t p = 0; p < perspectives.size(); ++p)
    CHECK(result.in_perspective(p) == expected.at("by_perspective").at(perspectives[p]).get<std::size_t>());
  for (std::size_t k = 0; k < kinds.size(); ++k)
    CHECK(result.of_kind(k) == expected.at("by_kind").at(kinds[k]).get<std::size_t>());
  // Two notes on problems at the single point of access, which 3,270 people pass, outweigh three at Getting Help.
  const auto places = heat(result, "quality-problem");
  CHECK(graph.ids[places.front().spot.service] == "spa");
  CHECK(places.front().weight == 2 * 3270.0);
}

TEST_CASE("a note on a flow counts for the flow, and for both its services as commented") {
  model::Project project = tests::letters({"ab", "bc"}, "abcd", "a", "c");
  tests::flow(project, 0).per_year = 40;
  project.observations.add("o1", {"a -> b", "operations", "quality-problem", "long wait", {}, {}});
  project.observations.add("o2", {"b->a", "operations", "quality-problem", "no such flow", {}, {}});
  const Graph graph = make_graph(project, "current");
  const Notes result = notes(graph, project.observations, queues(graph), {"operations"}, {"quality-problem"});
  REQUIRE(result.all.size() == 1);
  CHECK(result.all[0].people == 40.0);
  CHECK(result.at_service == std::vector<std::size_t>{0, 0, 0, 0});
  CHECK(ids_of(graph, result.without_any) == std::vector<std::string>{"c", "d"});
  CHECK(result.elsewhere == std::vector<std::string>{"o2"});
}

TEST_CASE("services that may do the same share a grouping and most neighbours") {
  // x and y are both sent to by a and b and both send to c; z only by a.
  model::Project project = tests::letters({"ax", "ay", "bx", "by", "xc", "yc", "az", "zc"}, "abcxyz", "ab", "c");
  for (const char* id : {"x", "y", "z"}) project.services.find(id)->groupings = {"getting-help"};
  const Graph graph = make_graph(project, "current");
  const auto pairs = similar_services(graph);
  REQUIRE(pairs.size() == 1);  // x and z share 2 of 3 neighbours: too few to say
  CHECK(graph.ids[pairs[0].a] == "x");
  CHECK(graph.ids[pairs[0].b] == "y");
  CHECK(pairs[0].likeness == 1.0);
}
