// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/pathway/graph.hpp"

namespace thrive::pathway {

/// Two services that may do the same thing for the same people.
struct SimilarPair {
  Node a = 0;
  Node b = 0;
  std::vector<std::string> groupings;  // that both serve
  std::vector<Node> sent_by;           // services that send to both
  std::vector<Node> send_to;           // services that both send to
  double likeness = 0;                 // Jaccard index of their neighbours: shared / all, in and out apart
};
struct SimilarityRule {
  double at_least = 0.5;       // likeness
  std::size_t neighbours = 3;  // that they share at least, so that two leaves of one service do not count
};
/// Pairs with a needs-based grouping in common, that both assess or both do not, and whose neighbours are alike; a
/// flow between the two is left out of the comparison. Most alike first, then in the project's order.
std::vector<SimilarPair> similar_services(const Graph& graph, const SimilarityRule& rule = {});

}  // namespace thrive::pathway
