// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dominator_tree.hpp>

#include "libthrive/pathway/reach.hpp"
#include "libthrive/pathway/structure.hpp"

namespace thrive::pathway {

namespace {

// The dominator tree needs to walk against the flows too.
using Bidirectional = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

/// The services that are reached, numbered from 1; 0 is the virtual start.
struct Reached {
  std::vector<Node> nodes{no_node};
  std::vector<std::size_t> number;
};

Reached number_reached(const Graph& graph) {
  Reached reached;
  reached.number.assign(graph.size(), 0);
  const auto steps = steps_from_starts(graph);
  for (Node node = 0; node < graph.size(); ++node) {
    if (!steps[node]) continue;
    reached.number[node] = reached.nodes.size();
    reached.nodes.push_back(node);
  }
  return reached;
}

Bidirectional reached_part(const Graph& graph, const Reached& reached) {
  Bidirectional part(reached.nodes.size());
  for (const Node start : graph.starts) boost::add_edge(0, reached.number[start], part);
  for (std::size_t number = 1; number < reached.nodes.size(); ++number)
    for (const Node to : graph.next[reached.nodes[number]]) boost::add_edge(number, reached.number[to], part);
  return part;
}

/// Everything behind each service: walks from each up the tree and signs at every service it passes.
void fill_behind(Dominators& result) {
  result.behind.resize(result.immediate.size());
  for (Node node = 0; node < result.immediate.size(); ++node) {
    if (!result.reached[node]) continue;
    for (Node gate = result.immediate[node]; gate != no_node; gate = result.immediate[gate])
      result.behind[gate].push_back(node);
  }
}

}  // namespace

Dominators dominators(const Graph& graph) {
  const Reached reached = number_reached(graph);
  const Bidirectional part = reached_part(graph, reached);
  using Vertex = boost::graph_traits<Bidirectional>::vertex_descriptor;
  std::vector<Vertex> parent(reached.nodes.size(), boost::graph_traits<Bidirectional>::null_vertex());
  boost::lengauer_tarjan_dominator_tree(
      part, Vertex{0}, boost::make_iterator_property_map(parent.begin(), boost::get(boost::vertex_index, part)));

  Dominators result;
  result.reached.assign(graph.size(), false);
  result.immediate.assign(graph.size(), no_node);
  for (std::size_t number = 1; number < reached.nodes.size(); ++number) {
    result.reached[reached.nodes[number]] = true;
    result.immediate[reached.nodes[number]] = reached.nodes[parent[number]];
  }
  fill_behind(result);
  return result;
}

Dominators post_dominators(const Graph& graph) { return dominators(reversed(graph)); }

}  // namespace thrive::pathway
