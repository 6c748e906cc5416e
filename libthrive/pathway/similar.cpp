// SPDX-License-Identifier: MIT
#include "libthrive/pathway/similar.hpp"

#include <algorithm>
#include <iterator>

namespace thrive::pathway {

namespace {

std::vector<std::string> shared_groupings(const model::Service& a, const model::Service& b) {
  std::vector<std::string> shared;
  for (const std::string& grouping : a.groupings)
    if (std::ranges::find(b.groupings, grouping) != b.groupings.end()) shared.push_back(grouping);
  return shared;
}

std::vector<Node> shared_nodes(const std::vector<Node>& a, const std::vector<Node>& b) {
  std::vector<Node> shared;
  std::ranges::set_intersection(a, b, std::back_inserter(shared));
  return shared;
}

/// The services behind a service in the project's order that share at least so many neighbours with it.
std::vector<Node> sharers(const Graph& graph, Node a, std::size_t at_least, std::vector<std::size_t>& shared) {
  std::vector<Node> met;
  const auto meet = [&](const std::vector<Node>& others) {
    for (auto b = std::ranges::upper_bound(others, a); b != others.end(); ++b)
      if (shared[*b]++ == 0) met.push_back(*b);
  };
  for (const Node before : graph.previous[a]) meet(graph.next[before]);
  for (const Node behind : graph.next[a]) meet(graph.previous[behind]);
  std::vector<Node> result;
  for (const Node b : met) {
    if (shared[b] >= at_least) result.push_back(b);
    shared[b] = 0;
  }
  std::ranges::sort(result);
  return result;
}

/// The neighbours of the two together, each other left out.
std::size_t union_size(const std::vector<Node>& of_a, const std::vector<Node>& of_b, Node a, Node b,
                       std::size_t shared) {
  std::size_t size = of_a.size() + of_b.size() - shared;
  if (std::ranges::binary_search(of_a, b)) --size;
  if (std::ranges::binary_search(of_b, a)) --size;
  return size;
}

}  // namespace

std::vector<SimilarPair> similar_services(const Graph& graph, const SimilarityRule& rule) {
  std::vector<SimilarPair> pairs;
  std::vector<std::size_t> shared_counts(graph.size(), 0);
  for (Node a = 0; a < graph.size(); ++a) {
    for (const Node b : sharers(graph, a, rule.neighbours, shared_counts)) {
      if (graph.assesses(a) != graph.assesses(b)) continue;
      SimilarPair pair{a, b, shared_groupings(*graph.services[a], *graph.services[b]), {}, {}, 0};
      if (pair.groupings.empty()) continue;
      pair.sent_by = shared_nodes(graph.previous[a], graph.previous[b]);
      pair.send_to = shared_nodes(graph.next[a], graph.next[b]);
      const std::size_t shared = pair.sent_by.size() + pair.send_to.size();
      const std::size_t all = union_size(graph.previous[a], graph.previous[b], a, b, pair.sent_by.size()) +
                              union_size(graph.next[a], graph.next[b], a, b, pair.send_to.size());
      pair.likeness = static_cast<double>(shared) / static_cast<double>(all);
      if (pair.likeness >= rule.at_least) pairs.push_back(std::move(pair));
    }
  }
  std::ranges::stable_sort(pairs, [](const auto& x, const auto& y) { return x.likeness > y.likeness; });
  return pairs;
}

}  // namespace thrive::pathway
