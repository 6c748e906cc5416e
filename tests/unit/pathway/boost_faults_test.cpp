// SPDX-License-Identifier: MIT
//
// Two faults of Boost.Graph 1.74 that the measures work round. When one of these tests fails, Boost has mended it.
#include <doctest/doctest.h>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <map>
#include <random>
#include <string>

#include "libthrive/pathway/graph.hpp"
#include "libthrive/pathway/structure.hpp"
#include "tests/unit/pathway/example_maps.hpp"

using namespace thrive;
using namespace thrive::pathway;

namespace {

using Steps = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

model::Project random_map(std::size_t services, std::size_t flows) {
  std::mt19937 random(static_cast<unsigned>(flows));
  model::Project project;
  for (std::size_t at = 0; at < services; ++at) project.services.add("s" + std::to_string(at));
  model::Pathway pathway;
  for (std::size_t at = 0; at < flows; ++at) {
    model::Flow flow;
    flow.from = project.services[random() % services].id;
    flow.to = project.services[random() % services].id;
    pathway.flows.push_back(flow);
  }
  project.pathways.add("current", pathway);
  return project;
}

Steps all_of(const Graph& graph) {
  Steps result(graph.size());
  for (Node from = 0; from < graph.size(); ++from)
    for (const Node to : graph.next[from]) boost::add_edge(from, to, result);
  return result;
}

/// Boost's dominators from one service over the whole map, the part that cannot be reached included.
std::vector<Node> boost_dominators(const Graph& graph, Node start) {
  const Steps whole = all_of(graph);
  std::vector<std::size_t> parent(graph.size(), boost::graph_traits<Steps>::null_vertex());
  boost::lengauer_tarjan_dominator_tree(
      whole, start, boost::make_iterator_property_map(parent.begin(), boost::get(boost::vertex_index, whole)));
  std::vector<Node> result;
  for (const std::size_t vertex : parent) result.push_back(vertex < graph.size() ? static_cast<Node>(vertex) : no_node);
  return result;
}

}  // namespace

TEST_CASE("a service that nobody reaches does not take away a dominator, as it does in Boost") {
  // s -> g -> x, and u -> x where nothing leads to u: every route from s to x passes g.
  const model::Project project = tests::letters({"sg", "gx", "ux"}, "ugxs", "s", "x");
  const Graph graph = make_graph(project, "current");
  const Node gate = *graph.find("g");
  const Node behind = *graph.find("x");
  CHECK(dominators(graph).immediate[behind] == gate);
  CHECK(boost_dominators(graph, *graph.find("s"))[behind] != gate);  // Boost: none
}

TEST_CASE("Boost loses dominators on reference graphs, and this toolkit does not") {
  int wrong_in_boost = 0;
  for (const std::string number : {"002", "005", "009"}) {
    const auto expected = tests::reference_graph(number);
    const model::Project project = tests::project_of(expected, true);
    const Graph graph = make_graph(project, "current");
    const Node start = graph.starts.front();
    const std::vector<Node> boosts = boost_dominators(graph, start);
    for (const auto& [id, parent] : expected.at("immediate_dominators").items()) {
      const Node node = *graph.find(id);
      if (node == start) continue;
      const Node wanted = *graph.find(parent.get<std::string>());
      if (boosts[node] != wanted) ++wrong_in_boost;
      const Node ours = dominators(graph).immediate[node];
      CHECK((ours == wanted));
    }
  }
  CHECK(wrong_in_boost > 0);
}

TEST_CASE("Boost's relative betweenness is twice the directed normalised value") {
  const auto expected = tests::reference_graph("005");
  const model::Project project = tests::project_of(expected);
  const Graph graph = make_graph(project, "current");
  const Steps steps = all_of(graph);
  std::vector<double> relative(graph.size(), 0.0);
  const auto map = boost::make_iterator_property_map(relative.begin(), boost::get(boost::vertex_index, steps));
  boost::brandes_betweenness_centrality(steps, map);
  boost::relative_betweenness_centrality(steps, map);
  for (Node node = 0; node < graph.size(); ++node) {
    const double normalised = expected.at("betweenness_normalised").at(graph.ids[node]).get<double>();
    CHECK(relative[node] == doctest::Approx(2 * normalised));
  }
}

TEST_CASE("betweenness is what Boost says, on every reference graph, on Thornmere's map, and on many and few flows") {
  std::vector<model::Project> projects = {tests::thornmere_project(tests::thornmere())};
  for (const std::string number : {"002", "005", "009"})
    projects.push_back(tests::project_of(tests::reference_graph(number)));
  for (const std::size_t flows : {150, 500, 3000}) projects.push_back(random_map(130, flows));
  for (const model::Project& project : projects) {
    const Graph graph = make_graph(project, "current");
    const Steps steps = all_of(graph);
    std::vector<double> boosts(graph.size(), 0.0);
    boost::brandes_betweenness_centrality(
        steps, boost::make_iterator_property_map(boosts.begin(), boost::get(boost::vertex_index, steps)));
    const std::vector<double> ours = betweenness(graph);
    for (Node node = 0; node < graph.size(); ++node) CHECK(ours[node] == doctest::Approx(boosts[node]));
  }
}

TEST_CASE("parallel flows are one step in betweenness") {
  // a -> b -> d and a -> c -> d; drawn twice, a -> b must not count as a second shortest route.
  const model::Project once = tests::letters({"ab", "bd", "ac", "cd"}, "abcd", "a", "d");
  const model::Project twice = tests::letters({"ab", "ab", "bd", "ac", "cd"}, "abcd", "a", "d");
  CHECK(betweenness(make_graph(once, "current")) == std::vector<double>{0, 0.5, 0.5, 0});
  CHECK(betweenness(make_graph(twice, "current")) == std::vector<double>{0, 0.5, 0.5, 0});
}
