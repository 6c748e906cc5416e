// SPDX-License-Identifier: MIT
//
// Findings about queues that grow and where most of the waiting is done.
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

using text::Severity;

/// A queue that grows by less than this share of those who come may be rounding in workshop figures.
constexpr double rounding_share = 0.2;
constexpr std::size_t waits_named = 3;

std::string size_of(const Analysis& a, const Queue& queue) {
  return fmt::format("{} ({} in, {} on, {} completed)", name_of(a.graph, queue.service), report::number(queue.in.total),
                     report::number(queue.out.total), report::number(*queue.completes));
}

void find_growing_queues(const Analysis& a, std::vector<Finding>& found) {
  std::vector<std::string> small;
  Finding nearly{"queue-nearly-balanced", Severity::note, Theme::waiting, {}, {}, {}};
  for (const Queue& queue : a.queues) {
    if (!queue.growth || *queue.growth <= 0 || queue.in.total <= 0) continue;
    if (*queue.growth / queue.in.total >= rounding_share) {
      found.push_back(
          {"queue-growing",
           Severity::warning,
           Theme::waiting,
           fmt::format("The queue at {} grows by {} a year: {} come, {} move on and {} complete.",
                       name_of(a.graph, queue.service), people(*queue.growth), report::number(queue.in.total),
                       report::number(queue.out.total), report::number(*queue.completes)),
           {a.graph.ids[queue.service]},
           {}});
    } else {
      small.push_back(size_of(a, queue));
      nearly.services.push_back(a.graph.ids[queue.service]);
    }
  }
  if (small.empty()) return;
  nearly.message = fmt::format(
      "Slightly more people come than leave, by less than a fifth, at {}. Either a queue grows "
      "slowly or the figures are rounded.",
      text::join_in_words(small));
  found.push_back(std::move(nearly));
}

void find_shrinking_queues(const Analysis& a, std::vector<Finding>& found) {
  std::vector<std::string> more_leave;
  Finding finding{"more-leave-than-come", Severity::note, Theme::waiting, {}, {}, {}};
  for (const Queue& queue : a.queues) {
    if (!queue.growth || *queue.growth >= 0 || a.graph.is_start(queue.service)) continue;
    more_leave.push_back(size_of(a, queue));
    finding.services.push_back(a.graph.ids[queue.service]);
  }
  if (more_leave.empty()) return;
  finding.message = fmt::format(
      "More people leave than come at {}. A queue is being worked off, or a flow that brings "
      "people is not on the map.",
      text::join_in_words(more_leave));
  found.push_back(std::move(finding));
}

void find_most_waiting(const Analysis& a, std::vector<Finding>& found) {
  std::vector<const Waiting*> ranked;
  double total = 0;
  for (const Waiting& waiting : a.waits) {
    if (waiting.person_weeks.value_or(0) <= 0) continue;
    ranked.push_back(&waiting);
    total += *waiting.person_weeks;
  }
  if (ranked.empty()) return;
  std::ranges::stable_sort(ranked, [](const auto* x, const auto* y) { return *x->person_weeks > *y->person_weeks; });
  if (ranked.size() > waits_named) ranked.resize(waits_named);
  Finding finding{"most-waiting", Severity::warning, Theme::waiting, {}, {}, {}};
  std::vector<std::string> parts;
  for (const Waiting* waiting : ranked) {
    const DrawnFlow& drawn = a.graph.flows[waiting->flow];
    parts.push_back(fmt::format("from {} ({} x {} days = {} person-weeks a year, {})",
                                flow_of(a.graph, drawn.from, drawn.to), people(*waiting->people),
                                report::number(*waiting->median_days), report::number(*waiting->person_weeks),
                                percent(*waiting->person_weeks / total)));
    finding.flows.push_back(flow_ids(a.graph, drawn.from, drawn.to));
  }
  finding.message = fmt::format("Most of the recorded waiting is done on the way {}.", text::join_in_words(parts));
  found.push_back(std::move(finding));
}

}  // namespace

void find_in_waiting(const Analysis& a, std::vector<Finding>& found) {
  find_most_waiting(a, found);
  find_growing_queues(a, found);
  find_shrinking_queues(a, found);
}

}  // namespace thrive::pathway
