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

/// People a year from one service to another, as readers see them.
std::string people_between(const Graph& graph, Node from, Node to) {
  Sum sum;
  for (const DrawnFlow& drawn : graph.flows)
    if (drawn.from == from && drawn.to == to) sum.add(*drawn.flow, graph.small);
  return sum.known() ? report::people_total(sum, graph.small) : "not recorded";
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
                                people_between(a.graph, x, y), people_between(a.graph, y, x)));
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

/// The flows of the kind 'return': their sum, and those that carry the largest number.
struct SentBack {
  std::vector<std::pair<std::string, std::string>> flows;
  Sum sum;
  std::vector<const DrawnFlow*> largest;
};

SentBack sent_back(const Graph& graph) {
  SentBack back;
  for (const DrawnFlow& drawn : graph.flows) {
    if (drawn.flow->kind != "return") continue;
    back.sum.add(*drawn.flow, graph.small);
    back.flows.push_back(flow_ids(graph, drawn.from, drawn.to));
    const std::optional<double> people = drawn.flow->people_per_year();
    if (!people) continue;
    const double most = back.largest.empty() ? -1 : *back.largest.front()->flow->per_year;
    if (*people > most) back.largest.clear();
    if (*people >= most) back.largest.push_back(&drawn);
  }
  return back;
}

/// What may be said of the largest number: a majority is more than half of all that is recorded.
const char* part_of_largest(const SentBack& back, const text::SmallNumbers& small) {
  if (!back.sum.known()) return "not-recorded";
  const double most = *back.largest.front()->flow->per_year;
  if (most == 0 || small.hides(most)) return "few";
  if (back.sum.recorded == 1) return back.sum.is_complete() ? "one-flow" : "one-recorded";
  if (back.largest.size() > 1) return "equal";
  return 2 * most > back.sum.total ? "majority" : "largest";
}

void find_sent_back(const Analysis& a, Found& found) {
  const SentBack back = sent_back(a.graph);
  if (back.flows.empty()) return;
  std::vector<std::string> largest;
  for (const DrawnFlow* drawn : back.largest) largest.push_back("from " + flow_of(a.graph, drawn->from, drawn->to));
  found.push_back({"sent-back",
                   {},
                   {{"case", part_of_largest(back, a.graph.small)},
                    {"people", back.sum.known() ? capital(people(back.sum, a.graph.small)) : std::string()},
                    {"missing", back.sum.missing == 0 ? text::Value() : text::Value(back.sum.missing)},
                    {"largest", list(largest)},
                    {"of_largest", back.largest.empty()
                                       ? std::string()
                                       : report::people_number(back.largest.front()->flow->per_year, a.graph.small)},
                    {"returns", back.flows.size()},
                    {"flows", evidence(back.flows)}}});
}

}  // namespace

void find_in_loops(const Analysis& a, Found& found) {
  find_loops(a, found);
  find_sent_back(a, found);
  find_two_way(a, found);
  find_self_loops(a, found);
}

}  // namespace thrive::pathway
