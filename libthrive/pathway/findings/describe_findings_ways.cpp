// SPDX-License-Identifier: MIT
//
// Findings about getting in, getting on and getting out, and about single ways through.
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/pathway/findings/evidence.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

/// Doors with fewer services behind them are not worth a sentence.
constexpr std::size_t few_behind = 3;
constexpr std::size_t gatekeepers_named = 5;
constexpr std::size_t lines_named = 6;

void find_unreachable(const Analysis& a, Found& found) {
  if (a.unreachable.empty()) return;
  const std::string elsewhere =
      a.graph.drawn_elsewhere.empty() ? std::string() : names_of(a.graph, a.graph.drawn_elsewhere);
  found.push_back({"unreachable-service",
                   {},
                   {{"count", a.unreachable.size()},
                    {"names", names_of(a.graph, a.unreachable)},
                    {"elsewhere", elsewhere},
                    {"services", evidence(a.graph, a.unreachable)}}});
}

void find_dead_ends(const Analysis& a, Found& found) {
  if (a.dead_ends.empty()) return;
  found.push_back({"dead-end-service",
                   {},
                   {{"count", a.dead_ends.size()},
                    {"names", names_of(a.graph, a.dead_ends)},
                    {"services", evidence(a.graph, a.dead_ends)}}});
}

void find_ends_out_of_reach(const Analysis& a, Found& found) {
  std::vector<Node> stuck;
  for (const Node node : a.cannot_reach_end)
    if (!std::ranges::binary_search(a.dead_ends, node)) stuck.push_back(node);
  if (!stuck.empty())
    found.push_back(
        {"end-out-of-reach",
         {},
         {{"count", stuck.size()}, {"names", names_of(a.graph, stuck)}, {"services", evidence(a.graph, stuck)}}});
  for (const MissingRoute& missing : a.missing_routes)
    found.push_back({"start-misses-end",
                     {},
                     {{"start", name_of(a.graph, missing.start)},
                      {"ends", names_of(a.graph, missing.ends)},
                      {"services", evidence(a.graph, missing.start, missing.ends)}}});
}

void find_gatekeepers(const Analysis& a, Found& found) {
  std::size_t named = 0;
  for (const Gatekeeper& gate : a.gatekeepers) {
    if (a.graph.is_start(gate.service) || gate.behind.size() < few_behind || named == gatekeepers_named) continue;
    ++named;
    found.push_back({"gatekeeper",
                     {},
                     {{"service", name_of(a.graph, gate.service)},
                      {"count", gate.behind.size()},
                      {"behind", names_of(a.graph, gate.behind)},
                      {"services", evidence(a.graph, gate.service, gate.behind)}}});
  }
}

void find_single_points(const Analysis& a, Found& found) {
  for (const Gatekeeper& gate : a.gatekeepers) {
    std::vector<Node> lost;
    for (const Node end : gate.ends)
      if (end != gate.service) lost.push_back(end);
    if (lost.empty() || a.graph.is_start(gate.service)) continue;
    found.push_back({"single-point-of-failure",
                     {},
                     {{"service", name_of(a.graph, gate.service)},
                      {"lost", names_of(a.graph, lost)},
                      {"services", evidence(a.graph, gate.service, lost)}}});
  }
}

void find_weak_points(const Analysis& a, Found& found) {
  const auto& points = a.weak.articulation_points;
  if (!points.empty())
    found.push_back(
        {"map-falls-apart",
         {},
         {{"count", points.size()}, {"names", names_of(a.graph, points)}, {"services", evidence(a.graph, points)}}});
  if (a.weak.bridges.empty()) return;
  std::vector<std::pair<std::string, std::string>> flows;
  std::vector<std::string> lines;
  for (const auto& [x, y] : a.weak.bridges) {
    flows.push_back(a.graph.has_step(x, y) ? flow_ids(a.graph, x, y) : flow_ids(a.graph, y, x));
    if (lines.size() < lines_named) lines.push_back(fmt::format("{} - {}", name_of(a.graph, x), name_of(a.graph, y)));
  }
  if (a.weak.bridges.size() > lines.size())
    lines.push_back(fmt::format("{} more", a.weak.bridges.size() - lines.size()));
  found.push_back(
      {"single-line", {}, {{"count", a.weak.bridges.size()}, {"lines", list(lines)}, {"flows", evidence(flows)}}});
}

void find_position(const Analysis& a, Found& found) {
  const auto top = std::ranges::max_element(a.betweenness);
  if (top == a.betweenness.end() || *top <= 0) return;
  std::vector<Node> highest;
  for (Node node = 0; node < a.graph.size(); ++node)
    if (a.betweenness[node] == *top) highest.push_back(node);
  const double pairs = static_cast<double>(a.graph.size() - 1) * static_cast<double>(a.graph.size() - 2);
  found.push_back({"bottleneck-by-position",
                   {},
                   {{"count", highest.size()},
                    {"service", names_of(a.graph, highest)},
                    {"share", percent(*top / pairs)},
                    {"betweenness", report::number(*top, 1)},
                    {"services", evidence(a.graph, highest)}}});
}

}  // namespace

void find_in_ways(const Analysis& a, Found& found) {
  find_unreachable(a, found);
  find_dead_ends(a, found);
  find_ends_out_of_reach(a, found);
  find_gatekeepers(a, found);
  find_single_points(a, found);
  find_position(a, found);
  find_weak_points(a, found);
}

}  // namespace thrive::pathway
