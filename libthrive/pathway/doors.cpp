// SPDX-License-Identifier: MIT
#include "libthrive/pathway/doors.hpp"

#include <algorithm>

#include "libthrive/pathway/reach.hpp"
#include "libthrive/pathway/routes.hpp"

namespace thrive::pathway {

namespace {

/// The best figures from one start to every service.
struct FromStart {
  std::vector<std::optional<int>> steps;
  std::vector<std::optional<int>> sector_changes;
  std::vector<std::optional<int>> assessments;
  std::vector<std::optional<double>> waits;
};

template <class Number>
void keep_smaller(std::optional<Number>& best, const std::optional<Number>& candidate) {
  if (candidate && (!best || *candidate < *best)) best = candidate;
}

/// The services of every grouping.
std::vector<std::vector<Node>> services_of(const Graph& graph, const std::vector<std::string>& groupings) {
  std::vector<std::vector<Node>> result(groupings.size());
  for (Node node = 0; node < graph.size(); ++node)
    for (const std::string& grouping : graph.services[node]->groupings) {
      const auto at = std::ranges::find(groupings, grouping);
      if (at != groupings.end()) result[static_cast<std::size_t>(at - groupings.begin())].push_back(node);
    }
  return result;
}

Access access_to(const FromStart& best, const std::vector<Node>& services) {
  Access access;
  for (const Node node : services) {
    if (!best.steps[node]) continue;
    access.reachable = true;
    if (!access.handoffs || *best.steps[node] < *access.handoffs) access.nearest = node;
    keep_smaller(access.handoffs, best.steps[node]);
    keep_smaller(access.sector_changes, best.sector_changes[node]);
    keep_smaller(access.assessments, best.assessments[node]);
    keep_smaller(access.wait_days, best.waits[node]);
  }
  return access;
}

}  // namespace

Doors no_wrong_door(const Graph& graph, const std::vector<std::string>& groupings) {
  Doors result;
  const StepWaits waits = recorded_waits(graph);
  const auto services = services_of(graph, groupings);
  for (const Node start : graph.starts) {
    const FromStart best{steps_from(graph, start), fewest_sector_changes_from(graph, start),
                         fewest_assessments_from(graph, start), shortest_wait_from(graph, waits, start)};
    Door door{start, {}};
    for (const auto& of_grouping : services) door.access.push_back(access_to(best, of_grouping));
    result.doors.push_back(std::move(door));
    std::vector<std::optional<int>> to_ends;
    for (const Node end : graph.ends) to_ends.push_back(best.assessments[end]);
    result.fewest_assessments.push_back(std::move(to_ends));
  }
  return result;
}

}  // namespace thrive::pathway
