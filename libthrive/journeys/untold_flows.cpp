// SPDX-License-Identifier: MIT
#include "libthrive/journeys/untold_flows.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "libthrive/journeys/flow_network.hpp"

namespace thrive::journeys {

namespace {

/// Above so many numbers nothing is shown again once it is hidden: too much is hidden then, never too little.
constexpr std::size_t few_enough_to_show_again = 2000;

/// The network of a discovery: from the start of journeys to activities, through them, from one to the next, and to
/// the end.
class Chooser {
 public:
  Chooser(const Discovery& discovery, const EventTally& tally, const UntoldRule& rule)
      : discovery_(discovery), rule_(rule), network_(2 + 2 * discovery.activities.size(), arcs(tally)) {}

  ToldFlows choose() {
    for (bool is_safe = false; !is_safe;) {
      is_safe = true;
      for (std::size_t arc = 0; arc < network_.arcs().size(); ++arc)
        if (!mend(arc)) is_safe = false;
    }
    show_again();
    return told();
  }

 private:
  static constexpr std::size_t start = 0;
  static constexpr std::size_t end = 1;
  static std::size_t before(std::size_t activity) { return 2 + 2 * activity; }
  static std::size_t behind(std::size_t activity) { return 3 + 2 * activity; }

  std::vector<NetworkArc> arcs(const EventTally& tally) {
    const std::size_t activities = discovery_.activities.size();
    std::vector<std::int64_t> first(activities), last(activities);
    std::map<std::pair<std::size_t, std::size_t>, std::int64_t> without_order;
    for (std::size_t i = 0; i < tally.ways.size(); ++i) {
      const auto steps = way_of(tally.ways[i]).steps;
      first[steps.front()] += tally.ways.count(i);
      last[steps.back()] += tally.ways.count(i);
      for (std::size_t step = 1; step + 1 < steps.size(); ++step)
        if (steps[step] == no_order) without_order[{steps[step - 1], steps[step + 1]}] += tally.ways.count(i);
    }
    std::vector<NetworkArc> arcs;
    const auto add = [&](std::size_t from, std::size_t to, std::int64_t value, std::int64_t people) {
      NetworkArc arc{from, to, value, value, value, people >= rule_.from};
      if (rule_.nearest_five) {
        arc.least = std::max(rule_.from, (value + 2) / 5 * 5 - 2);
        arc.most = (value + 2) / 5 * 5 + 2;
      }
      small_.push_back(!arc.told);
      arcs.push_back(arc);
    };
    add(end, start, discovery_.cases.people, discovery_.cases.people);
    for (std::size_t a = 0; a < activities; ++a) {
      const ActivityFigures& activity = discovery_.activities[a];
      add(before(a), behind(a), activity.events.people, activity.cases.people);
      add(start, before(a), first[a], first[a]);
      add(behind(a), end, last[a], last[a]);
    }
    for (const RecordedFlow& flow : discovery_.flows)
      add(behind(flow.from), before(flow.to), flow.count.people, flow.cases.people);
    for (const auto& [pair, value] : without_order) add(behind(pair.first), before(pair.second), value, 0);
    return arcs;
  }

  /// By how much a number that is not told has to be uncertain, to either side.
  std::pair<std::int64_t, std::int64_t> needed(std::size_t arc) const {
    const std::int64_t value = network_.arcs()[arc].value;
    if (value < rule_.from) return {rule_.from - 1 - value, value};
    return {rule_.from - 1, 0};
  }

  bool is_safe(std::size_t arc) const {
    const NetworkArc& number = network_.arcs()[arc];
    if (number.told || number.value == 0) return true;
    const auto [larger, smaller] = needed(arc);
    const std::int64_t up = network_.could_be_larger_by(arc, larger);
    if (number.value < rule_.from) return up >= larger && network_.could_be_smaller_by(arc, smaller) >= smaller;
    return up + network_.could_be_smaller_by(arc, larger - up) >= larger;
  }

  /// Hides what gives a number away. True when nothing had to be hidden.
  bool mend(std::size_t arc) {
    bool had_to = false;
    while (!is_safe(arc)) {
      const auto [larger, smaller] = needed(arc);
      const bool of_larger = network_.could_be_larger_by(arc, larger) < larger;
      const std::vector<std::size_t> told = network_.in_the_way(arc, of_larger);
      if (told.empty()) break;
      for (const std::size_t at : told) network_.tell(at, false);
      had_to = true;
    }
    return !had_to;
  }

  /// Shows what need not be hidden after all, the largest first.
  void show_again() {
    const std::size_t count = network_.arcs().size();
    if (count > few_enough_to_show_again) return;
    std::vector<std::size_t> hidden;
    for (std::size_t arc = 0; arc < count; ++arc)
      if (!network_.arcs()[arc].told && !small_[arc]) hidden.push_back(arc);
    std::stable_sort(hidden.begin(), hidden.end(),
                     [&](std::size_t a, std::size_t b) { return network_.arcs()[a].value > network_.arcs()[b].value; });
    for (const std::size_t arc : hidden) {
      network_.tell(arc, true);
      for (std::size_t other = 0; other < count; ++other) {
        if (is_safe(other)) continue;
        network_.tell(arc, false);
        break;
      }
    }
  }

  ToldFlows told() const {
    const std::size_t activities = discovery_.activities.size();
    ToldFlows told;
    const auto is_told = [&](std::size_t arc) { return network_.arcs()[arc].told; };
    told.cases = is_told(0);
    for (std::size_t a = 0; a < activities; ++a) {
      told.events.push_back(is_told(1 + 3 * a));
      told.starts.push_back(is_told(2 + 3 * a));
      told.ends.push_back(is_told(3 + 3 * a));
    }
    for (std::size_t flow = 0; flow < discovery_.flows.size(); ++flow)
      told.flows.push_back(is_told(1 + 3 * activities + flow));
    for (std::size_t arc = 0; arc < network_.arcs().size(); ++arc)
      if (!is_told(arc) && network_.arcs()[arc].value > 0) ++(small_[arc] ? told.small : told.secondary);
    return told;
  }

  const Discovery& discovery_;
  const UntoldRule& rule_;
  std::vector<bool> small_;  // by arc
  FlowNetwork network_;
};

}  // namespace

ToldFlows choose_told(const Discovery& discovery, const EventTally& tally, const UntoldRule& rule) {
  return Chooser(discovery, tally, rule).choose();
}

}  // namespace thrive::journeys
