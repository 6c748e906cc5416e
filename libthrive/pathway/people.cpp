// SPDX-License-Identifier: MIT
#include "libthrive/pathway/people.hpp"

#include <algorithm>
#include <map>

namespace thrive::pathway {

namespace {

std::size_t position_of(std::vector<std::string>& names, const std::string& name) {
  const auto at = std::ranges::find(names, name);
  if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
  names.push_back(name);
  return names.size() - 1;
}

bool is_same_drawing(const model::Flow& a, const model::Flow& b) {
  return a.kind == b.kind && a.per_year == b.per_year && a.counts == b.counts && a.wait == b.wait;
}

}  // namespace

void Sum::add(const model::Flow& flow, const text::SmallNumbers& small) {
  if (!flow.counts_visits()) return add(flow.per_year, small);
  visits += *flow.per_year;
  ++visit_flows;
}

std::optional<double> Sum::known() const {
  if (recorded == 0 && visit_flows > 0) return std::nullopt;
  return PeopleTotal::known();
}

std::vector<Queue> queues(const Graph& graph) {
  std::vector<Queue> result(graph.size());
  for (const DrawnFlow& drawn : graph.flows) {
    result[drawn.from].out.add(*drawn.flow, graph.small);
    result[drawn.to].in.add(*drawn.flow, graph.small);
  }
  for (Node node = 0; node < graph.size(); ++node) {
    Queue& queue = result[node];
    queue.service = node;
    queue.completes = graph.services[node]->completes_per_year;
    if (queue.in.counts_everybody() && queue.out.counts_everybody() && queue.completes)
      queue.growth = queue.in.total - queue.out.total - *queue.completes;
  }
  return result;
}

std::optional<double> people_passing(const Queue& queue) {
  const bool leaving_is_known = queue.out.recorded > 0 || queue.completes;
  if (queue.in.recorded == 0 && !leaving_is_known) return std::nullopt;
  return std::max(queue.in.total, queue.out.total + queue.completes.value_or(0));
}

Sum passing(const Queue& queue, const text::SmallNumbers& small) {
  Sum leaving = queue.out;
  if (queue.completes) leaving.add(queue.completes, small);
  const bool nobody_knows_who_comes = queue.in.recorded == 0 && leaving.recorded > 0;
  return leaving.total > queue.in.total || nobody_knows_who_comes ? leaving : queue.in;
}

std::vector<Waiting> waits(const Graph& graph) {
  std::vector<Waiting> result;
  for (std::size_t number = 0; number < graph.flows.size(); ++number) {
    const model::Flow& flow = *graph.flows[number].flow;
    Waiting waiting{number,
                    flow.people_per_year(),
                    flow.counts_visits() ? flow.per_year : std::nullopt,
                    flow.wait ? flow.wait->median_days : std::nullopt,
                    {}};
    if (waiting.people && waiting.median_days) waiting.person_weeks = *waiting.people * *waiting.median_days / 7;
    result.push_back(waiting);
  }
  return result;
}

std::optional<double> Sectors::crossing_share() const {
  if (known == 0) return std::nullopt;
  return static_cast<double>(crossing) / static_cast<double>(known);
}

Sectors sectors(const Graph& graph) {
  Sectors result;
  for (const model::Service* service : graph.services)
    if (service->sector) position_of(result.names, *service->sector);
  result.matrix.assign(result.names.size(), std::vector<std::size_t>(result.names.size(), 0));
  for (const DrawnFlow& drawn : graph.flows) {
    const auto& from = graph.services[drawn.from]->sector;
    const auto& to = graph.services[drawn.to]->sector;
    if (!from || !to) {
      ++result.unknown;
      continue;
    }
    ++result.known;
    if (*from != *to) ++result.crossing;
    ++result.matrix[position_of(result.names, *from)][position_of(result.names, *to)];
  }
  return result;
}

std::vector<OnlyBridge> only_bridges(const Graph& graph) {
  std::vector<std::string> names;
  std::vector<std::size_t> services_of;
  std::vector<std::optional<std::size_t>> sector_of(graph.size());
  for (Node node = 0; node < graph.size(); ++node) {
    if (!graph.services[node]->sector) continue;
    sector_of[node] = position_of(names, *graph.services[node]->sector);
    services_of.resize(names.size(), 0);
    ++services_of[*sector_of[node]];
  }
  std::map<std::pair<std::size_t, std::size_t>, std::vector<const DrawnFlow*>> between;
  for (const DrawnFlow& drawn : graph.flows)
    if (sector_of[drawn.from] && sector_of[drawn.to] && *sector_of[drawn.from] != *sector_of[drawn.to])
      between[{*sector_of[drawn.from], *sector_of[drawn.to]}].push_back(&drawn);
  std::vector<OnlyBridge> result;
  for (const auto& [pair, flows] : between) {
    // A sector of one service has no other way, and that is no news.
    if (flows.size() < 2 || services_of[pair.first] < 2 || services_of[pair.second] < 2) continue;
    for (const Node candidate : {flows.front()->from, flows.front()->to})
      if (std::ranges::all_of(flows, [&](const DrawnFlow* f) { return f->from == candidate || f->to == candidate; })) {
        result.push_back({candidate, names[pair.first], names[pair.second], flows.size()});
        break;
      }
  }
  return result;
}

std::vector<ParallelFlows> parallel_flows(const Graph& graph) {
  std::map<std::pair<Node, Node>, std::vector<std::size_t>> drawn;
  for (std::size_t number = 0; number < graph.flows.size(); ++number)
    drawn[{graph.flows[number].from, graph.flows[number].to}].push_back(number);
  std::vector<ParallelFlows> result;
  for (auto& [pair, numbers] : drawn) {
    if (numbers.size() < 2) continue;
    const model::Flow& first = *graph.flows[numbers.front()].flow;
    const bool differ = std::ranges::any_of(
        numbers, [&](std::size_t number) { return !is_same_drawing(first, *graph.flows[number].flow); });
    result.push_back({pair.first, pair.second, std::move(numbers), differ});
  }
  return result;
}

}  // namespace thrive::pathway
