// SPDX-License-Identifier: MIT
//
// Random maps of three shapes with the values of networkx 2.8.8 (tests/cases/pathway/README.md has the conventions).
#include <doctest/doctest.h>
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "libthrive/pathway/graph.hpp"
#include "libthrive/pathway/reach.hpp"
#include "libthrive/pathway/routes.hpp"
#include "libthrive/pathway/structure.hpp"
#include "tests/unit/pathway/example_maps.hpp"

using namespace thrive;
using namespace thrive::pathway;
using Ids = std::vector<std::string>;
using nlohmann::json;

namespace {

Ids sorted_ids(const Graph& graph, const std::vector<Node>& nodes) {
  Ids ids = ids_of(graph, nodes);
  std::ranges::sort(ids);
  return ids;
}

std::vector<Ids> pairs(const Graph& graph, const std::vector<std::pair<Node, Node>>& of) {
  std::vector<Ids> result;
  for (const auto& [a, b] : of) result.push_back({graph.ids[a], graph.ids[b]});
  return result;
}

std::map<std::string, std::string> immediate(const Graph& graph, const Dominators& dominators, const char* root) {
  std::map<std::string, std::string> result;
  for (Node node = 0; node < graph.size(); ++node) {
    if (!dominators.reached[node]) continue;
    const Node parent = dominators.immediate[node];
    result[graph.ids[node]] = parent == no_node ? root : graph.ids[parent];
  }
  return result;
}

}  // namespace

TEST_CASE("pathway measures agree with networkx on the reference graphs") {
  for (const std::string number : {"002", "005", "009"}) {
    CAPTURE(number);
    const json expected = tests::reference_graph(number);
    const model::Project project = tests::project_of(expected);
    const Graph graph = make_graph(project, "current");

    CHECK(ids_of(graph, graph.starts) == expected.at("starts").get<Ids>());
    CHECK(ids_of(graph, graph.ends) == expected.at("ends").get<Ids>());
    CHECK(sorted_ids(graph, unreachable(graph)) == expected.at("not_reachable_from_any_start").get<Ids>());
    CHECK(sorted_ids(graph, cannot_reach_end(graph)) == expected.at("cannot_reach_any_end").get<Ids>());
    CHECK(sorted_ids(graph, dead_ends(graph)) == expected.at("dead_ends").get<Ids>());
    CHECK(ids_of(graph, graph.self_loops) == expected.at("self_loops").get<Ids>());
    CHECK(pairs(graph, two_way_pairs(graph)) == expected.at("two_way_pairs").get<std::vector<Ids>>());

    std::vector<Ids> components;
    for (const auto& loop : loops(graph)) components.push_back(ids_of(graph, loop));
    std::vector<Ids> expected_components;
    for (const auto& component : expected.at("scc"))
      if (component.size() > 1) expected_components.push_back(component.get<Ids>());
    CHECK(components == expected_components);

    const WeakPoints weak = weak_points(graph);
    CHECK(ids_of(graph, weak.articulation_points) == expected.at("articulation_points_undirected").get<Ids>());
    CHECK(pairs(graph, weak.bridges) == expected.at("bridges_undirected").get<std::vector<Ids>>());

    const auto post = immediate(graph, post_dominators(graph), "END");
    auto expected_post = expected.at("immediate_post_dominators").get<std::map<std::string, std::string>>();
    expected_post.erase("END");
    CHECK(post == expected_post);
  }
}

TEST_CASE("betweenness is Brandes' raw directed value") {
  for (const std::string number : {"002", "005", "009"}) {
    CAPTURE(number);
    const json expected = tests::reference_graph(number);
    const model::Project project = tests::project_of(expected);
    const Graph graph = make_graph(project, "current");
    const std::vector<double> raw = betweenness(graph);
    for (Node node = 0; node < graph.size(); ++node)
      CHECK(raw[node] == doctest::Approx(expected.at("betweenness_raw").at(graph.ids[node]).get<double>()));
  }
}

TEST_CASE("dominators from one start agree with networkx although other starts point into its part") {
  for (const std::string number : {"002", "005", "009"}) {
    CAPTURE(number);
    const json expected = tests::reference_graph(number);
    const model::Project project = tests::project_of(expected, true);
    const Graph graph = make_graph(project, "current");
    auto wanted = expected.at("immediate_dominators").get<std::map<std::string, std::string>>();
    wanted[expected.at("start").get<std::string>()] = "START";
    CHECK(immediate(graph, dominators(graph), "START") == wanted);
  }
}

TEST_CASE("steps between services and assessments on routes agree with networkx") {
  for (const std::string number : {"002", "005", "009"}) {
    CAPTURE(number);
    const json expected = tests::reference_graph(number);
    const model::Project project = tests::project_of(expected);
    const Graph graph = make_graph(project, "current");
    for (Node from = 0; from < graph.size(); ++from) {
      const auto steps = steps_from(graph, from);
      std::map<std::string, int> reached;
      for (Node to = 0; to < graph.size(); ++to)
        if (steps[to]) reached[graph.ids[to]] = *steps[to];
      CHECK(reached == expected.at("shortest_path_edges").at(graph.ids[from]).get<std::map<std::string, int>>());
    }

    const Node start = *graph.find(expected.at("start").get<std::string>());
    const auto fewest = fewest_assessments_from(graph, start);
    for (const auto& [id, paths] : expected.at("simple_paths_from_start").items()) {
      const std::string end = id;  // clang 14 cannot capture a structured binding
      CAPTURE(end);
      const Node target = *graph.find(end);
      if (paths.at("fewest_assessments_any_path").is_null()) {
        CHECK_FALSE(fewest[target]);
      } else {
        CHECK(fewest[target] == paths.at("fewest_assessments_any_path").get<int>());
      }
      const int cutoff = paths.at("cutoff_edges").get<int>();
      const MostAssessments most = most_assessments(graph, {start}, {target}, {.hops = cutoff});
      CHECK(most.limit == cutoff);
      std::optional<int> wanted;
      for (const auto& [count, routes] : paths.at("by_assessments").items())
        wanted = std::max(wanted.value_or(0), std::stoi(count));
      CHECK(most.count == wanted);
      if (most.count) {
        CHECK(most.route.front() == start);
        CHECK(most.route.back() == target);
        CHECK(std::set<Node>(most.route.begin(), most.route.end()).size() == most.route.size());
        CHECK(std::ranges::count_if(most.route, [&](Node node) { return graph.assesses(node); }) == *most.count);
        for (std::size_t step = 1; step < most.route.size(); ++step)
          CHECK(graph.has_step(most.route[step - 1], most.route[step]));
      }
    }
  }
}
