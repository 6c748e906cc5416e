// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "libthrive/pathway/graph.hpp"

namespace thrive::pathway {

/// Fewest assessments on any way from a service to every other, both ends counted; nothing where there is no way.
std::vector<std::optional<int>> fewest_assessments_from(const Graph& graph, Node start);
/// Fewest steps between services of different sectors on any way; a step to or from a service without a recorded
/// sector counts as none, because nobody can tell.
std::vector<std::optional<int>> fewest_sector_changes_from(const Graph& graph, Node start);
/// The shortest recorded median wait in days of every step: `waits[from][i]` belongs to `graph.next[from][i]`; of
/// parallel flows the shortest counts, nothing when none has one.
using StepWaits = std::vector<std::vector<std::optional<double>>>;
StepWaits recorded_waits(const Graph& graph);
/// Shortest sum of median waits in days, over ways on which every step has one recorded; nothing where there is no
/// such way. 0 for the service itself.
std::vector<std::optional<double>> shortest_wait_from(const Graph& graph, const StepWaits& waits, Node start);

/// How far the search for the route with most assessments goes.
struct RouteSearch {
  int hops = 7;                    // steps on a route at most
  std::size_t effort = 3'000'000;  // steps tried at most, so that no map takes for ever
};

/// The route with most assessments, among routes from one of some services to one of others that visit no service
/// twice.
struct MostAssessments {
  std::optional<int> count;  // both ends counted; nothing when there is no route
  std::vector<Node> route;   // the shortest of equals, then the first in the order of ids
  int limit = 0;             // every route of up to so many steps was considered
  bool complete = false;     // no route is longer than that
};
/// Searches deeper and deeper, one step at a time, leaving out what cannot beat the best so far: the most assessments
/// on any walk of the steps that are left, repeats allowed, are a bound. Stops at `hops`, or before it when the effort
/// is spent; then `limit` says how far it got.
MostAssessments most_assessments(const Graph& graph, const std::vector<Node>& from, const std::vector<Node>& to,
                                 const RouteSearch& search = {});

}  // namespace thrive::pathway
