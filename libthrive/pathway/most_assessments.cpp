// SPDX-License-Identifier: MIT
#include <algorithm>

#include "libthrive/pathway/routes.hpp"
#include "libthrive/pathway/structure.hpp"

namespace thrive::pathway {

namespace {

constexpr int no_route = -1;
constexpr int deepest_recursion = 5000;

/// For every number of steps left and every service: the most assessments still to come on a walk that ends at a
/// target, the service itself left out; `no_route` when no target can be reached in time.
using Bounds = std::vector<std::vector<int>>;

Bounds walk_bounds(const Graph& graph, const std::vector<bool>& is_target, int hops) {
  Bounds bounds(static_cast<std::size_t>(hops) + 1, std::vector<int>(graph.size(), no_route));
  for (Node node = 0; node < graph.size(); ++node)
    if (is_target[node]) bounds[0][node] = 0;
  for (std::size_t left = 1; left < bounds.size(); ++left)
    for (Node node = 0; node < graph.size(); ++node) {
      int best = bounds[0][node];
      for (const Node there : graph.next[node])
        if (bounds[left - 1][there] != no_route)
          best = std::max(best, bounds[left - 1][there] + (graph.assesses(there) ? 1 : 0));
      bounds[left][node] = best;
    }
  return bounds;
}

/// Loops, and services in none, as groups; for every service the number of its group.
struct Groups {
  std::vector<std::vector<Node>> members;
  std::vector<std::size_t> of;
};

Groups groups_of(const Graph& graph) {
  Groups groups{loops(graph), std::vector<std::size_t>(graph.size())};
  std::vector<bool> in_loop(graph.size(), false);
  for (const auto& loop : groups.members)
    for (const Node node : loop) in_loop[node] = true;
  for (Node node = 0; node < graph.size(); ++node)
    if (!in_loop[node]) groups.members.push_back({node});
  for (std::size_t number = 0; number < groups.members.size(); ++number)
    for (const Node node : groups.members[number]) groups.of[node] = number;
  return groups;
}

/// The groups, every one behind all groups that it leads to.
std::vector<std::size_t> last_first(const Graph& graph, const Groups& groups) {
  std::vector<std::size_t> ways_out(groups.members.size(), 0);
  for (Node node = 0; node < graph.size(); ++node)
    for (const Node there : graph.next[node])
      if (groups.of[there] != groups.of[node]) ++ways_out[groups.of[node]];
  std::vector<std::size_t> order;
  for (std::size_t number = 0; number < ways_out.size(); ++number)
    if (ways_out[number] == 0) order.push_back(number);
  for (std::size_t head = 0; head < order.size(); ++head)
    for (const Node node : groups.members[order[head]])
      for (const Node before : graph.previous[node])
        if (groups.of[before] != order[head] && --ways_out[groups.of[before]] == 0) order.push_back(groups.of[before]);
  return order;
}

/// No route from a service is longer than this: the longest way through its loops, each walked round in full once, and
/// the parts between them; `no_route` when no target can be reached.
std::vector<int> length_bounds(const Graph& graph, const std::vector<bool>& is_target) {
  const Groups groups = groups_of(graph);
  std::vector<int> bound(groups.members.size(), no_route);
  for (const std::size_t number : last_first(graph, groups)) {
    const int inside = static_cast<int>(groups.members[number].size()) - 1;
    for (const Node node : groups.members[number]) {
      if (is_target[node]) bound[number] = std::max(bound[number], inside);
      for (const Node there : graph.next[node])
        if (groups.of[there] != number && bound[groups.of[there]] != no_route)
          bound[number] = std::max(bound[number], inside + 1 + bound[groups.of[there]]);
    }
  }
  std::vector<int> result(graph.size());
  for (Node node = 0; node < graph.size(); ++node) result[node] = bound[groups.of[node]];
  return result;
}

/// One depth of the search, and the question whether there is anything deeper.
class Search {
 public:
  Search(const Graph& graph, const std::vector<Node>& to, const RouteSearch& options)
      : graph_(graph), is_target_(graph.size(), false), visited_(graph.size(), false), effort_(options.effort) {
    for (const Node target : to) is_target_[target] = true;
    bounds_ = walk_bounds(graph, is_target_, options.hops);
    lengths_ = length_bounds(graph, is_target_);
    next_ = graph.next;
    for (auto& nodes : next_) sort_by_id(nodes);
  }

  /// The order in which equal routes are met: the first by ids wins, however the file is arranged.
  void sort_by_id(std::vector<Node>& nodes) const {
    std::ranges::sort(nodes, [&](Node a, Node b) { return graph_.ids[a] < graph_.ids[b]; });
  }
  /// Looks at all routes of up to `hops` steps; false when the effort ran out.
  bool deepen(const std::vector<Node>& from, int hops) {
    for (const Node start : from) {
      visit(start, hops, 0);
      if (spent_) return false;
    }
    return true;
  }
  /// True when a route of more than `hops` steps exists, or when the effort did not suffice to rule it out.
  bool anything_longer(const std::vector<Node>& from, int hops) {
    return std::ranges::any_of(from, [&](Node start) { return is_longer(start, hops + 1, 0); });
  }

  std::optional<int> best;
  std::vector<Node> best_route;

 private:
  void visit(Node here, int left, int before) {
    if (effort_ == 0) spent_ = true;
    if (spent_) return;
    --effort_;
    const int count = before + (graph_.assesses(here) ? 1 : 0);
    const int to_come = bounds_[static_cast<std::size_t>(left)][here];
    if (to_come == no_route || (best && count + to_come <= *best)) return;
    visited_[here] = true;
    route_.push_back(here);
    if (is_target_[here] && (!best || count > *best)) {
      best = count;
      best_route = route_;
    }
    if (left > 0)
      for (const Node there : next_[here])
        if (!visited_[there]) visit(there, left - 1, count);
    route_.pop_back();
    visited_[here] = false;
  }

  bool is_longer(Node here, int needed, int depth) {
    if (effort_ == 0 || depth > deepest_recursion) return true;
    --effort_;
    if (needed <= 0 && is_target_[here]) return true;
    if (lengths_[here] == no_route || lengths_[here] < needed) return false;
    visited_[here] = true;
    bool found = false;
    for (const Node there : next_[here]) {
      if (visited_[there]) continue;
      found = is_longer(there, needed - 1, depth + 1);
      if (found) break;
    }
    visited_[here] = false;
    return found;
  }

  const Graph& graph_;
  std::vector<bool> is_target_;
  std::vector<bool> visited_;
  std::size_t effort_;
  bool spent_ = false;
  Bounds bounds_;
  std::vector<int> lengths_;
  std::vector<std::vector<Node>> next_;
  std::vector<Node> route_;
};

}  // namespace

MostAssessments most_assessments(const Graph& graph, const std::vector<Node>& from, const std::vector<Node>& to,
                                 const RouteSearch& search) {
  // A route without repeats has fewer steps than there are services.
  RouteSearch useful = search;
  useful.hops = std::clamp(search.hops, 0, std::max(0, static_cast<int>(graph.size()) - 1));
  Search work(graph, to, useful);
  std::vector<Node> starts = from;
  work.sort_by_id(starts);
  MostAssessments result;
  // Going one step deeper at a time finds the shortest of equals, and leaves a true statement when effort runs out.
  for (int hops = 0; hops <= useful.hops; ++hops) {
    const std::optional<int> count_before = work.best;
    const std::vector<Node> route_before = work.best_route;
    if (!work.deepen(starts, hops)) {
      work.best = count_before;
      work.best_route = route_before;
      break;
    }
    result.limit = hops;
  }
  result.count = work.best;
  result.route = work.best_route;
  result.complete = result.limit == useful.hops && !work.anything_longer(starts, useful.hops);
  if (result.limit == useful.hops) result.limit = std::max(0, search.hops);
  return result;
}

}  // namespace thrive::pathway
