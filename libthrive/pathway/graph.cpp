// SPDX-License-Identifier: MIT
#include "libthrive/pathway/graph.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "libthrive/pathway/structure.hpp"

namespace thrive::pathway {

namespace {

using Touched = std::unordered_set<std::string_view>;

void add_touched(Touched& touched, const model::Pathway& pathway) {
  for (const model::Flow& flow : pathway.flows) {
    touched.insert(flow.from);
    touched.insert(flow.to);
  }
}

void sort_and_drop_repeats(std::vector<Node>& nodes) {
  std::ranges::sort(nodes);
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

/// What a variant or a redesign is made from; null pointer for a pathway of its own.
const model::Pathway* original_of(const model::Project& project, const model::Pathway& drawing) {
  if (drawing.variant_of) return project.pathways.find(*drawing.variant_of);
  if (drawing.redesign_of) return project.pathways.find(*drawing.redesign_of);
  return nullptr;
}

void add_services(Graph& graph, const model::Project& project, const model::Pathway* drawing,
                  const std::vector<std::string>& without) {
  Touched here;
  Touched original;
  Touched anywhere;
  if (drawing) {
    add_touched(here, *drawing);
    if (const model::Pathway* from = original_of(project, *drawing)) add_touched(original, *from);
  }
  for (const auto& [id, other] : project.pathways) add_touched(anywhere, other);
  for (const auto& [id, service] : project.services) {
    const bool taken_away = original.contains(id) && !here.contains(id);
    if (taken_away || std::ranges::find(without, id) != without.end()) continue;
    if (!here.contains(id) && anywhere.contains(id)) graph.drawn_elsewhere.push_back(static_cast<Node>(graph.size()));
    graph.ids.push_back(id);
    graph.services.push_back(&service);
  }
}

void add_flows(Graph& graph, const model::Pathway& drawing) {
  std::unordered_map<std::string_view, Node> number;
  for (Node node = 0; node < graph.size(); ++node) number.emplace(graph.ids[node], node);
  for (const model::Flow& flow : drawing.flows) {
    const auto from = number.find(flow.from);
    const auto to = number.find(flow.to);
    if (from == number.end() || to == number.end()) continue;  // closed with `without`
    graph.flows.push_back({from->second, to->second, &flow});
    if (from->second == to->second) {
      graph.self_loops.push_back(from->second);
    } else {
      graph.next[from->second].push_back(to->second);
      graph.previous[to->second].push_back(from->second);
    }
  }
  for (auto& nodes : graph.next) sort_and_drop_repeats(nodes);
  for (auto& nodes : graph.previous) sort_and_drop_repeats(nodes);
  sort_and_drop_repeats(graph.self_loops);
}

/// The first service of every loop, or service of its own, that flows leave and none comes to from outside it.
std::vector<Node> sources(const Graph& graph) {
  std::vector<Node> group(graph.size());
  for (Node node = 0; node < graph.size(); ++node) group[node] = node;
  for (const auto& loop : loops(graph)) {
    const Node first = *std::ranges::min_element(loop);
    for (const Node node : loop) group[node] = first;
  }
  std::vector<bool> is_source(graph.size(), false);
  for (Node node = 0; node < graph.size(); ++node)
    if (!graph.next[node].empty()) is_source[group[node]] = true;
  for (Node node = 0; node < graph.size(); ++node)
    for (const Node from : graph.previous[node])
      if (group[from] != group[node]) is_source[group[node]] = false;
  std::vector<Node> result;
  for (Node node = 0; node < graph.size(); ++node)
    if (is_source[node]) result.push_back(node);
  return result;
}

void mark_starts_and_ends(Graph& graph) {
  for (Node node = 0; node < graph.size(); ++node) {
    if (graph.services[node]->start) graph.starts.push_back(node);
    if (graph.services[node]->end) graph.ends.push_back(node);
  }
  if (graph.starts.empty()) {
    graph.starts = sources(graph);
    graph.starts_assumed = true;
  }
  if (graph.ends.empty()) {
    graph.ends = sources(reversed(graph));
    graph.ends_assumed = true;
  }
}

}  // namespace

std::optional<Node> Graph::find(std::string_view id) const {
  const auto at = std::ranges::find(ids, id);
  if (at == ids.end()) return std::nullopt;
  return static_cast<Node>(at - ids.begin());
}

bool Graph::has_step(Node from, Node to) const { return std::ranges::binary_search(next[from], to); }

bool Graph::is_start(Node node) const { return std::ranges::binary_search(starts, node); }

bool Graph::is_end(Node node) const { return std::ranges::binary_search(ends, node); }

Graph make_graph(const model::Project& project, std::string_view pathway, const std::vector<std::string>& without) {
  const model::Pathway* drawing = project.pathways.find(pathway);
  Graph graph;
  graph.pathway = pathway;
  graph.small = model::small_numbers(project.project);
  add_services(graph, project, drawing, without);
  graph.next.resize(graph.size());
  graph.previous.resize(graph.size());
  if (drawing) add_flows(graph, *drawing);
  mark_starts_and_ends(graph);
  return graph;
}

Graph reversed(const Graph& graph) {
  Graph turned = graph;
  std::swap(turned.next, turned.previous);
  std::swap(turned.starts, turned.ends);
  std::swap(turned.starts_assumed, turned.ends_assumed);
  for (DrawnFlow& flow : turned.flows) std::swap(flow.from, flow.to);
  return turned;
}

std::vector<std::string> ids_of(const Graph& graph, const std::vector<Node>& nodes) {
  std::vector<std::string> result;
  result.reserve(nodes.size());
  for (const Node node : nodes) result.push_back(graph.ids[node]);
  return result;
}

}  // namespace thrive::pathway
