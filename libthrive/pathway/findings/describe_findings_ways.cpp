// SPDX-License-Identifier: MIT
//
// Findings about getting in, getting on and getting out, and about single ways through.
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

using text::Severity;

/// Doors with fewer services behind them are not worth a sentence.
constexpr std::size_t few_behind = 3;
constexpr std::size_t gatekeepers_named = 5;
constexpr std::size_t lines_named = 6;

void find_unreachable(const Analysis& a, std::vector<Finding>& found) {
  if (a.unreachable.empty()) return;
  const std::string names = names_of(a.graph, a.unreachable);
  Finding finding{
      "unreachable-service", Severity::warning, Theme::way_in_and_out, {}, ids_of(a.graph, a.unreachable), {}};
  finding.message = a.unreachable.size() == 1
                        ? fmt::format("Nobody can get to {}: no flow leads there from any start.", names)
                        : fmt::format("Nobody can get to {} services: no flow leads there from any start. They are {}.",
                                      a.unreachable.size(), names);
  if (!a.graph.drawn_elsewhere.empty())
    finding.message +=
        fmt::format(" Another pathway of this project draws flows for {}.", names_of(a.graph, a.graph.drawn_elsewhere));
  found.push_back(std::move(finding));
}

void find_dead_ends(const Analysis& a, std::vector<Finding>& found) {
  if (a.dead_ends.empty()) return;
  const std::string names = names_of(a.graph, a.dead_ends);
  found.push_back({"dead-end-service",
                   Severity::warning,
                   Theme::way_in_and_out,
                   a.dead_ends.size() == 1
                       ? fmt::format("No flow leads on from {}, and it is not marked as an end.", names)
                       : fmt::format("No flow leads on from {} services, and they are not marked as ends: {}.",
                                     a.dead_ends.size(), names),
                   ids_of(a.graph, a.dead_ends),
                   {}});
}

void find_ends_out_of_reach(const Analysis& a, std::vector<Finding>& found) {
  std::vector<Node> stuck;
  for (const Node node : a.cannot_reach_end)
    if (!std::ranges::binary_search(a.dead_ends, node)) stuck.push_back(node);
  if (!stuck.empty())
    found.push_back({"end-out-of-reach",
                     Severity::warning,
                     Theme::way_in_and_out,
                     fmt::format("From {} flows lead on but never to a place where journeys end: {}.",
                                 report::count_of(stuck.size(), "service"), names_of(a.graph, stuck)),
                     ids_of(a.graph, stuck),
                     {}});
  for (const MissingRoute& missing : a.missing_routes) {
    Finding finding{
        "start-misses-end",
        Severity::note,
        Theme::way_in_and_out,
        fmt::format("No route leads from {} to {}.", name_of(a.graph, missing.start), names_of(a.graph, missing.ends)),
        ids_of(a.graph, missing.ends),
        {}};
    finding.services.insert(finding.services.begin(), a.graph.ids[missing.start]);
    found.push_back(std::move(finding));
  }
}

void find_gatekeepers(const Analysis& a, std::vector<Finding>& found) {
  std::size_t named = 0;
  for (const Gatekeeper& gate : a.gatekeepers) {
    if (a.graph.is_start(gate.service) || gate.behind.size() < few_behind || named == gatekeepers_named) continue;
    ++named;
    Finding finding{"gatekeeper",
                    Severity::warning,
                    Theme::single_ways,
                    fmt::format("Everybody must pass {} to reach {}: {}.", name_of(a.graph, gate.service),
                                report::count_of(gate.behind.size(), "service"), names_of(a.graph, gate.behind)),
                    ids_of(a.graph, gate.behind),
                    {}};
    finding.services.insert(finding.services.begin(), a.graph.ids[gate.service]);
    found.push_back(std::move(finding));
  }
}

void find_single_points(const Analysis& a, std::vector<Finding>& found) {
  for (const Gatekeeper& gate : a.gatekeepers) {
    std::vector<Node> lost;
    for (const Node end : gate.ends)
      if (end != gate.service) lost.push_back(end);
    if (lost.empty() || a.graph.is_start(gate.service)) continue;
    Finding finding{"single-point-of-failure",
                    Severity::warning,
                    Theme::single_ways,
                    fmt::format("If {} closed, no start would lead to {} any more.", name_of(a.graph, gate.service),
                                names_of(a.graph, lost)),
                    ids_of(a.graph, lost),
                    {}};
    finding.services.insert(finding.services.begin(), a.graph.ids[gate.service]);
    found.push_back(std::move(finding));
  }
}

void find_weak_points(const Analysis& a, std::vector<Finding>& found) {
  if (!a.weak.articulation_points.empty())
    found.push_back({"map-falls-apart",
                     Severity::note,
                     Theme::single_ways,
                     fmt::format("The map would fall into separate parts without {}: {}. Directions are left out of "
                                 "this.",
                                 a.weak.articulation_points.size() == 1 ? "this service" : "any one of these services",
                                 names_of(a.graph, a.weak.articulation_points)),
                     ids_of(a.graph, a.weak.articulation_points),
                     {}});
  if (a.weak.bridges.empty()) return;
  Finding finding{"single-line", Severity::note, Theme::single_ways, {}, {}, {}};
  std::vector<std::string> lines;
  for (const auto& [x, y] : a.weak.bridges) {
    finding.flows.push_back(a.graph.has_step(x, y) ? flow_ids(a.graph, x, y) : flow_ids(a.graph, y, x));
    if (lines.size() < lines_named) lines.push_back(fmt::format("{} - {}", name_of(a.graph, x), name_of(a.graph, y)));
  }
  if (a.weak.bridges.size() > lines.size())
    lines.push_back(fmt::format("{} more", a.weak.bridges.size() - lines.size()));
  finding.message =
      fmt::format("{} between two parts of the map, whichever way people go: {}.",
                  a.weak.bridges.size() == 1 ? "One line is the only connection" : "These are the only connections",
                  text::join_in_words(lines));
  found.push_back(std::move(finding));
}

void find_position(const Analysis& a, std::vector<Finding>& found) {
  const auto top = std::ranges::max_element(a.betweenness);
  if (top == a.betweenness.end() || *top <= 0) return;
  const Node node = static_cast<Node>(top - a.betweenness.begin());
  const double pairs = static_cast<double>(a.graph.size() - 1) * static_cast<double>(a.graph.size() - 2);
  found.push_back({"bottleneck-by-position",
                   Severity::note,
                   Theme::single_ways,
                   fmt::format("{} lies on more shortest routes between other services than any other: those of {} of "
                               "all pairs (betweenness {}).",
                               name_of(a.graph, node), percent(*top / pairs), report::number(*top, 1)),
                   {a.graph.ids[node]},
                   {}});
}

}  // namespace

void find_in_ways(const Analysis& a, std::vector<Finding>& found) {
  find_unreachable(a, found);
  find_dead_ends(a, found);
  find_ends_out_of_reach(a, found);
  find_gatekeepers(a, found);
  find_single_points(a, found);
  find_position(a, found);
  find_weak_points(a, found);
}

}  // namespace thrive::pathway
