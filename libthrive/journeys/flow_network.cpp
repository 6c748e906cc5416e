// SPDX-License-Identifier: MIT
#include "libthrive/journeys/flow_network.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <set>
#include <utility>

namespace thrive::journeys {

namespace {

constexpr std::int64_t without_end = std::numeric_limits<std::int64_t>::max() / 4;
constexpr std::size_t not_met = static_cast<std::size_t>(-1);

}  // namespace

FlowNetwork::FlowNetwork(std::size_t nodes, std::vector<NetworkArc> arcs)
    : nodes_(nodes), arcs_(std::move(arcs)), arcs_at_(nodes) {
  for (std::size_t i = 0; i < arcs_.size(); ++i) {
    arcs_at_[arcs_[i].from].push_back(i);
    if (arcs_[i].to != arcs_[i].from) arcs_at_[arcs_[i].to].push_back(i);
  }
}

/// How much more, or less when not `forward`, can go along an arc that has a value now.
std::int64_t FlowNetwork::room(const NetworkArc& arc, std::int64_t value, bool forward) const {
  if (forward) return (arc.told ? arc.most : without_end) - value;
  return value - least(arc);
}

/// The shortest way through arcs that have room; empty when there is none.
std::vector<FlowNetwork::Step> FlowNetwork::path(std::size_t from, std::size_t to, std::size_t without,
                                                 const std::vector<std::int64_t>& values) const {
  std::vector<Step> came_by(nodes_, {not_met, true});
  std::vector<bool> met(nodes_);
  std::vector<std::size_t> next = {from};
  met[from] = true;
  for (std::size_t i = 0; i < next.size() && !met[to]; ++i) {
    for (const std::size_t at : arcs_at_[next[i]]) {
      if (at == without) continue;
      const bool forward = arcs_[at].from == next[i];
      const std::size_t there = forward ? arcs_[at].to : arcs_[at].from;
      if (met[there] || room(arcs_[at], values[at], forward) <= 0) continue;
      met[there] = true;
      came_by[there] = {at, forward};
      next.push_back(there);
    }
  }
  std::vector<Step> steps;
  if (!met[to]) return steps;
  for (std::size_t here = to; here != from;) {
    const Step step = came_by[here];
    steps.push_back(step);
    here = step.forward ? arcs_[step.arc].from : arcs_[step.arc].to;
  }
  return steps;
}

std::int64_t FlowNetwork::send(std::size_t from, std::size_t to, std::size_t without, std::int64_t enough) const {
  if (from == to) return enough;
  std::vector<std::int64_t> values;
  for (const NetworkArc& arc : arcs_) values.push_back(arc.value);
  std::int64_t sent = 0;
  while (sent < enough) {
    const std::vector<Step> steps = path(from, to, without, values);
    if (steps.empty()) break;
    std::int64_t amount = enough - sent;
    for (const Step& step : steps) amount = std::min(amount, room(arcs_[step.arc], values[step.arc], step.forward));
    for (const Step& step : steps) values[step.arc] += step.forward ? amount : -amount;
    sent += amount;
  }
  return sent;
}

std::int64_t FlowNetwork::could_be_larger_by(std::size_t arc, std::int64_t enough) const {
  return send(arcs_[arc].to, arcs_[arc].from, arc, enough);
}

std::int64_t FlowNetwork::could_be_smaller_by(std::size_t arc, std::int64_t enough) const {
  enough = std::min(enough, arcs_[arc].value);
  return std::min(enough, send(arcs_[arc].from, arcs_[arc].to, arc, enough));
}

std::vector<std::size_t> FlowNetwork::in_the_way(std::size_t arc, bool of_larger) const {
  const std::size_t from = of_larger ? arcs_[arc].to : arcs_[arc].from;
  const std::size_t to = of_larger ? arcs_[arc].from : arcs_[arc].to;
  std::vector<std::int64_t> cost(nodes_, without_end);
  std::vector<Step> came_by(nodes_, {not_met, true});
  std::set<std::pair<std::int64_t, std::size_t>> next = {{0, from}};
  cost[from] = 0;
  while (!next.empty()) {
    const auto [so_far, here] = *next.begin();
    next.erase(next.begin());
    for (const std::size_t at : arcs_at_[here]) {
      if (at == arc) continue;
      const bool forward = arcs_[at].from == here;
      const std::size_t there = forward ? arcs_[at].to : arcs_[at].from;
      if (!forward && arcs_[at].value == 0) continue;
      const std::int64_t more = so_far + (arcs_[at].told ? arcs_[at].value + 1 : 0);
      if (more >= cost[there]) continue;
      next.erase({cost[there], there});
      cost[there] = more;
      came_by[there] = {at, forward};
      next.insert({more, there});
    }
  }
  std::vector<std::size_t> told;
  if (cost[to] == without_end) return told;
  for (std::size_t here = to; here != from;) {
    const Step step = came_by[here];
    if (arcs_[step.arc].told) told.push_back(step.arc);
    here = step.forward ? arcs_[step.arc].from : arcs_[step.arc].to;
  }
  return told;
}

}  // namespace thrive::journeys
