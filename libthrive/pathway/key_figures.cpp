// SPDX-License-Identifier: MIT
#include "libthrive/pathway/key_figures.hpp"

#include <algorithm>

namespace thrive::pathway {

namespace {

double count(std::size_t number) { return static_cast<double>(number); }

std::size_t services_in_loops(const Analysis& a) {
  std::size_t sum = 0;
  for (const auto& loop : a.loops) sum += loop.size();
  return sum;
}

/// Most services behind one that is not a start.
std::size_t most_behind(const Analysis& a) {
  for (const Gatekeeper& gate : a.gatekeepers)
    if (!a.graph.is_start(gate.service)) return gate.behind.size();
  return 0;
}

std::optional<double> highest_fewest(const Analysis& a) {
  std::optional<double> highest;
  for (const auto& row : a.fewest_assessments)
    for (const auto& fewest : row)
      if (fewest) highest = std::max(highest.value_or(0), static_cast<double>(*fewest));
  return highest;
}

std::size_t open_doors(const Analysis& a) {
  return static_cast<std::size_t>(std::ranges::count_if(a.doors, [](const Door& door) {
    return std::ranges::all_of(door.access, [](const Access& access) { return access.reachable; });
  }));
}

std::optional<double> person_weeks(const Analysis& a) {
  Sum sum;
  for (const Waiting& waiting : a.waits) sum.add(waiting.person_weeks);
  return sum.recorded > 0 ? std::optional<double>(sum.total) : std::nullopt;
}

std::optional<double> sent_back(const Analysis& a) {
  Sum sum;
  for (const DrawnFlow& drawn : a.graph.flows)
    if (drawn.flow->kind == "return") sum.add(drawn.flow->per_year);
  return sum.known();
}

std::optional<double> growth(const Analysis& a) {
  std::optional<double> sum;
  for (const Queue& queue : a.queues)
    if (queue.growth && *queue.growth > 0) sum = sum.value_or(0) + *queue.growth;
  return sum;
}

}  // namespace

std::vector<KeyFigure> key_figures(const Analysis& a) {
  const auto most = a.most_assessments.count;
  return {
      {"services", "services on the map", count(a.graph.size())},
      {"flows", "flows", count(a.graph.flows.size())},
      {"unreachable", "services that nobody can get to", count(a.unreachable.size()), false, -1},
      {"dead_ends", "services that no flow leads on from", count(a.dead_ends.size()), false, -1},
      {"cannot_reach_end", "services from which no end can be reached", count(a.cannot_reach_end.size()), false, -1},
      {"in_loops", "services in loops", count(services_in_loops(a)), false, -1},
      {"two_way", "pairs that send to each other", count(a.two_way.size()), false, -1},
      {"sent_back", "people a year who are sent back", sent_back(a), false, -1},
      {"most_behind", "most services behind one that everybody must pass", count(most_behind(a)), false, -1},
      {"most_assessments", "assessments on the worst route", most ? std::optional<double>(*most) : std::nullopt, false,
       -1},
      {"fewest_assessments", "assessments on the best route, where it has most", highest_fewest(a), false, -1},
      {"open_doors", "starts from which all groupings can be reached", count(open_doors(a)), false, 1},
      {"cross_sector_share", "flows that cross from one sector to another", a.sectors.crossing_share(), true, 0},
      {"person_weeks", "person-weeks of recorded waiting a year", person_weeks(a), false, -1},
      {"queue_growth", "people a year by which queues grow", growth(a), false, -1},
  };
}

}  // namespace thrive::pathway
