// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/pathway/graph.hpp"

namespace thrive::pathway {

/// What somebody who starts at one place can reach for one needs-based grouping. Every figure is the best over all
/// routes, each on its own: the route with fewest hand-offs need not be the one with the shortest wait.
struct Access {
  bool reachable = false;             // some service of the grouping can be reached; the start itself counts
  std::optional<int> handoffs;        // fewest moves between services
  std::optional<int> sector_changes;  // fewest moves between services of different sectors
  std::optional<int> assessments;     // fewest assessments on the way, both ends counted
  std::optional<double> wait_days;    // shortest sum of median waits; nothing when no route has all of them recorded
  Node nearest = no_node;             // the service with fewest hand-offs, first in the project's order
};

/// One row of the "no wrong door" table: the access from one start, in the order of the groupings.
struct Door {
  Node start = 0;
  std::vector<Access> access;
};

/// What can be reached from the starts: the doors, and the fewest assessments to every end.
struct Doors {
  std::vector<Door> doors;  // one for every start
  /// Fewest assessments between every start and every end, both counted: `fewest_assessments[s][e]` for
  /// `graph.starts[s]` and `graph.ends[e]`; nothing where there is no way.
  std::vector<std::vector<std::optional<int>>> fewest_assessments;
};
/// Every start against every grouping and every end.
Doors no_wrong_door(const Graph& graph, const std::vector<std::string>& groupings);

}  // namespace thrive::pathway
