// SPDX-License-Identifier: MIT
#include "libthrive/journeys/flow_network.hpp"

#include <doctest/doctest.h>

#include <random>

#include "libthrive/journeys/circulation.hpp"

using namespace thrive::journeys;

namespace {

/// Whether an arc can have a value, by looking for a circulation from nothing.
bool is_possible(const FlowNetwork& network, std::size_t nodes, std::size_t arc, std::int64_t value) {
  std::vector<BoundedEdge> edges;
  for (std::size_t i = 0; i < network.arcs().size(); ++i) {
    const NetworkArc& known = network.arcs()[i];
    BoundedEdge edge{known.from, known.to, known.told ? known.least : 0, known.told ? known.most : 1000};
    if (i == arc) edge.least = edge.most = value;
    edges.push_back(edge);
  }
  return has_circulation(nodes, edges);
}

}  // namespace

TEST_CASE("flow network: what a number could be is the same by maximum flow") {
  std::mt19937 random(11);
  constexpr std::size_t nodes = 5;
  for (int round = 0; round < 150; ++round) {
    // Random rounds through the network balance at every node.
    std::vector<NetworkArc> arcs;
    for (std::size_t from = 0; from < nodes; ++from)
      for (std::size_t to = 0; to < nodes; ++to)
        if (from != to && random() % 2 == 0) arcs.push_back({from, to, 0, 0, 0, true});
    for (int trip = 0; trip < 12; ++trip) {
      std::vector<std::size_t> way;
      std::size_t here = random() % nodes;
      const std::size_t start = here;
      for (int step = 0; step < 6; ++step) {
        std::vector<std::size_t> next;
        for (std::size_t i = 0; i < arcs.size(); ++i)
          if (arcs[i].from == here) next.push_back(i);
        if (next.empty()) break;
        way.push_back(next[random() % next.size()]);
        here = arcs[way.back()].to;
        if (here == start) break;
      }
      if (here != start) continue;
      for (const std::size_t arc : way) ++arcs[arc].value;
    }
    for (NetworkArc& arc : arcs) {
      arc.told = random() % 3 != 0;
      arc.least = std::max<std::int64_t>(0, arc.value - static_cast<std::int64_t>(random() % 3));
      arc.most = arc.value + static_cast<std::int64_t>(random() % 3);
    }
    const FlowNetwork network(nodes, arcs);
    for (std::size_t arc = 0; arc < arcs.size(); ++arc) {
      if (arcs[arc].told) continue;
      std::int64_t larger = 0, smaller = 0;
      while (larger < 6 && is_possible(network, nodes, arc, arcs[arc].value + larger + 1)) ++larger;
      while (smaller < arcs[arc].value && is_possible(network, nodes, arc, arcs[arc].value - smaller - 1)) ++smaller;
      CHECK(network.could_be_larger_by(arc, 6) == larger);
      CHECK(network.could_be_smaller_by(arc, 1000) == smaller);
    }
  }
}
