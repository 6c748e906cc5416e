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

Access access_to(const Graph& graph, const FromStart& best, std::string_view grouping) {
  Access access;
  for (Node node = 0; node < graph.size(); ++node) {
    if (!best.steps[node] ||
        std::ranges::find(graph.services[node]->groupings, grouping) == graph.services[node]->groupings.end())
      continue;
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

std::vector<Door> no_wrong_door(const Graph& graph, const std::vector<std::string>& groupings) {
  std::vector<Door> doors;
  const StepWaits waits = recorded_waits(graph);
  for (const Node start : graph.starts) {
    const FromStart best{steps_from(graph, start), fewest_sector_changes_from(graph, start),
                         fewest_assessments_from(graph, start), shortest_wait_from(graph, waits, start)};
    Door door{start, {}};
    for (const std::string& grouping : groupings) door.access.push_back(access_to(graph, best, grouping));
    doors.push_back(std::move(door));
  }
  return doors;
}

std::vector<std::vector<std::optional<int>>> fewest_assessments(const Graph& graph) {
  std::vector<std::vector<std::optional<int>>> result;
  for (const Node start : graph.starts) {
    const auto fewest = fewest_assessments_from(graph, start);
    std::vector<std::optional<int>> row;
    for (const Node end : graph.ends) row.push_back(fewest[end]);
    result.push_back(std::move(row));
  }
  return result;
}

}  // namespace thrive::pathway
