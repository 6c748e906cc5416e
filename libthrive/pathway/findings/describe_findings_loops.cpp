// SPDX-License-Identifier: MIT
//
// Findings about young people who are passed round, back and forth, or sent back.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

using text::Severity;

constexpr std::size_t pairs_named = 6;

/// People a year from one service to another, when at least one of the flows says.
std::optional<double> people_between(const Graph& graph, Node from, Node to) {
  Sum sum;
  for (const DrawnFlow& drawn : graph.flows)
    if (drawn.from == from && drawn.to == to) sum.add(drawn.flow->per_year);
  return sum.known();
}

void find_loops(const Analysis& a, std::vector<Finding>& found) {
  for (const auto& loop : a.loops) {
    if (loop.size() == 2) continue;  // a pair is a finding of its own
    Finding finding{"loop", Severity::warning, Theme::round_and_round, {}, ids_of(a.graph, loop), {}};
    finding.message = fmt::format("{} form a loop, in which young people can come back to where they were: {}.",
                                  loop.size() == a.graph.size() ? fmt::format("All {} services", loop.size())
                                                                : report::count_of(loop.size(), "service"),
                                  names_of(a.graph, loop, 16));
    const std::set<Node> members(loop.begin(), loop.end());
    for (const auto& cycle : a.cycles) {
      if (cycle.size() < 3 || !members.contains(cycle.front())) continue;
      std::vector<Node> closed = cycle;
      closed.push_back(cycle.front());
      finding.message += fmt::format(" The shortest way round past three or more: {}.", route_of(a.graph, closed));
      for (std::size_t i = 1; i < closed.size(); ++i)
        finding.flows.push_back(flow_ids(a.graph, closed[i - 1], closed[i]));
      break;
    }
    found.push_back(std::move(finding));
  }
}

void find_two_way(const Analysis& a, std::vector<Finding>& found) {
  if (a.two_way.empty()) return;
  Finding finding{"two-way-pair", Severity::note, Theme::round_and_round, {}, {}, {}};
  std::vector<std::string> pairs;
  for (const auto& [x, y] : a.two_way) {
    finding.flows.push_back(flow_ids(a.graph, x, y));
    finding.flows.push_back(flow_ids(a.graph, y, x));
    if (pairs.size() == pairs_named) continue;
    pairs.push_back(fmt::format("{} and {} ({} one way, {} the other)", name_of(a.graph, x), name_of(a.graph, y),
                                report::number(people_between(a.graph, x, y)),
                                report::number(people_between(a.graph, y, x))));
  }
  if (a.two_way.size() > pairs.size()) pairs.push_back(fmt::format("{} more", a.two_way.size() - pairs.size()));
  finding.message = fmt::format("{} of services {} to each other: {}.", report::count_of(a.two_way.size(), "pair"),
                                a.two_way.size() == 1 ? "sends" : "send", text::join_in_words(pairs));
  found.push_back(std::move(finding));
}

void find_self_loops(const Analysis& a, std::vector<Finding>& found) {
  if (a.graph.self_loops.empty()) return;
  Finding finding{
      "self-loop",
      Severity::note,
      Theme::round_and_round,
      fmt::format("{} back to {}: {}.",
                  a.graph.self_loops.size() == 1
                      ? "One service sends young people"
                      : fmt::format("{} services send young people", a.graph.self_loops.size()),
                  a.graph.self_loops.size() == 1 ? "itself" : "themselves", names_of(a.graph, a.graph.self_loops)),
      ids_of(a.graph, a.graph.self_loops),
      {}};
  for (const Node node : a.graph.self_loops) finding.flows.push_back(flow_ids(a.graph, node, node));
  found.push_back(std::move(finding));
}

void find_sent_back(const Analysis& a, std::vector<Finding>& found) {
  Finding finding{"sent-back", Severity::warning, Theme::round_and_round, {}, {}, {}};
  Sum sum;
  const DrawnFlow* largest = nullptr;
  for (const DrawnFlow& drawn : a.graph.flows) {
    if (drawn.flow->kind != "return") continue;
    sum.add(drawn.flow->per_year);
    finding.flows.push_back(flow_ids(a.graph, drawn.from, drawn.to));
    if (!largest || drawn.flow->per_year.value_or(-1) > largest->flow->per_year.value_or(-1)) largest = &drawn;
  }
  if (!largest) return;
  const auto known = sum.known();
  finding.message =
      known ? fmt::format(
                  "{} a year are sent back to where they came from{}, most of them from {} ({}).",
                  capital(people(*known)),
                  sum.is_complete() ? "" : fmt::format(" ({} not recorded)", report::count_of(sum.missing, "flow")),
                  flow_of(a.graph, largest->from, largest->to), report::number(largest->flow->per_year))
            : fmt::format("Young people are sent back on {}; how many is not recorded.",
                          report::count_of(finding.flows.size(), "flow"));
  found.push_back(std::move(finding));
}

}  // namespace

void find_in_loops(const Analysis& a, std::vector<Finding>& found) {
  find_loops(a, found);
  find_sent_back(a, found);
  find_two_way(a, found);
  find_self_loops(a, found);
}

}  // namespace thrive::pathway
