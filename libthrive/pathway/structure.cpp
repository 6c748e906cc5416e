// SPDX-License-Identifier: MIT
#include "libthrive/pathway/structure.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <iterator>

namespace thrive::pathway {

namespace {

using Directed = boost::compressed_sparse_row_graph<boost::directedS>;
using EdgeNumber = boost::property<boost::edge_index_t, std::size_t>;
using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, EdgeNumber>;

Directed directed(const Graph& graph) {
  std::vector<std::pair<std::size_t, std::size_t>> steps;
  for (Node from = 0; from < graph.size(); ++from)
    for (const Node to : graph.next[from]) steps.emplace_back(from, to);
  return Directed(boost::edges_are_sorted, steps.begin(), steps.end(), graph.size());
}

/// Every pair of neighbours once, whichever way the flows go.
Undirected undirected(const Graph& graph) {
  Undirected result(graph.size());
  std::size_t number = 0;
  for (Node from = 0; from < graph.size(); ++from)
    for (const Node to : graph.next[from])
      if (from < to || !graph.has_step(to, from)) boost::add_edge(from, to, EdgeNumber(number++), result);
  return result;
}

}  // namespace

std::vector<std::vector<Node>> loops(const Graph& graph) {
  std::vector<std::size_t> component(graph.size());
  const Directed steps = directed(graph);
  const auto component_map =
      boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, steps));
  const std::size_t count =
      graph.size() == 0 ? 0 : static_cast<std::size_t>(boost::strong_components(steps, component_map));
  std::vector<std::vector<Node>> groups(count);
  for (Node node = 0; node < graph.size(); ++node) groups[component[node]].push_back(node);
  std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
  const auto by_id = [&](Node a, Node b) { return graph.ids[a] < graph.ids[b]; };
  for (auto& group : groups) std::ranges::sort(group, by_id);
  std::ranges::sort(groups, [&](const auto& a, const auto& b) { return by_id(a.front(), b.front()); });
  return groups;
}

WeakPoints weak_points(const Graph& graph) {
  const Undirected plain = undirected(graph);
  std::vector<std::size_t> component(boost::num_edges(plain));
  const auto component_map = boost::make_iterator_property_map(component.begin(), boost::get(boost::edge_index, plain));
  WeakPoints result;
  const auto found =
      boost::biconnected_components(plain, component_map, std::back_inserter(result.articulation_points));
  std::ranges::sort(result.articulation_points);

  // A bridge is a line that is alone in its biconnected component.
  std::vector<std::size_t> lines(found.first, 0);
  for (const std::size_t number : component) ++lines[number];
  for (const auto& edge : boost::make_iterator_range(boost::edges(plain))) {
    if (lines[boost::get(component_map, edge)] != 1) continue;
    auto a = static_cast<Node>(boost::source(edge, plain));
    auto b = static_cast<Node>(boost::target(edge, plain));
    if (graph.ids[b] < graph.ids[a]) std::swap(a, b);
    result.bridges.emplace_back(a, b);
  }
  std::ranges::sort(result.bridges, [&](const auto& x, const auto& y) {
    return std::pair(graph.ids[x.first], graph.ids[x.second]) < std::pair(graph.ids[y.first], graph.ids[y.second]);
  });
  return result;
}

}  // namespace thrive::pathway
