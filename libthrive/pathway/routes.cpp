// SPDX-License-Identifier: MIT
#include "libthrive/pathway/routes.hpp"

#include <algorithm>
#include <functional>
#include <queue>

namespace thrive::pathway {

namespace {

/// Fewest counted steps or services: a step counts 0 or 1, so that two piles take the place of a queue in order.
template <class Counts>
std::vector<std::optional<int>> fewest_from(const Graph& graph, Node start, int at_start, const Counts& counts) {
  std::vector<std::optional<int>> best(graph.size());
  std::vector<bool> done(graph.size(), false);
  std::vector<Node> now{start};
  std::vector<Node> later;
  best[start] = at_start;
  for (int level = at_start; !now.empty(); ++level) {
    while (!now.empty()) {
      const Node here = now.back();
      now.pop_back();
      if (done[here]) continue;
      done[here] = true;
      for (const Node there : graph.next[here]) {
        const int reached = level + (counts(here, there) ? 1 : 0);
        if (done[there] || (best[there] && *best[there] <= reached)) continue;
        best[there] = reached;
        (reached == level ? now : later).push_back(there);
      }
    }
    now.swap(later);
  }
  return best;
}

}  // namespace

std::vector<std::optional<int>> fewest_assessments_from(const Graph& graph, Node start) {
  return fewest_from(graph, start, graph.assesses(start) ? 1 : 0, [&](Node, Node to) { return graph.assesses(to); });
}

std::vector<std::optional<int>> fewest_sector_changes_from(const Graph& graph, Node start) {
  return fewest_from(graph, start, 0, [&](Node from, Node to) {
    const auto& a = graph.services[from]->sector;
    const auto& b = graph.services[to]->sector;
    return a && b && *a != *b;
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
  std::vector<std::optional<double>> best(graph.size());
  using Visit = std::pair<double, Node>;
  std::priority_queue<Visit, std::vector<Visit>, std::greater<>> queue;
  best[start] = 0;
  queue.emplace(0, start);
  while (!queue.empty()) {
    const auto [so_far, here] = queue.top();
    queue.pop();
    if (so_far > *best[here]) continue;
    for (std::size_t step = 0; step < graph.next[here].size(); ++step) {
      const Node there = graph.next[here][step];
      const std::optional<double>& wait = waits[here][step];
      if (!wait || (best[there] && *best[there] <= so_far + *wait)) continue;
      best[there] = so_far + *wait;
      queue.emplace(*best[there], there);
    }
  }
  return best;
}

}  // namespace thrive::pathway
