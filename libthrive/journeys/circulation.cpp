// SPDX-License-Identifier: MIT
#include "libthrive/journeys/circulation.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#include <cassert>

namespace thrive::journeys {

namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
struct FlowEdge {
  std::int64_t capacity = 0;
  std::int64_t residual = 0;
  Traits::edge_descriptor reverse;
};
using Network = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, FlowEdge>;

void add_edge(Network& network, std::size_t from, std::size_t to, std::int64_t capacity) {
  if (capacity == 0) return;
  const auto there = boost::add_edge(from, to, network).first;
  const auto back = boost::add_edge(to, from, network).first;
  network[there].capacity = capacity;
  network[there].reverse = back;
  network[back].reverse = there;
}

}  // namespace

bool has_circulation(std::size_t nodes, const std::vector<BoundedEdge>& edges) {
  const std::size_t source = nodes, sink = nodes + 1;
  std::vector<std::int64_t> excess(nodes, 0);
  Network network(nodes + 2);
  for (const BoundedEdge& edge : edges) {
    assert(edge.from < nodes && edge.to < nodes && edge.least >= 0);
    if (edge.least > edge.most) return false;
    add_edge(network, edge.from, edge.to, edge.most - edge.least);
    excess[edge.to] += edge.least;
    excess[edge.from] -= edge.least;
  }
  std::int64_t demand = 0;
  for (std::size_t node = 0; node < nodes; ++node) {
    if (excess[node] > 0) {
      add_edge(network, source, node, excess[node]);
      demand += excess[node];
    } else if (excess[node] < 0) {
      add_edge(network, node, sink, -excess[node]);
    }
  }
  if (demand == 0) return true;
  const std::int64_t flow =
      boost::push_relabel_max_flow(network, source, sink,
                                   boost::capacity_map(boost::get(&FlowEdge::capacity, network))
                                       .residual_capacity_map(boost::get(&FlowEdge::residual, network))
                                       .reverse_edge_map(boost::get(&FlowEdge::reverse, network))
                                       .vertex_index_map(boost::get(boost::vertex_index, network)));
  return flow == demand;
}

}  // namespace thrive::journeys
