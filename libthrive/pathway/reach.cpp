// SPDX-License-Identifier: MIT
#include "libthrive/pathway/reach.hpp"

#include <algorithm>

namespace thrive::pathway {

namespace {

using Steps = std::vector<std::optional<int>>;

/// Breadth-first search from several services at once. The queue is the order of discovery.
Steps spread(const std::vector<std::vector<Node>>& next, const std::vector<Node>& sources) {
  Steps steps(next.size());
  std::vector<Node> queue;
  for (const Node source : sources) {
    if (steps[source]) continue;
    steps[source] = 0;
    queue.push_back(source);
  }
  for (std::size_t head = 0; head < queue.size(); ++head) {
    const Node here = queue[head];
    for (const Node there : next[here]) {
      if (steps[there]) continue;
      steps[there] = *steps[here] + 1;
      queue.push_back(there);
    }
  }
  return steps;
}

std::vector<Node> not_touched(const Steps& steps) {
  std::vector<Node> result;
  for (Node node = 0; node < steps.size(); ++node)
    if (!steps[node]) result.push_back(node);
  return result;
}

/// Steps back to a service from those before it, as far as the nearest that it leads to; empty when it comes round to
/// none.
Steps steps_back(const Graph& graph, Node service) {
  Steps back(graph.size());
  std::vector<Node> queue{service};
  back[service] = 0;
  for (std::size_t head = 0; head < queue.size(); ++head) {
    if (graph.has_step(service, queue[head])) return back;
    for (const Node before : graph.previous[queue[head]]) {
      if (back[before]) continue;
      back[before] = *back[queue[head]] + 1;
      queue.push_back(before);
    }
  }
  return {};
}

/// The shortest cycle through a service, from it on; empty when there is none. Ties go to the first in the project's
/// order at every step.
std::vector<Node> shortest_cycle_through(const Graph& graph, Node service) {
  const Steps back = steps_back(graph, service);
  if (back.empty()) return {};
  Node first = no_node;
  for (const Node there : graph.next[service])
    if (back[there] && (first == no_node || *back[there] < *back[first])) first = there;
  std::vector<Node> cycle{service};
  for (Node here = first; here != service;) {
    cycle.push_back(here);
    for (const Node there : graph.next[here]) {
      if (!back[there] || *back[there] != *back[here] - 1) continue;
      here = there;
      break;
    }
  }
  return cycle;
}

}  // namespace

std::vector<std::optional<int>> steps_from(const Graph& graph, Node start) { return spread(graph.next, {start}); }

std::vector<std::optional<int>> steps_from_starts(const Graph& graph) { return spread(graph.next, graph.starts); }

std::vector<Node> unreachable(const Graph& graph) { return not_touched(steps_from_starts(graph)); }

std::vector<Node> dead_ends(const Graph& graph) {
  std::vector<Node> result;
  for (Node node = 0; node < graph.size(); ++node) {
    const bool leaves = !graph.next[node].empty() || std::ranges::binary_search(graph.self_loops, node);
    if (!leaves && !graph.services[node]->end) result.push_back(node);
  }
  return result;
}

std::vector<Node> cannot_reach_end(const Graph& graph) { return not_touched(spread(graph.previous, graph.ends)); }

std::vector<MissingRoute> missing_routes(const Graph& graph) {
  std::vector<MissingRoute> result;
  for (const Node start : graph.starts) {
    const Steps steps = steps_from(graph, start);
    MissingRoute missing{start, {}};
    for (const Node end : graph.ends)
      if (!steps[end]) missing.ends.push_back(end);
    if (!missing.ends.empty()) result.push_back(std::move(missing));
  }
  return result;
}

std::vector<std::pair<Node, Node>> two_way_pairs(const Graph& graph) {
  std::vector<std::pair<Node, Node>> pairs;
  for (Node a = 0; a < graph.size(); ++a)
    for (const Node b : graph.next[a])
      if (graph.ids[a] < graph.ids[b] && graph.has_step(b, a)) pairs.emplace_back(a, b);
  std::ranges::sort(pairs, [&](const auto& x, const auto& y) {
    return std::pair(graph.ids[x.first], graph.ids[x.second]) < std::pair(graph.ids[y.first], graph.ids[y.second]);
  });
  return pairs;
}

std::vector<std::vector<Node>> shortest_cycles(const Graph& graph, std::size_t limit) {
  std::vector<std::vector<Node>> cycles;
  for (Node node = 0; node < graph.size(); ++node) {
    std::vector<Node> cycle = shortest_cycle_through(graph, node);
    if (cycle.empty()) continue;
    std::rotate(cycle.begin(), std::ranges::min_element(cycle), cycle.end());
    cycles.push_back(std::move(cycle));
  }
  std::ranges::sort(cycles,
                    [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
  cycles.erase(std::unique(cycles.begin(), cycles.end()), cycles.end());
  if (cycles.size() > limit) cycles.resize(limit);
  return cycles;
}

}  // namespace thrive::pathway
