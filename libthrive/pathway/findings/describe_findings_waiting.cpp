// SPDX-License-Identifier: MIT
//
// Findings about queues that grow and where most of the waiting is done.
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/pathway/findings/evidence.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

/// A queue that grows by less than this share of those who come may be rounding in workshop figures.
constexpr double rounding_share = 0.2;
constexpr std::size_t waits_named = 3;

std::string size_of(const Analysis& a, const Queue& queue) {
  return fmt::format("{} ({} in, {} on, {} completed)", name_of(a.graph, queue.service), report::number(queue.in.total),
                     report::number(queue.out.total), report::number(*queue.completes));
}

void find_growing_queues(const Analysis& a, Found& found) {
  std::vector<std::string> small;
  std::vector<Node> nearly;
  for (const Queue& queue : a.queues) {
    if (!queue.growth || *queue.growth <= 0 || queue.in.total <= 0) continue;
    if (*queue.growth / queue.in.total >= rounding_share) {
      found.push_back({"queue-growing",
                       {},
                       {{"service", name_of(a.graph, queue.service)},
                        {"growth", people(*queue.growth)},
                        {"in", report::number(queue.in.total)},
                        {"out", report::number(queue.out.total)},
                        {"completed", report::number(*queue.completes)},
                        {"services", evidence(a.graph, {queue.service})}}});
    } else {
      small.push_back(size_of(a, queue));
      nearly.push_back(queue.service);
    }
  }
  if (small.empty()) return;
  found.push_back({"queue-nearly-balanced", {}, {{"queues", list(small)}, {"services", evidence(a.graph, nearly)}}});
}

void find_shrinking_queues(const Analysis& a, Found& found) {
  std::vector<std::string> more_leave;
  std::vector<Node> services;
  for (const Queue& queue : a.queues) {
    if (!queue.growth || *queue.growth >= 0 || a.graph.is_start(queue.service)) continue;
    more_leave.push_back(size_of(a, queue));
    services.push_back(queue.service);
  }
  if (more_leave.empty()) return;
  found.push_back(
      {"more-leave-than-come", {}, {{"queues", list(more_leave)}, {"services", evidence(a.graph, services)}}});
}

void find_most_waiting(const Analysis& a, Found& found) {
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
  std::vector<std::pair<std::string, std::string>> flows;
  std::vector<std::string> parts;
  for (const Waiting* waiting : ranked) {
    const DrawnFlow& drawn = a.graph.flows[waiting->flow];
    parts.push_back(fmt::format("from {} ({} x {} days = {} person-weeks a year, {})",
                                flow_of(a.graph, drawn.from, drawn.to), people(*waiting->people),
                                report::number(*waiting->median_days), report::number(*waiting->person_weeks),
                                percent(*waiting->person_weeks / total)));
    flows.push_back(flow_ids(a.graph, drawn.from, drawn.to));
  }
  found.push_back({"most-waiting", {}, {{"ways", list(parts)}, {"flows", evidence(flows)}}});
}

}  // namespace

void find_in_waiting(const Analysis& a, Found& found) {
  find_most_waiting(a, found);
  find_growing_queues(a, found);
  find_shrinking_queues(a, found);
}

}  // namespace thrive::pathway
