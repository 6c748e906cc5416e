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

/// True when a reader who knows how the queue grows could work out a count that is hidden.
bool has_hidden_counts(const Analysis& a, const Queue& queue) {
  return queue.in.hidden > 0 || queue.out.hidden > 0 || a.graph.small.hides(queue.completes);
}

std::string size_of(const Analysis& a, const Queue& queue) {
  const text::SmallNumbers& small = a.graph.small;
  return fmt::format("{} ({} in, {} on, {} completed)", name_of(a.graph, queue.service),
                     report::people_total(queue.in, small), report::people_total(queue.out, small),
                     report::people_number(queue.completes, small));
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
                        {"growth", has_hidden_counts(a, queue) ? std::string() : people(*queue.growth, a.graph.small)},
                        {"in", report::people_total(queue.in, a.graph.small)},
                        {"out", report::people_total(queue.out, a.graph.small)},
                        {"completed", report::people_number(queue.completes, a.graph.small)},
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

/// `from A to B (420 people x 63 days = 3,780 person-weeks a year, 41%)`; what a hidden count could be worked out from
/// is left out.
std::string way_in_words(const Analysis& a, const Waiting& waiting, double total) {
  const DrawnFlow& drawn = a.graph.flows[waiting.flow];
  std::string words = fmt::format("from {} ({} x {} days", flow_of(a.graph, drawn.from, drawn.to),
                                  people(*waiting.people, a.graph.small), report::number(*waiting.median_days));
  if (a.graph.small.hides(waiting.people)) return words + ")";
  return words + fmt::format(" = {} person-weeks a year, {})", report::number(*waiting.person_weeks),
                             percent(*waiting.person_weeks / total));
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
  const bool names_all = ranked.size() <= waits_named;
  if (!names_all) ranked.resize(waits_named);
  std::vector<std::pair<std::string, std::string>> flows;
  std::vector<std::string> parts;
  double named = 0;
  for (const Waiting* waiting : ranked) {
    const DrawnFlow& drawn = a.graph.flows[waiting->flow];
    parts.push_back(way_in_words(a, *waiting, total));
    flows.push_back(flow_ids(a.graph, drawn.from, drawn.to));
    named += *waiting->person_weeks;
  }
  found.push_back({"most-waiting",
                   {},
                   {{"case", names_all           ? "all"
                             : 2 * named > total ? "majority"
                                                 : "largest"},
                    {"ways", list(parts)},
                    {"flows", evidence(flows)}}});
}

}  // namespace

void find_in_waiting(const Analysis& a, Found& found) {
  find_most_waiting(a, found);
  find_growing_queues(a, found);
  find_shrinking_queues(a, found);
}

}  // namespace thrive::pathway
