// SPDX-License-Identifier: MIT
#include "libthrive/pathway/analysis.hpp"

#include <algorithm>

namespace thrive::pathway {

namespace {

std::vector<Gatekeeper> gatekeepers(const Graph& graph, const Dominators& dominators) {
  std::vector<Gatekeeper> result;
  for (Node node = 0; node < graph.size(); ++node) {
    const auto& behind = dominators.behind[node];
    if (behind.empty()) continue;
    Gatekeeper gate{node, behind, {}};
    for (const Node service : behind)
      if (graph.is_end(service)) gate.ends.push_back(service);
    result.push_back(std::move(gate));
  }
  std::ranges::stable_sort(result, [](const auto& a, const auto& b) { return a.behind.size() > b.behind.size(); });
  return result;
}

std::vector<Node> nodes_or(const Graph& graph, const std::vector<std::string>& ids,
                           const std::vector<Node>& otherwise) {
  if (ids.empty()) return otherwise;
  std::vector<Node> nodes;
  for (const std::string& id : ids)
    if (const auto node = graph.find(id)) nodes.push_back(*node);
  return nodes;
}

void analyse_shape(Analysis& a) {
  a.unreachable = unreachable(a.graph);
  a.dead_ends = dead_ends(a.graph);
  a.cannot_reach_end = cannot_reach_end(a.graph);
  a.missing_routes = missing_routes(a.graph);
  a.loops = loops(a.graph);
  a.two_way = two_way_pairs(a.graph);
  a.cycles = shortest_cycles(a.graph);
  a.before = dominators(a.graph);
  a.after = post_dominators(a.graph);
  a.gatekeepers = gatekeepers(a.graph, a.before);
  a.weak = weak_points(a.graph);
  a.betweenness = betweenness(a.graph);
}

void analyse_routes(Analysis& a, const AnalysisOptions& options) {
  a.most_assessments = most_assessments(a.graph, nodes_or(a.graph, options.route_from, a.graph.starts),
                                        nodes_or(a.graph, options.route_to, a.graph.ends), options.search);
  Doors doors = no_wrong_door(a.graph, options.groupings);
  a.doors = std::move(doors.doors);
  a.fewest_assessments = std::move(doors.fewest_assessments);
  a.sectors = sectors(a.graph);
  a.only_bridges = only_bridges(a.graph);
  a.similar = similar_services(a.graph);
}

}  // namespace

Analysis analyse(const model::Project& project, const AnalysisOptions& options) {
  Analysis a;
  a.graph = make_graph(project, options.pathway, options.without);
  a.drawing = project.pathways.find(options.pathway);
  a.without = options.without;
  a.groupings = options.groupings;
  analyse_shape(a);
  analyse_routes(a, options);
  a.queues = queues(a.graph);
  a.waits = waits(a.graph);
  a.parallel = parallel_flows(a.graph);
  a.notes = notes(a.graph, project.observations, a.queues, options.perspectives, options.kinds);
  return a;
}

}  // namespace thrive::pathway
