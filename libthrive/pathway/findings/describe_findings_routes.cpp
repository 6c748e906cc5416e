// SPDX-License-Identifier: MIT
//
// Findings about assessments on the way, doors that do not lead everywhere, and moves between sectors.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/pathway/findings/evidence.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

/// Being assessed again is worth a warning from here on.
constexpr int many_assessments = 3;

std::vector<std::pair<std::string, std::string>> steps_of(const Graph& graph, const std::vector<Node>& route) {
  std::vector<std::pair<std::string, std::string>> steps;
  for (std::size_t i = 1; i < route.size(); ++i) steps.push_back(flow_ids(graph, route[i - 1], route[i]));
  return steps;
}

void find_most_assessments(const Analysis& a, Found& found) {
  const MostAssessments& most = a.most_assessments;
  if (!most.count || *most.count < 2) return;
  std::vector<Node> at;
  for (const Node node : most.route)
    if (a.graph.assesses(node)) at.push_back(node);
  found.push_back({"assessed-again",
                   {},
                   {{"case", *most.count >= many_assessments ? "often" : "twice"},
                    {"times", *most.count},
                    {"at", names_of(a.graph, at, 20)},
                    {"route", route_of(a.graph, most.route)},
                    {"steps", most.complete ? text::Value() : text::Value(most.limit)},
                    {"services", evidence(a.graph, at)},
                    {"flows", evidence(steps_of(a.graph, most.route))}}});
}

void find_unavoidable_assessments(const Analysis& a, Found& found) {
  int highest = 1;
  for (const auto& row : a.fewest_assessments)
    for (const auto& count : row) highest = std::max(highest, count.value_or(0));
  if (highest < 2) return;
  std::vector<std::string> pairs;
  std::vector<Node> services;
  std::size_t number_of_pairs = 0;
  for (std::size_t s = 0; s < a.graph.starts.size(); ++s)
    for (std::size_t e = 0; e < a.graph.ends.size(); ++e) {
      if (a.fewest_assessments[s][e] != highest) continue;
      ++number_of_pairs;
      if (pairs.size() == 5) continue;
      pairs.push_back(flow_of(a.graph, a.graph.starts[s], a.graph.ends[e]));
      services.push_back(a.graph.starts[s]);
      services.push_back(a.graph.ends[e]);
    }
  if (number_of_pairs > pairs.size()) pairs.push_back(fmt::format("{} more pairs", number_of_pairs - pairs.size()));
  found.push_back({"assessments-unavoidable",
                   {},
                   {{"assessments", highest}, {"pairs", list(pairs)}, {"services", evidence(a.graph, services)}}});
}

void find_wrong_doors(const Analysis& a, const model::Vocabulary& vocabulary, Found& found) {
  for (const Door& door : a.doors) {
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < door.access.size(); ++i)
      if (!door.access[i].reachable) missing.push_back(vocabulary.name("groupings", a.groupings[i]));
    if (missing.empty()) continue;
    found.push_back({"wrong-door",
                     {},
                     {{"start", name_of(a.graph, door.start)},
                      {"groupings", list(missing)},
                      {"services", evidence(a.graph, {door.start})}}});
  }
}

/// A way with so many hand-offs, or more, is worth a sentence.
constexpr int many_handoffs = 2;

void find_most_handoffs(const Analysis& a, const model::Vocabulary& vocabulary, Found& found) {
  int most = many_handoffs - 1;
  for (const Door& door : a.doors)
    for (const Access& access : door.access) most = std::max(most, access.handoffs.value_or(0));
  if (most < many_handoffs) return;
  bool is_more = false;
  std::vector<Node> starts;
  std::vector<std::string> pairs;
  for (const Door& door : a.doors)
    for (std::size_t i = 0; i < door.access.size(); ++i) {
      const Access& access = door.access[i];
      is_more = is_more || (access.handoffs && *access.handoffs < most);
      if (access.handoffs != most) continue;
      pairs.push_back(fmt::format(
          "from {} to {} (nearest: {}{})", name_of(a.graph, door.start), vocabulary.name("groupings", a.groupings[i]),
          name_of(a.graph, access.nearest),
          access.sector_changes == 0 ? "" : fmt::format(", at least {} between sectors", *access.sector_changes)));
      starts.push_back(door.start);
    }
  constexpr std::size_t pairs_named = 5;
  if (pairs.size() > pairs_named + 1) {
    const std::size_t more = pairs.size() - pairs_named;
    pairs.resize(pairs_named);
    pairs.push_back(fmt::format("{} more", more));
  }
  found.push_back({"most-handoffs",
                   {},
                   {{"case", is_more ? "more" : "everywhere"},
                    {"handoffs", most},
                    {"pairs", list(pairs)},
                    {"services", evidence(a.graph, starts)}}});
}

/// `about 16 weeks` where the days make no whole weeks.
std::string sum_of_waits(double days) {
  const bool is_rounded = days >= 14 && days / 7 != std::floor(days / 7);
  return (is_rounded ? "about " : "") + days_in_words(days);
}

void find_longest_way(const Analysis& a, const model::Vocabulary& vocabulary, Found& found) {
  double days = 0;
  for (const Door& door : a.doors)
    for (const Access& access : door.access) days = std::max(days, access.wait_days.value_or(0));
  if (days <= 0) return;
  std::vector<std::string> ways;
  std::vector<Node> starts;
  std::size_t count = 0;
  constexpr std::size_t ways_named = 5;
  for (const Door& door : a.doors)
    for (std::size_t i = 0; i < door.access.size(); ++i) {
      if (door.access[i].wait_days != days) continue;
      if (++count > ways_named) continue;
      ways.push_back(
          fmt::format("from {} to {}", name_of(a.graph, door.start), vocabulary.name("groupings", a.groupings[i])));
      if (starts.empty() || starts.back() != door.start) starts.push_back(door.start);
    }
  if (count > ways_named) ways.push_back(fmt::format("{} more", count - ways_named));
  found.push_back({"longest-way-in",
                   {},
                   {{"count", count},
                    {"ways", list(ways)},
                    {"wait", sum_of_waits(days)},
                    {"services", evidence(a.graph, starts)}}});
}

}  // namespace

void find_in_routes(const Analysis& a, const model::Vocabulary& vocabulary, Found& found) {
  find_most_assessments(a, found);
  find_unavoidable_assessments(a, found);
  find_wrong_doors(a, vocabulary, found);
  find_most_handoffs(a, vocabulary, found);
  find_longest_way(a, vocabulary, found);
}

void find_in_sectors(const Analysis& a, const model::Vocabulary& vocabulary, Found& found) {
  if (a.sectors.crossing > 0)
    found.push_back({"between-sectors",
                     {},
                     {{"crossing", a.sectors.crossing},
                      {"known", a.sectors.known},
                      {"share", percent(*a.sectors.crossing_share())}}});
  if (a.sectors.unknown > 0) found.push_back({"sector-not-recorded", {}, {{"count", a.sectors.unknown}}});
  std::map<Node, std::vector<std::string>> borders;
  for (const OnlyBridge& bridge : a.only_bridges)
    borders[bridge.service].push_back(fmt::format("{} to {} ({})", vocabulary.name("sectors", bridge.from),
                                                  vocabulary.name("sectors", bridge.to),
                                                  report::count_of(bridge.flows, "flow")));
  for (const auto& [node, names] : borders)
    found.push_back(
        {"only-bridge-between-sectors",
         {},
         {{"service", name_of(a.graph, node)}, {"borders", list(names)}, {"services", evidence(a.graph, {node})}}});
}

}  // namespace thrive::pathway
