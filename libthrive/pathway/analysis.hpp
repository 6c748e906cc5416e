// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "libthrive/pathway/doors.hpp"
#include "libthrive/pathway/graph.hpp"
#include "libthrive/pathway/notes.hpp"
#include "libthrive/pathway/people.hpp"
#include "libthrive/pathway/reach.hpp"
#include "libthrive/pathway/routes.hpp"
#include "libthrive/pathway/similar.hpp"
#include "libthrive/pathway/structure.hpp"

namespace thrive::pathway {

/// What to analyse, and the words to count by.
struct AnalysisOptions {
  std::string pathway{};
  std::vector<std::string> without{};     // services to leave out: what if they closed?
  RouteSearch search{};                   // how far to look for the route with most assessments
  std::vector<std::string> route_from{};  // services such a route starts at; empty: the starts
  std::vector<std::string> route_to{};    // services it leads to; empty: the ends
  std::vector<std::string> groupings{};   // ids, in their order
  std::vector<std::string> perspectives{};
  std::vector<std::string> kinds{};  // of observations
};

/// A service that everybody must pass who wants to reach the ones behind it.
struct Gatekeeper {
  Node service = 0;
  std::vector<Node> behind;  // in the project's order
  std::vector<Node> ends;    // those of them where journeys end
};

/// Everything worked out about one pathway. Points into the project, which must live longer.
struct Analysis {
  Graph graph;
  const model::Pathway* drawing = nullptr;  // none: the project has no such pathway
  std::vector<std::string> without;
  std::vector<std::string> groupings;

  std::vector<Node> unreachable;
  std::vector<Node> dead_ends;
  std::vector<Node> cannot_reach_end;
  std::vector<MissingRoute> missing_routes;
  std::vector<std::vector<Node>> loops;
  std::vector<std::pair<Node, Node>> two_way;
  std::vector<std::vector<Node>> cycles;  // the shortest ways round

  Dominators before;                    // what must be passed on the way in
  Dominators after;                     // and on the way out
  std::vector<Gatekeeper> gatekeepers;  // most behind them first, then in the project's order
  WeakPoints weak;
  std::vector<double> betweenness;

  std::vector<std::vector<std::optional<int>>> fewest_assessments;  // starts x ends
  MostAssessments most_assessments;
  std::vector<Door> doors;
  Sectors sectors;
  std::vector<OnlyBridge> only_bridges;
  std::vector<SimilarPair> similar;

  std::vector<Queue> queues;
  std::vector<Waiting> waits;
  std::vector<ParallelFlows> parallel;
  Notes notes;
};

Analysis analyse(const model::Project& project, const AnalysisOptions& options);

}  // namespace thrive::pathway
