// SPDX-License-Identifier: MIT
//
// Brandes' algorithm, not Boost's version of it: that one is right but keeps a list of edges for every vertex, takes
// three times as long and was a third of the whole analysis of a large map. A test compares the two.
#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "libthrive/pathway/structure.hpp"

namespace thrive::pathway {

namespace {

/// All steps in two flat lists: those of node n are `to[first[n]]` up to `to[first[n + 1]]`.
struct Steps {
  std::vector<std::uint32_t> first{0};
  std::vector<Node> to;
};

Steps flat(const std::vector<std::vector<Node>>& next) {
  Steps steps;
  for (const auto& nodes : next) {
    steps.to.insert(steps.to.end(), nodes.begin(), nodes.end());
    steps.first.push_back(static_cast<std::uint32_t>(steps.to.size()));
  }
  return steps;
}

/// What one source contributes; the lists are used again for the next.
class Contribution {
 public:
  explicit Contribution(const Graph& graph) : steps_(flat(graph.next)) {
    order_.reserve(graph.size());
    distance_.resize(graph.size());
    routes_.resize(graph.size());
    per_route_.resize(graph.size());
    onward_.resize(steps_.to.size() + 1);
    first_onward_.resize(graph.size() + 1);
  }

  void add(Node source, std::vector<double>& centrality) {
    find_shortest_steps(source);
    routes_.assign(routes_.size(), 0);
    routes_[source] = 1;
    for (std::size_t place = 0; place < order_.size(); ++place) {
      const double routes = routes_[order_[place]];
      for (std::uint32_t i = first_onward_[place]; i < first_onward_[place + 1]; ++i) routes_[onward_[i]] += routes;
    }
    // Farthest first, so that everything behind a service is known when its turn comes.
    for (std::size_t place = order_.size(); place-- > 0;) {
      const Node node = order_[place];
      double dependency = 0;
      for (std::uint32_t i = first_onward_[place]; i < first_onward_[place + 1]; ++i)
        dependency += per_route_[onward_[i]];
      dependency *= routes_[node];
      per_route_[node] = (1 + dependency) / routes_[node];
      if (node != source) centrality[node] += dependency;
    }
  }

 private:
  /// Goes through the services by their distance from the source, and keeps the steps that shortest routes take.
  void find_shortest_steps(Node source) {
    order_.assign(1, source);
    distance_.assign(distance_.size(), no_node);
    distance_[source] = 0;
    std::uint32_t kept = 0;
    for (std::size_t place = 0; place < order_.size(); ++place) {
      const Node here = order_[place];
      const Node next = distance_[here] + 1;
      first_onward_[place] = kept;
      for (std::uint32_t i = steps_.first[here]; i < steps_.first[here + 1]; ++i) {
        const Node there = steps_.to[i];
        if (distance_[there] == no_node) {
          distance_[there] = next;
          order_.push_back(there);
        }
        // Written always and kept or not, without a jump: which steps are shortest is as good as random.
        onward_[kept] = there;
        kept += distance_[there] == next ? 1u : 0u;
      }
    }
    first_onward_[order_.size()] = kept;
  }

  Steps steps_;
  std::vector<Node> order_;                  // services in the order of their distance from the source
  std::vector<Node> distance_;               // no_node: not reached
  std::vector<Node> onward_;                 // where shortest routes go next; those of the service at a place in
  std::vector<std::uint32_t> first_onward_;  // `order_` are `onward_[first_onward_[place]]` up to the next place's
  std::vector<double> routes_;               // shortest routes from the source
  std::vector<double> per_route_;  // what depends on a service, itself included, for each shortest route to it
};

/// The same for a map with many flows a service: who can be reached in one step, and who is as far from the source, are
/// sets of bits, so that sixty-four services are looked at in one go. Adds up in the same order, to the same sums.
class ContributionByBits {
 public:
  explicit ContributionByBits(const Graph& graph)
      : words_(words_of(graph)),
        next_(graph.size() * words_, 0),
        levels_(graph.size() * words_, 0),
        routes_(graph.size(), 0),
        per_route_(graph.size(), 0) {
    for (Node node = 0; node < graph.size(); ++node)
      for (const Node there : graph.next[node]) next_[node * words_ + there / 64] |= std::uint64_t{1} << there % 64;
  }

  static std::size_t words_of(const Graph& graph) { return (graph.size() + 63) / 64; }

  void add(Node source, std::vector<double>& centrality) {
    const std::size_t farthest = find_levels(source);
    routes_.assign(routes_.size(), 0);
    routes_[source] = 1;
    for (std::size_t level = 0; level < farthest; ++level)
      for_each(level, [&](Node node) {
        for_each_onward(node, level + 1, [&](Node there) { routes_[there] += routes_[node]; });
      });
    for (std::size_t level = farthest + 1; level-- > 0;)
      for_each(level, [&](Node node) {
        double dependency = 0;
        if (level < farthest) for_each_onward(node, level + 1, [&](Node there) { dependency += per_route_[there]; });
        dependency *= routes_[node];
        per_route_[node] = (1 + dependency) / routes_[node];
        if (node != source) centrality[node] += dependency;
      });
  }

 private:
  /// Fills the sets of services by their distance from the source; the largest distance there is.
  std::size_t find_levels(Node source) {
    unseen_.assign(words_, ~std::uint64_t{0});
    std::fill_n(levels_.begin(), words_, 0);
    levels_[source / 64] = std::uint64_t{1} << source % 64;
    for (std::size_t level = 0;; ++level) {
      std::uint64_t* const here = &levels_[level * words_];
      for (std::size_t word = 0; word < words_; ++word) unseen_[word] &= ~here[word];
      if ((level + 2) * words_ > levels_.size()) return level;
      std::uint64_t* const beyond = here + words_;
      std::fill_n(beyond, words_, 0);
      for_each(level, [&](Node node) {
        for (std::size_t word = 0; word < words_; ++word) beyond[word] |= next_[node * words_ + word];
      });
      std::uint64_t any = 0;
      for (std::size_t word = 0; word < words_; ++word) any |= beyond[word] &= unseen_[word];
      if (any == 0) return level;
    }
  }

  template <class Visit>
  void for_each(std::size_t level, const Visit& visit) const {
    for (std::size_t word = 0; word < words_; ++word)
      for (std::uint64_t left = levels_[level * words_ + word]; left != 0; left &= left - 1)
        visit(static_cast<Node>(word * 64 + static_cast<std::size_t>(std::countr_zero(left))));
  }

  /// The services of a level that are one step from a service, ascending.
  template <class Visit>
  void for_each_onward(Node node, std::size_t level, const Visit& visit) const {
    for (std::size_t word = 0; word < words_; ++word)
      for (std::uint64_t left = next_[node * words_ + word] & levels_[level * words_ + word]; left != 0;
           left &= left - 1)
        visit(static_cast<Node>(word * 64 + static_cast<std::size_t>(std::countr_zero(left))));
  }

  std::size_t words_;                  // of a set of services
  std::vector<std::uint64_t> next_;    // by service
  std::vector<std::uint64_t> levels_;  // by distance from the source
  std::vector<std::uint64_t> unseen_;
  std::vector<double> routes_;     // shortest routes from the source
  std::vector<double> per_route_;  // as above
};

template <class Contributions>
std::vector<double> sum_of(const Graph& graph) {
  std::vector<double> centrality(graph.size(), 0.0);
  Contributions contributions(graph);
  for (Node source = 0; source < graph.size(); ++source) contributions.add(source, centrality);
  return centrality;
}

}  // namespace

std::vector<double> betweenness(const Graph& graph) {
  std::size_t steps = 0;
  for (const auto& next : graph.next) steps += next.size();
  const bool is_dense = graph.size() * ContributionByBits::words_of(graph) <= steps;
  return is_dense ? sum_of<ContributionByBits>(graph) : sum_of<Contribution>(graph);
}

}  // namespace thrive::pathway
