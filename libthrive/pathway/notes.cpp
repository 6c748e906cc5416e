// SPDX-License-Identifier: MIT
#include "libthrive/pathway/notes.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "libthrive/text/blanks.hpp"

namespace thrive::pathway {

namespace {

bool has_flow(const Graph& graph, Node from, Node to) {
  return from == to ? std::ranges::binary_search(graph.self_loops, from) : graph.has_step(from, to);
}

std::optional<std::size_t> position_of(const std::vector<std::string>& words, std::string_view word) {
  const auto at = std::ranges::find(words, word);
  if (at == words.end()) return std::nullopt;
  return static_cast<std::size_t>(at - words.begin());
}

Sum people_on_flow(const Graph& graph, Node from, Node to) {
  Sum sum;
  for (const DrawnFlow& drawn : graph.flows)
    if (drawn.from == from && drawn.to == to) sum.add(*drawn.flow, graph.small);
  return sum;
}

void count(Notes& notes, const Weighed& weighed, std::vector<bool>& touched) {
  const auto perspective = position_of(notes.perspectives, weighed.observation->perspective);
  const auto kind = position_of(notes.kinds, weighed.observation->kind);
  if (perspective && kind) ++notes.cells[*perspective][*kind];
  if (weighed.spot.is_service()) {
    ++notes.at_service[weighed.spot.service];
    if (kind) ++notes.kinds_at_service[weighed.spot.service][*kind];
    touched[weighed.spot.service] = true;
  } else {
    touched[weighed.spot.from] = touched[weighed.spot.to] = true;
  }
}

bool is_heavier(const Heat& a, const Heat& b) {
  if (a.weight.has_value() != b.weight.has_value()) return a.weight.has_value();
  if (a.weight && *a.weight != *b.weight) return *a.weight > *b.weight;
  return a.ids.size() > b.ids.size();
}

}  // namespace

std::optional<std::pair<std::string, std::string>> split_flow(std::string_view place) {
  const auto arrow = place.find("->");
  if (arrow == std::string_view::npos) return std::nullopt;
  return std::pair(std::string(text::trimmed(place.substr(0, arrow))),
                   std::string(text::trimmed(place.substr(arrow + 2))));
}

std::optional<Spot> find_spot(const Graph& graph, std::string_view place) {
  if (const auto flow = split_flow(place)) {
    const auto from = graph.find(flow->first);
    const auto to = graph.find(flow->second);
    if (!from || !to || !has_flow(graph, *from, *to)) return std::nullopt;
    return Spot{no_node, *from, *to};
  }
  const auto service = graph.find(text::trimmed(place));
  if (!service) return std::nullopt;
  return Spot{*service, no_node, no_node};
}

std::size_t Notes::in_perspective(std::size_t perspective) const {
  return std::accumulate(cells[perspective].begin(), cells[perspective].end(), std::size_t{0});
}

std::size_t Notes::of_kind(std::size_t kind) const {
  std::size_t sum = 0;
  for (const auto& row : cells) sum += row[kind];
  return sum;
}

Notes notes(const Graph& graph, const model::Keyed<model::Observation>& observations, const std::vector<Queue>& queues,
            const std::vector<std::string>& perspectives, const std::vector<std::string>& kinds) {
  Notes result;
  result.perspectives = perspectives;
  result.kinds = kinds;
  result.cells.assign(perspectives.size(), std::vector<std::size_t>(kinds.size(), 0));
  result.at_service.assign(graph.size(), 0);
  result.kinds_at_service.assign(graph.size(), std::vector<std::size_t>(kinds.size(), 0));
  std::vector<bool> touched(graph.size(), false);
  for (const auto& [id, observation] : observations) {
    const auto spot = find_spot(graph, observation.at);
    if (!spot) {
      result.elsewhere.push_back(id);
      continue;
    }
    const Sum through =
        spot->is_service() ? passing(queues[spot->service], graph.small) : people_on_flow(graph, spot->from, spot->to);
    const auto people = spot->is_service() ? people_passing(queues[spot->service]) : through.known();
    result.all.push_back({id, &observation, *spot, people, through});
    count(result, result.all.back(), touched);
  }
  for (Node node = 0; node < graph.size(); ++node)
    if (!touched[node]) result.without_any.push_back(node);
  return result;
}

std::vector<Heat> heat(const Notes& notes, std::string_view kind) {
  std::map<std::pair<Node, Node>, std::size_t> known;
  std::vector<Heat> places;
  for (const Weighed& weighed : notes.all) {
    if (weighed.observation->kind != kind) continue;
    const Spot& spot = weighed.spot;
    const auto key = spot.is_service() ? std::pair(spot.service, no_node) : std::pair(spot.from, spot.to);
    const auto [at, is_new] = known.emplace(key, places.size());
    if (is_new) places.push_back({spot, {}, weighed.people, {}, weighed.through});
    places[at->second].ids.push_back(weighed.id);
  }
  for (Heat& place : places)
    if (place.people) place.weight = *place.people * static_cast<double>(place.ids.size());
  std::ranges::stable_sort(places, is_heavier);
  return places;
}

}  // namespace thrive::pathway
