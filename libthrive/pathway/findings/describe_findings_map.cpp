// SPDX-License-Identifier: MIT
//
// Findings about the drawing itself: what is missing from it, and what was drawn twice.
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/pathway/findings/evidence.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

void find_missing_marks(const Analysis& a, Found& found) {
  const auto names = [&](const std::vector<Node>& nodes) {
    return nodes.empty() ? std::string() : names_of(a.graph, nodes);
  };
  if (a.graph.starts_assumed)
    found.push_back(
        {"no-start-marked", {}, {{"names", names(a.graph.starts)}, {"services", evidence(a.graph, a.graph.starts)}}});
  if (a.graph.ends_assumed)
    found.push_back(
        {"no-end-marked", {}, {{"names", names(a.graph.ends)}, {"services", evidence(a.graph, a.graph.ends)}}});
}

/// The figures of flows that were drawn more than once: `120 and 95`, `120 and not recorded`.
std::string figures_of(const Analysis& a, const ParallelFlows& parallel) {
  std::vector<std::string> figures;
  for (const std::size_t number : parallel.flows)
    figures.push_back(report::people_number(a.graph.flows[number].flow->per_year, a.graph.small));
  return text::join_in_words(figures);
}

void find_parallel(const Analysis& a, Found& found) {
  for (const ParallelFlows& parallel : a.parallel)
    found.push_back({"flow-drawn-twice",
                     {},
                     {{"case", parallel.differ ? "entries-differ" : "same-details"},
                      {"flow", flow_of(a.graph, parallel.from, parallel.to)},
                      {"times", parallel.flows.size()},
                      {"people", figures_of(a, parallel)},
                      {"flows", evidence({flow_ids(a.graph, parallel.from, parallel.to)})}}});
}

void find_missing_figures(const Analysis& a, Found& found) {
  std::vector<std::pair<std::string, std::string>> without_people, without_wait;
  for (const Waiting& waiting : a.waits) {
    const DrawnFlow& drawn = a.graph.flows[waiting.flow];
    if (!waiting.people && !waiting.visits) without_people.push_back(flow_ids(a.graph, drawn.from, drawn.to));
    if (!waiting.median_days) without_wait.push_back(flow_ids(a.graph, drawn.from, drawn.to));
  }
  const std::size_t all = a.graph.flows.size();
  if (!without_people.empty())
    found.push_back({"people-not-recorded",
                     {},
                     {{"missing", without_people.size()}, {"count", all}, {"flows", evidence(without_people)}}});
  if (!without_wait.empty())
    found.push_back({"wait-not-recorded",
                     {},
                     {{"missing", without_wait.size()}, {"count", all}, {"flows", evidence(without_wait)}}});
}

void find_visits(const Analysis& a, Found& found) {
  std::vector<std::pair<std::string, std::string>> flows;
  double visits = 0;
  for (const Waiting& waiting : a.waits) {
    if (!waiting.visits) continue;
    visits += *waiting.visits;
    flows.push_back(flow_ids(a.graph, a.graph.flows[waiting.flow].from, a.graph.flows[waiting.flow].to));
  }
  if (flows.empty()) return;
  found.push_back({"flow-counts-visits",
                   {},
                   {{"visits", report::number(visits)}, {"count", flows.size()}, {"flows", evidence(flows)}}});
}

}  // namespace

void find_in_map(const Analysis& a, Found& found) {
  if (a.graph.flows.empty()) {
    found.push_back({"nothing-drawn", {}, {{"case", a.graph.size() == 0 ? "empty-project" : "no-flow"}}});
    return;
  }
  find_missing_marks(a, found);
  find_parallel(a, found);
  find_missing_figures(a, found);
  find_visits(a, found);
}

}  // namespace thrive::pathway
