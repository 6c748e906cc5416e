// SPDX-License-Identifier: MIT
//
// What the workshop wrote next to the map: counted, placed, and weighed by how many young people pass.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/pathway/graph.hpp"
#include "libthrive/pathway/people.hpp"

namespace thrive::pathway {

/// Where an observation is: at a service, or on the flow from one to another.
struct Spot {
  Node service = no_node;  // at a service
  Node from = no_node;     // on a flow
  Node to = no_node;
  bool is_service() const { return service != no_node; }
};

/// The two sides of "a -> b"; nothing when the text has no arrow. Blanks around the ids do not count.
std::optional<std::pair<std::string, std::string>> split_flow(std::string_view place);
/// Finds a place on the map; nothing when it is not on this pathway.
std::optional<Spot> find_spot(const Graph& graph, std::string_view place);

/// An observation on the map and the people a year who pass its place.
struct Weighed {
  std::string id;
  const model::Observation* observation = nullptr;
  Spot spot;
  std::optional<double> people;
  Sum through{};  // what `people` is the sum of
};

/// The observations of one pathway.
struct Notes {
  std::vector<Weighed> all;            // in the project's order
  std::vector<std::string> elsewhere;  // ids of observations at places that are not on this pathway
  std::vector<std::string> perspectives;
  std::vector<std::string> kinds;
  std::vector<std::vector<std::size_t>> cells;             // perspectives x kinds
  std::vector<std::size_t> at_service;                     // observations at each service
  std::vector<std::vector<std::size_t>> kinds_at_service;  // services x kinds
  std::vector<Node> without_any;                           // services with none, on their flows neither
  std::size_t in_perspective(std::size_t perspective) const;
  std::size_t of_kind(std::size_t kind) const;
};
Notes notes(const Graph& graph, const model::Keyed<model::Observation>& observations, const std::vector<Queue>& queues,
            const std::vector<std::string>& perspectives, const std::vector<std::string>& kinds);

/// A place with observations of one kind, weighed: how many notes, by how many people pass.
struct Heat {
  Spot spot;
  std::vector<std::string> ids;
  std::optional<double> people;
  std::optional<double> weight;  // notes x people a year
  Sum through{};
};
/// The places of one kind of observation, heaviest first; places with unknown people behind, by number of notes.
std::vector<Heat> heat(const Notes& notes, std::string_view kind);

}  // namespace thrive::pathway
