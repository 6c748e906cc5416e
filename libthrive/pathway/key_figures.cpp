// SPDX-License-Identifier: MIT
#include "libthrive/pathway/key_figures.hpp"

#include <algorithm>
#include <map>
#include <utility>

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

std::string name_of(const Graph& graph, const DrawnFlow& drawn) {
  return graph.ids[drawn.from] + " -> " + graph.ids[drawn.to];
}

/// A sum as a figure, made part by part.
struct Summed {
  KeyFigure figure;
  Summed(std::string_view id, std::string_view meaning, std::string_view part) {
    figure.id = id;
    figure.meaning = meaning;
    figure.better = -1;
    figure.part_of = part;
  }
  void add(const std::string& name, const std::optional<double>& part, bool is_hidden) {
    if (!part) return figure.missing.push_back(name);
    figure.summed.emplace_back(name, *part);
    figure.value = figure.value.value_or(0) + *part;
    figure.has_hidden = figure.has_hidden || is_hidden;
    if (!is_hidden) figure.shown += *part;
  }
};

KeyFigure person_weeks(const Analysis& a) {
  Summed sum("person_weeks", "person-weeks of recorded waiting a year", "flow");
  for (const Waiting& waiting : a.waits)
    if (!waiting.visits)
      sum.add(name_of(a.graph, a.graph.flows[waiting.flow]), waiting.person_weeks, a.graph.small.hides(waiting.people));
  return sum.figure;
}

KeyFigure sent_back(const Analysis& a) {
  Summed sum("sent_back", "people a year who are sent back", "flow");
  for (const DrawnFlow& drawn : a.graph.flows) {
    if (drawn.flow->kind != "return" || drawn.flow->counts_visits()) continue;
    sum.add(name_of(a.graph, drawn), drawn.flow->per_year, a.graph.small.hides(drawn.flow->per_year));
  }
  if (sum.figure.summed.empty() && sum.figure.missing.empty()) sum.figure.value = 0;  // nobody is
  return sum.figure;
}

bool has_growing(const Analysis& a) {
  return std::ranges::any_of(a.queues, [](const Queue& queue) { return queue.growth.value_or(0) > 0; });
}

KeyFigure growth(const Analysis& a) {
  Summed sum("queue_growth", "people a year by which queues grow", "service");
  for (const Queue& queue : a.queues) {
    const bool is_hidden = queue.in.hidden > 0 || queue.out.hidden > 0 || a.graph.small.hides(queue.completes);
    std::optional<double> growing;
    if (queue.growth) growing = std::max(0.0, *queue.growth);
    sum.add(a.graph.ids[queue.service], growing, is_hidden && growing > 0.0);
  }
  if (!has_growing(a)) sum.figure.value.reset();
  return sum.figure;
}

}  // namespace

bool can_compare(const KeyFigure& a, const KeyFigure& b) {
  if ((a.missing.empty() && b.missing.empty()) || (!a.value && !b.value)) return true;
  const auto has_same_name = [](const auto& one, const auto& other) { return one.first == other.first; };
  return a.missing == b.missing && std::ranges::equal(a.summed, b.summed, has_same_name);
}

CommonPart common_part(const KeyFigure& a, const KeyFigure& b) {
  std::map<std::string_view, double> of_b;
  for (const auto& [name, figure] : b.summed) of_b[name] += figure;
  std::map<std::string_view, double> of_a;
  for (const auto& [name, figure] : a.summed) of_a[name] += figure;
  CommonPart common;
  for (const auto& [name, figure] : of_a) {
    const auto other = of_b.find(name);
    if (other == of_b.end()) continue;
    common.a += figure;
    common.b += other->second;
    ++common.count;
  }
  return common;
}

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
      sent_back(a),
      {"most_behind", "most services behind one that everybody must pass", count(most_behind(a)), false, -1},
      {"most_assessments", "assessments on the worst route", most ? std::optional<double>(*most) : std::nullopt, false,
       -1},
      {"fewest_assessments", "assessments on the best route, where it has most", highest_fewest(a), false, -1},
      {"open_doors", "starts from which all groupings can be reached", count(open_doors(a)), false, 1},
      {"cross_sector_share", "flows that cross from one sector to another", a.sectors.crossing_share(), true, 0},
      person_weeks(a),
      growth(a),
  };
}

}  // namespace thrive::pathway
