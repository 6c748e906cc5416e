// SPDX-License-Identifier: MIT
//
// Findings about young people who are passed round, back and forth, or sent back.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/pathway/findings/evidence.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

constexpr std::size_t pairs_named = 6;

/// People a year from one service to another, when at least one of the flows says.
std::optional<double> people_between(const Graph& graph, Node from, Node to) {
  Sum sum;
  for (const DrawnFlow& drawn : graph.flows)
    if (drawn.from == from && drawn.to == to) sum.add(drawn.flow->per_year);
  return sum.known();
}

void find_loops(const Analysis& a, Found& found) {
  for (const auto& loop : a.loops) {
    if (loop.size() == 2) continue;  // a pair is a finding of its own
    std::string way;
    std::vector<std::pair<std::string, std::string>> flows;
    const std::set<Node> members(loop.begin(), loop.end());
    for (const auto& cycle : a.cycles) {
      if (cycle.size() < 3 || !members.contains(cycle.front())) continue;
      std::vector<Node> closed = cycle;
      closed.push_back(cycle.front());
      way = route_of(a.graph, closed);
      for (std::size_t i = 1; i < closed.size(); ++i) flows.push_back(flow_ids(a.graph, closed[i - 1], closed[i]));
      break;
    }
    found.push_back({"loop",
                     {},
                     {{"case", loop.size() == a.graph.size() ? "all" : "some"},
                      {"count", loop.size()},
                      {"names", names_of(a.graph, loop, 16)},
                      {"way", way},
                      {"services", evidence(a.graph, loop)},
                      {"flows", evidence(flows)}}});
  }
}

void find_two_way(const Analysis& a, Found& found) {
  if (a.two_way.empty()) return;
  std::vector<std::pair<std::string, std::string>> flows;
  std::vector<std::string> pairs;
  for (const auto& [x, y] : a.two_way) {
    flows.push_back(flow_ids(a.graph, x, y));
    flows.push_back(flow_ids(a.graph, y, x));
    if (pairs.size() == pairs_named) continue;
    pairs.push_back(fmt::format("{} and {} ({} one way, {} the other)", name_of(a.graph, x), name_of(a.graph, y),
                                report::number(people_between(a.graph, x, y)),
                                report::number(people_between(a.graph, y, x))));
  }
  if (a.two_way.size() > pairs.size()) pairs.push_back(fmt::format("{} more", a.two_way.size() - pairs.size()));
  found.push_back(
      {"two-way-pair", {}, {{"count", a.two_way.size()}, {"pairs", list(pairs)}, {"flows", evidence(flows)}}});
}

void find_self_loops(const Analysis& a, Found& found) {
  const auto& nodes = a.graph.self_loops;
  if (nodes.empty()) return;
  std::vector<std::pair<std::string, std::string>> flows;
  for (const Node node : nodes) flows.push_back(flow_ids(a.graph, node, node));
  found.push_back({"self-loop",
                   {},
                   {{"count", nodes.size()},
                    {"names", names_of(a.graph, nodes)},
                    {"services", evidence(a.graph, nodes)},
                    {"flows", evidence(flows)}}});
}

void find_sent_back(const Analysis& a, Found& found) {
  std::vector<std::pair<std::string, std::string>> flows;
  Sum sum;
  const DrawnFlow* largest = nullptr;
  for (const DrawnFlow& drawn : a.graph.flows) {
    if (drawn.flow->kind != "return") continue;
    sum.add(drawn.flow->per_year);
    flows.push_back(flow_ids(a.graph, drawn.from, drawn.to));
    if (!largest || drawn.flow->per_year.value_or(-1) > largest->flow->per_year.value_or(-1)) largest = &drawn;
  }
  if (!largest) return;
  const auto known = sum.known();
  found.push_back({"sent-back",
                   {},
                   {{"case", !known              ? "not-recorded"
                             : sum.is_complete() ? "all-recorded"
                                                 : "some-recorded"},
                    {"people", known ? capital(people(*known)) : std::string()},
                    {"missing", sum.missing},
                    {"largest", flow_of(a.graph, largest->from, largest->to)},
                    {"of_largest", report::number(largest->flow->per_year)},
                    {"returns", flows.size()},
                    {"flows", evidence(flows)}}});
}

}  // namespace

void find_in_loops(const Analysis& a, Found& found) {
  find_loops(a, found);
  find_sent_back(a, found);
  find_two_way(a, found);
  find_self_loops(a, found);
}

}  // namespace thrive::pathway
