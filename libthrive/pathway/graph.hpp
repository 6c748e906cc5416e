// SPDX-License-Identifier: MIT
//
// The map as the measures see it: services as numbers in the project's order, and who can be reached from whom in
// one step. Built once for an analysis; everything in this folder takes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/model/project.hpp"

namespace thrive::pathway {

/// A service's place in the graph, counted from 0 in the project's order.
using Node = std::uint32_t;
inline constexpr Node no_node = 0xffffffffu;

/// One flow as it was drawn. Two flows between the same services stay two.
struct DrawnFlow {
  Node from = 0;
  Node to = 0;
  const model::Flow* flow = nullptr;
};

/// The services of one pathway and the steps between them. Points into the project, which must live longer.
struct Graph {
  std::string pathway;
  std::vector<std::string> ids;
  std::vector<const model::Service*> services;
  std::vector<DrawnFlow> flows;             // in the order of the file, parallel flows kept
  std::vector<std::vector<Node>> next;      // where one can go: each service once, ascending, itself left out
  std::vector<std::vector<Node>> previous;  // where one can come from, likewise
  std::vector<Node> self_loops;             // services with a flow to themselves
  std::vector<Node> starts;                 // where journeys start
  std::vector<Node> ends;                   // where journeys end
  std::vector<Node> drawn_elsewhere;        // without a flow here, but with one on another pathway
  text::SmallNumbers small;                 // which counts of people readers do not see
  bool starts_assumed = false;              // nobody marked a start: those without a way in stand for it
  bool ends_assumed = false;                // nobody marked an end: those without a way out stand for it

  std::size_t size() const { return ids.size(); }
  /// The node of a service; nothing when it is not on this pathway.
  std::optional<Node> find(std::string_view id) const;
  bool has_step(Node from, Node to) const;
  bool is_start(Node node) const;
  bool is_end(Node node) const;
  bool assesses(Node node) const { return services[node]->assesses; }
};

/// Builds the graph of one pathway.
///
/// All services of the project are on a pathway, those that nobody drew a line to as well. A variant or a redesign is
/// without the services that its original draws and it does not: there they are taken away.
/// Services named in `without` are left out with their flows. When no service on the pathway is marked as a start,
/// those with a way out and no way in stand for the starts; of a loop that nothing flows into, its first service in the
/// project's order. Ends likewise, the other way round.
Graph make_graph(const model::Project& project, std::string_view pathway, const std::vector<std::string>& without = {});

/// The same services with every step turned round; starts and ends change places.
Graph reversed(const Graph& graph);

/// The ids of nodes.
std::vector<std::string> ids_of(const Graph& graph, const std::vector<Node>& nodes);

}  // namespace thrive::pathway
