// SPDX-License-Identifier: MIT
//
// How many young people move and wait. A number that nobody recorded is never taken as 0.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/pathway/graph.hpp"
#include "libthrive/text/small_numbers.hpp"

namespace thrive::pathway {

/// People a year over several flows. Visits are no people: they are added up beside them.
struct Sum : text::PeopleTotal {
  double visits = 0;            // a year
  std::size_t visit_flows = 0;  // flows that count visits
  using PeopleTotal::add;
  void add(const model::Flow& flow, const text::SmallNumbers& small);
  /// The people; nothing when all that there was is missing, or was visits.
  std::optional<double> known() const;
  /// Every flow has a number of people.
  bool counts_everybody() const { return is_complete() && visit_flows == 0; }
};

/// People a year at one service.
struct Queue {
  Node service = 0;
  Sum in;   // over all flows to it, parallel ones and those from itself too
  Sum out;  // over all flows from it
  std::optional<double> completes;
  /// In less out less completed; nothing when any of the three is not fully recorded, or counts visits. Above 0 a queue
  /// grows by so many people a year. Arrivals that no flow brings, as at a start, are not in it.
  std::optional<double> growth;
};
std::vector<Queue> queues(const Graph& graph);

/// People who pass a service in a year: the larger of those that flows bring and those that leave or complete there;
/// nothing when neither is recorded.
std::optional<double> people_passing(const Queue& queue);
/// The side that `people_passing` takes: those that flows bring, or those that leave or complete.
Sum passing(const Queue& queue, const text::SmallNumbers& small);

/// The waiting along one drawn flow.
struct Waiting {
  std::size_t flow = 0;          // its place in `graph.flows`
  std::optional<double> people;  // a year
  std::optional<double> visits;  // a year, where the flow counts those
  std::optional<double> median_days;
  std::optional<double> person_weeks;  // a year: people x median days / 7
};
/// One for every flow, in the order of the file.
std::vector<Waiting> waits(const Graph& graph);

/// Who flows across the borders between sectors. Flows count, not people.
struct Sectors {
  std::vector<std::string> names;                // in the order in which services first use them
  std::vector<std::vector<std::size_t>> matrix;  // flows from each to each
  std::size_t crossing = 0;                      // flows between two different sectors
  std::size_t known = 0;                         // flows whose two services have a sector
  std::size_t unknown = 0;                       // flows with a service that has none
  /// crossing / known; nothing when no flow is known.
  std::optional<double> crossing_share() const;
};
Sectors sectors(const Graph& graph);

/// A service through which all flows from one sector to another go, when there are at least two of them and
/// both sectors have more than one service.
struct OnlyBridge {
  Node service = 0;
  std::string from;  // sectors
  std::string to;
  std::size_t flows = 0;
};
std::vector<OnlyBridge> only_bridges(const Graph& graph);

/// Flows drawn more than once between the same two services in the same direction.
struct ParallelFlows {
  Node from = 0;
  Node to = 0;
  std::vector<std::size_t> flows;  // their places in `graph.flows`
  bool differ = false;             // in kind, people or wait
};
std::vector<ParallelFlows> parallel_flows(const Graph& graph);

}  // namespace thrive::pathway
