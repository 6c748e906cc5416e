// SPDX-License-Identifier: MIT
//
// Brandes' algorithm, not Boost's version of it: that one is right but keeps a list of edges for every vertex, takes
// three times as long and was a third of the whole analysis of a large map. A test compares the two.
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
  }

  void add(Node source, std::vector<double>& centrality) {
    count_routes_from(source);
    // Farthest first, so that everything behind a service is known when its turn comes.
    for (auto node = order_.rbegin(); node != order_.rend(); ++node) {
      const Node next = distance_[*node] + 1;
      double dependency = 0;
      // Added or not without a jump: which of the steps are shortest is as good as random, and guessing costs more.
      for (std::uint32_t i = steps_.first[*node]; i < steps_.first[*node + 1]; ++i)
        dependency += distance_[steps_.to[i]] == next ? per_route_[steps_.to[i]] : 0.0;
      dependency *= routes_[*node];
      per_route_[*node] = (1 + dependency) / routes_[*node];
      if (*node != source) centrality[*node] += dependency;
    }
  }

 private:
  void count_routes_from(Node source) {
    order_.assign(1, source);
    distance_.assign(distance_.size(), no_node);
    routes_.assign(routes_.size(), 0);
    distance_[source] = 0;
    routes_[source] = 1;
    for (std::size_t head = 0; head < order_.size(); ++head) {
      const Node here = order_[head];
      const Node next = distance_[here] + 1;
      const double routes = routes_[here];
      for (std::uint32_t i = steps_.first[here]; i < steps_.first[here + 1]; ++i) {
        const Node there = steps_.to[i];
        if (distance_[there] == no_node) {
          distance_[there] = next;
          order_.push_back(there);
        }
        routes_[there] += distance_[there] == next ? routes : 0.0;
      }
    }
  }

  Steps steps_;
  std::vector<Node> order_;        // services in the order of their distance from the source
  std::vector<Node> distance_;     // no_node: not reached
  std::vector<double> routes_;     // shortest routes from the source
  std::vector<double> per_route_;  // what depends on a service, itself included, for each shortest route to it
};

}  // namespace

std::vector<double> betweenness(const Graph& graph) {
  std::vector<double> centrality(graph.size(), 0.0);
  Contribution contribution(graph);
  for (Node source = 0; source < graph.size(); ++source) contribution.add(source, centrality);
  return centrality;
}

}  // namespace thrive::pathway
