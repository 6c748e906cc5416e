// SPDX-License-Identifier: MIT
//
// Findings about the drawing itself: what is missing from it, and what was drawn twice.
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

using text::Severity;

void find_missing_marks(const Analysis& a, std::vector<Finding>& found) {
  if (a.graph.starts_assumed)
    found.push_back(
        {"no-start-marked",
         Severity::warning,
         Theme::map,
         a.graph.starts.empty()
             ? "No service is marked as a start, and no flow shows where journeys could start."
             : fmt::format("No service is marked as a start. What follows takes those that no flow comes to, or "
                           "the first of a loop that none comes to, as the starts: {}.",
                           names_of(a.graph, a.graph.starts)),
         ids_of(a.graph, a.graph.starts),
         {}});
  if (a.graph.ends_assumed)
    found.push_back(
        {"no-end-marked",
         Severity::warning,
         Theme::map,
         a.graph.ends.empty()
             ? "No service is marked as an end, and no flow shows where journeys could end."
             : fmt::format("No service is marked as an end. What follows takes those that no flow leaves, or "
                           "the first of a loop that none leaves, as the ends: {}.",
                           names_of(a.graph, a.graph.ends)),
         ids_of(a.graph, a.graph.ends),
         {}});
}

/// The figures of flows that were drawn more than once: `120 and 95`, `120 and not recorded`.
std::string figures_of(const Analysis& a, const ParallelFlows& parallel) {
  std::vector<std::string> figures;
  for (const std::size_t number : parallel.flows)
    figures.push_back(report::number(a.graph.flows[number].flow->per_year, 0));
  return text::join_in_words(figures);
}

void find_parallel(const Analysis& a, std::vector<Finding>& found) {
  for (const ParallelFlows& parallel : a.parallel) {
    const std::string name = flow_of(a.graph, parallel.from, parallel.to);
    Finding finding{"flow-drawn-twice",
                    parallel.differ ? Severity::warning : Severity::note,
                    Theme::map,
                    {},
                    {},
                    {flow_ids(a.graph, parallel.from, parallel.to)}};
    finding.message =
        parallel.differ
            ? fmt::format(
                  "The flow from {} is drawn {} times, and the entries differ (people a year: {}). They are "
                  "added up where people are counted and are one step on a route; if they are the same flow, "
                  "agree on one figure.",
                  name, parallel.flows.size(), figures_of(a, parallel))
            : fmt::format("The flow from {} is drawn {} times with the same details; one of them may be a slip.", name,
                          parallel.flows.size());
    found.push_back(std::move(finding));
  }
}

void find_missing_figures(const Analysis& a, std::vector<Finding>& found) {
  Finding people{"people-not-recorded", Severity::note, Theme::map, {}, {}, {}};
  Finding waits{"wait-not-recorded", Severity::note, Theme::map, {}, {}, {}};
  for (const Waiting& waiting : a.waits) {
    const DrawnFlow& drawn = a.graph.flows[waiting.flow];
    if (!waiting.people) people.flows.push_back(flow_ids(a.graph, drawn.from, drawn.to));
    if (!waiting.median_days) waits.flows.push_back(flow_ids(a.graph, drawn.from, drawn.to));
  }
  const std::size_t all = a.graph.flows.size();
  if (!people.flows.empty()) {
    people.message = fmt::format("How many people move is not recorded for {} of {}. Sums leave them out and say so.",
                                 people.flows.size(), report::count_of(all, "flow"));
    found.push_back(std::move(people));
  }
  if (!waits.flows.empty()) {
    waits.message = fmt::format("How long people wait is not recorded for {} of {}.", waits.flows.size(),
                                report::count_of(all, "flow"));
    found.push_back(std::move(waits));
  }
}

}  // namespace

void find_in_map(const Analysis& a, std::vector<Finding>& found) {
  if (a.graph.flows.empty()) {
    found.push_back({"nothing-drawn",
                     Severity::warning,
                     Theme::map,
                     a.graph.size() == 0 ? "The project has no services and no flows yet."
                                         : "No flow is drawn on this pathway yet.",
                     {},
                     {}});
    return;
  }
  find_missing_marks(a, found);
  find_parallel(a, found);
  find_missing_figures(a, found);
}

}  // namespace thrive::pathway
