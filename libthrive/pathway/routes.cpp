// SPDX-License-Identifier: MIT
#include "libthrive/pathway/routes.hpp"

#include <algorithm>
#include <functional>
#include <queue>

namespace thrive::pathway {

namespace {

/// Dijkstra's search with the cost of a step from `cost(from, to)`; a step without a cost cannot be taken.
template <class Number, class Cost>
std::vector<std::optional<Number>> cheapest_from(const Graph& graph, Node start, Number at_start, const Cost& cost) {
  std::vector<std::optional<Number>> best(graph.size());
  using Visit = std::pair<Number, Node>;
  std::priority_queue<Visit, std::vector<Visit>, std::greater<>> queue;
  best[start] = at_start;
  queue.emplace(at_start, start);
  while (!queue.empty()) {
    const auto [so_far, here] = queue.top();
    queue.pop();
    if (so_far > *best[here]) continue;
    for (const Node there : graph.next[here]) {
      const std::optional<Number> step = cost(here, there);
      if (!step || (best[there] && *best[there] <= so_far + *step)) continue;
      best[there] = so_far + *step;
      queue.emplace(*best[there], there);
    }
  }
  return best;
}

}  // namespace

std::vector<std::optional<int>> fewest_assessments_from(const Graph& graph, Node start) {
  const auto at = [&](Node node) { return graph.assesses(node) ? 1 : 0; };
  return cheapest_from<int>(graph, start, at(start), [&](Node, Node to) { return std::optional<int>(at(to)); });
}

std::vector<std::optional<int>> fewest_sector_changes_from(const Graph& graph, Node start) {
  return cheapest_from<int>(graph, start, 0, [&](Node from, Node to) {
    const auto& a = graph.services[from]->sector;
    const auto& b = graph.services[to]->sector;
    return std::optional<int>(a && b && *a != *b ? 1 : 0);
  });
}

StepWaits recorded_waits(const Graph& graph) {
  StepWaits waits(graph.size());
  for (Node node = 0; node < graph.size(); ++node) waits[node].resize(graph.next[node].size());
  for (const DrawnFlow& drawn : graph.flows) {
    if (drawn.from == drawn.to || !drawn.flow->wait || !drawn.flow->wait->median_days) continue;
    const auto& next = graph.next[drawn.from];
    auto& wait = waits[drawn.from][static_cast<std::size_t>(std::ranges::lower_bound(next, drawn.to) - next.begin())];
    if (!wait || *drawn.flow->wait->median_days < *wait) wait = drawn.flow->wait->median_days;
  }
  return waits;
}

std::vector<std::optional<double>> shortest_wait_from(const Graph& graph, const StepWaits& waits, Node start) {
  return cheapest_from<double>(graph, start, 0.0, [&](Node from, Node to) {
    const auto& next = graph.next[from];
    return waits[from][static_cast<std::size_t>(std::ranges::lower_bound(next, to) - next.begin())];
  });
}

}  // namespace thrive::pathway
