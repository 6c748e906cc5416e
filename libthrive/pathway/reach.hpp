// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "libthrive/pathway/graph.hpp"

namespace thrive::pathway {

/// Fewest steps from one service to every other: 0 for itself, nothing where there is no way.
std::vector<std::optional<int>> steps_from(const Graph& graph, Node start);
/// Fewest steps from whichever start is nearest; nothing where no start leads.
std::vector<std::optional<int>> steps_from_starts(const Graph& graph);

/// Services that no start leads to, in the project's order. Starts are reached; all other services count, those at
/// the edge of the map too.
std::vector<Node> unreachable(const Graph& graph);
/// Services that no flow leaves and that nobody marked as an end. A flow back to the service itself counts as leaving
/// (such a service shows among those that cannot reach an end).
std::vector<Node> dead_ends(const Graph& graph);
/// Services from which no end can be reached. An end reaches itself.
std::vector<Node> cannot_reach_end(const Graph& graph);
/// Starts from which no end can be reached, each with the ends that it cannot reach.
struct MissingRoute {
  Node start = 0;
  std::vector<Node> ends;
};
/// The starts that do not lead to every end, with the ends they miss. A start that is that end reaches it.
std::vector<MissingRoute> missing_routes(const Graph& graph);

/// Services that flow to each other directly, the alphabetically smaller id first, in the order of ids.
std::vector<std::pair<Node, Node>> two_way_pairs(const Graph& graph);

/// The shortest ways round: for every service in a loop the shortest cycle through it, every cycle once, shortest
/// first, then in the project's order. A cycle starts at its first service in the project's order and does not
/// repeat it at the end. Self-loops are not among them. At most `limit` cycles.
std::vector<std::vector<Node>> shortest_cycles(const Graph& graph, std::size_t limit = 50);

}  // namespace thrive::pathway
