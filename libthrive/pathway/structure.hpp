// SPDX-License-Identifier: MIT
//
// The shape of a map: loops, gatekeepers, weak points, positions in between. Boost.Graph does the work but for
// betweenness; its heavy headers stay in structure.cpp and dominators.cpp.
#pragma once

#include <utility>
#include <vector>

#include "libthrive/pathway/graph.hpp"

namespace thrive::pathway {

/// Groups of two or more services in which everybody can come round again: strongly connected components. The services
/// of a group in the order of their ids, the groups in the order of their first ids.
std::vector<std::vector<Node>> loops(const Graph& graph);

/// Where a map falls apart when directions are forgotten and self-loops dropped.
struct WeakPoints {
  std::vector<Node> articulation_points;       // services whose loss cuts others off, in the project's order
  std::vector<std::pair<Node, Node>> bridges;  // lines whose loss does; smaller id first, in the order of ids
};
WeakPoints weak_points(const Graph& graph);

/// How many shortest routes between other services lead through each (Brandes 2001): directed, every step counts 1, a
/// pair with several shortest routes is shared among them, ends of a route left out, not normalised, not halved.
std::vector<double> betweenness(const Graph& graph);

/// The last service that every route from the starts to a service must pass, from a virtual start joined to all starts.
struct Dominators {
  std::vector<bool> reached;    // from a start; for the others there is nothing to say
  std::vector<Node> immediate;  // no_node: the virtual start itself
  /// The services behind each, that every route from every start reaches only through it; in the project's order.
  std::vector<std::vector<Node>> behind;
};
/// Lengauer and Tarjan's dominator tree, on the part that the starts reach: Boost's version loses dominators when a
/// service that cannot be reached points into that part.
Dominators dominators(const Graph& graph);
/// The same from the ends: the next service that every route to every end must pass.
Dominators post_dominators(const Graph& graph);

}  // namespace thrive::pathway
