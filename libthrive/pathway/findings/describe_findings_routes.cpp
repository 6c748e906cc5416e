// SPDX-License-Identifier: MIT
//
// Findings about assessments on the way, doors that do not lead everywhere, and moves between sectors.
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

using text::Severity;

/// Being assessed again is worth a warning from here on.
constexpr int many_assessments = 3;

void add_steps(const Graph& graph, const std::vector<Node>& route, Finding& finding) {
  for (std::size_t i = 1; i < route.size(); ++i) finding.flows.push_back(flow_ids(graph, route[i - 1], route[i]));
}

void find_most_assessments(const Analysis& a, std::vector<Finding>& found) {
  const MostAssessments& most = a.most_assessments;
  if (!most.count || *most.count < 2) return;
  std::vector<Node> at;
  for (const Node node : most.route)
    if (a.graph.assesses(node)) at.push_back(node);
  Finding finding{"assessed-again",
                  *most.count >= many_assessments ? Severity::warning : Severity::note,
                  Theme::assessments,
                  fmt::format("On one route young people are assessed {} times, at {}. The route: {}.", *most.count,
                              names_of(a.graph, at, 20), route_of(a.graph, most.route)),
                  ids_of(a.graph, at),
                  {}};
  finding.message += most.complete ? " All routes that visit no service twice were looked at."
                                   : fmt::format(" Routes of up to {} were looked at; there are longer ones.",
                                                 report::count_of(static_cast<std::size_t>(most.limit), "step"));
  add_steps(a.graph, most.route, finding);
  found.push_back(std::move(finding));
}

void find_unavoidable_assessments(const Analysis& a, std::vector<Finding>& found) {
  int highest = 1;
  for (const auto& row : a.fewest_assessments)
    for (const auto& count : row) highest = std::max(highest, count.value_or(0));
  if (highest < 2) return;
  Finding finding{"assessments-unavoidable", Severity::warning, Theme::assessments, {}, {}, {}};
  std::vector<std::string> pairs;
  std::size_t number_of_pairs = 0;
  for (std::size_t s = 0; s < a.graph.starts.size(); ++s)
    for (std::size_t e = 0; e < a.graph.ends.size(); ++e) {
      if (a.fewest_assessments[s][e] != highest) continue;
      ++number_of_pairs;
      if (pairs.size() == 5) continue;
      pairs.push_back(flow_of(a.graph, a.graph.starts[s], a.graph.ends[e]));
      finding.services.push_back(a.graph.ids[a.graph.starts[s]]);
      finding.services.push_back(a.graph.ids[a.graph.ends[e]]);
    }
  if (number_of_pairs > pairs.size()) pairs.push_back(fmt::format("{} more pairs", number_of_pairs - pairs.size()));
  finding.message = fmt::format("Even the route with fewest assessments has {} of them from {}.", highest,
                                text::join_in_words(pairs));
  found.push_back(std::move(finding));
}

void find_wrong_doors(const Analysis& a, const model::Vocabulary& vocabulary, std::vector<Finding>& found) {
  for (const Door& door : a.doors) {
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < door.access.size(); ++i)
      if (!door.access[i].reachable) missing.push_back(vocabulary.name("groupings", a.groupings[i]));
    if (missing.empty()) continue;
    found.push_back({"wrong-door",
                     Severity::warning,
                     Theme::doors,
                     fmt::format("Who starts at {} cannot get to any service for {}.", name_of(a.graph, door.start),
                                 text::join_in_words(missing)),
                     {a.graph.ids[door.start]},
                     {}});
  }
}

/// A way with so many hand-offs, or more, is worth a sentence.
constexpr int many_handoffs = 2;

void find_most_handoffs(const Analysis& a, const model::Vocabulary& vocabulary, std::vector<Finding>& found) {
  int most = many_handoffs - 1;
  for (const Door& door : a.doors)
    for (const Access& access : door.access) most = std::max(most, access.handoffs.value_or(0));
  if (most < many_handoffs) return;
  Finding finding{"most-handoffs", Severity::note, Theme::doors, {}, {}, {}};
  std::vector<std::string> pairs;
  for (const Door& door : a.doors)
    for (std::size_t i = 0; i < door.access.size(); ++i) {
      const Access& access = door.access[i];
      if (access.handoffs != most) continue;
      pairs.push_back(fmt::format(
          "from {} to {} (nearest: {}{})", name_of(a.graph, door.start), vocabulary.name("groupings", a.groupings[i]),
          name_of(a.graph, access.nearest),
          access.sector_changes == 0 ? "" : fmt::format(", at least {} between sectors", *access.sector_changes)));
      finding.services.push_back(a.graph.ids[door.start]);
    }
  constexpr std::size_t pairs_named = 5;
  if (pairs.size() > pairs_named + 1) {
    const std::size_t more = pairs.size() - pairs_named;
    pairs.resize(pairs_named);
    pairs.push_back(fmt::format("{} more", more));
  }
  finding.message =
      fmt::format("It takes {} hand-offs, more than anywhere else, to get {}.", most, text::join_in_words(pairs));
  found.push_back(std::move(finding));
}

void find_longest_way(const Analysis& a, const model::Vocabulary& vocabulary, std::vector<Finding>& found) {
  const Door* slowest = nullptr;
  std::size_t grouping = 0;
  double days = 0;
  for (const Door& door : a.doors)
    for (std::size_t i = 0; i < door.access.size(); ++i)
      if (door.access[i].wait_days.value_or(0) > days) {
        slowest = &door;
        grouping = i;
        days = *door.access[i].wait_days;
      }
  if (!slowest) return;
  found.push_back({"longest-way-in",
                   Severity::note,
                   Theme::doors,
                   fmt::format("The longest way in leads from {} to {}: waits of at least {} together by the quickest "
                               "route, taking recorded median waits.",
                               name_of(a.graph, slowest->start), vocabulary.name("groupings", a.groupings[grouping]),
                               days_in_words(days)),
                   {a.graph.ids[slowest->start]},
                   {}});
}

}  // namespace

void find_in_routes(const Analysis& a, const model::Vocabulary& vocabulary, std::vector<Finding>& found) {
  find_most_assessments(a, found);
  find_unavoidable_assessments(a, found);
  find_wrong_doors(a, vocabulary, found);
  find_most_handoffs(a, vocabulary, found);
  find_longest_way(a, vocabulary, found);
}

void find_in_sectors(const Analysis& a, const model::Vocabulary& vocabulary, std::vector<Finding>& found) {
  if (a.sectors.crossing > 0)
    found.push_back({"between-sectors",
                     Severity::note,
                     Theme::sectors,
                     fmt::format("{} of {} ({}) cross from one sector to another.", a.sectors.crossing,
                                 report::count_of(a.sectors.known, "flow"), percent(*a.sectors.crossing_share())),
                     {},
                     {}});
  if (a.sectors.unknown > 0)
    found.push_back({"sector-not-recorded",
                     Severity::note,
                     Theme::sectors,
                     fmt::format("{} not counted in this, because a sector is not recorded at one of their services.",
                                 a.sectors.unknown == 1 ? "1 flow is" : fmt::format("{} flows are", a.sectors.unknown)),
                     {},
                     {}});
  std::map<Node, std::vector<std::string>> borders;
  for (const OnlyBridge& bridge : a.only_bridges)
    borders[bridge.service].push_back(fmt::format("{} to {} ({})", vocabulary.name("sectors", bridge.from),
                                                  vocabulary.name("sectors", bridge.to),
                                                  report::count_of(bridge.flows, "flow")));
  for (const auto& [node, names] : borders)
    found.push_back(
        {"only-bridge-between-sectors",
         Severity::note,
         Theme::sectors,
         fmt::format("Every flow goes through {} from {}.", name_of(a.graph, node), text::join_in_words(names)),
         {a.graph.ids[node]},
         {}});
}

}  // namespace thrive::pathway
