// SPDX-License-Identifier: MIT
#include "libthrive/journeys/untold.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "libthrive/journeys/untold_flows.hpp"

namespace thrive::journeys {

namespace {

constexpr double seconds_a_day = 86400;

/// Takes small numbers out of what was found, part by part.
class Hiding {
 public:
  Hiding(JourneysFound& found, const EventTally& tally, const UntoldRule& rule)
      : found_(found), rule_(rule), told_(choose_told(found.discovery, tally, rule)) {}

  void hide() {
    found_.suppression = rule_.name;
    found_.untold = told_.small + told_.secondary;
    found_.untold_so_that = told_.secondary;
    // The map first: its sums are told where all that they are made of is.
    if (found_.map) hide_map(*found_.map);
    hide_stays();
    hide_discovery(found_.discovery);
  }

 private:
  void count(Count& number) const { number = shown(number.people); }

  Count shown(std::int64_t people) const {
    if (people < rule_.from) return Count::untold();
    return rule_.nearest_five ? (people + 2) / 5 * 5 : people;
  }

  Count shown_if(bool told, const Count& number) const { return told ? shown(number.people) : Count::untold(); }

  /// In steps that stand for five people or more.
  static Figure share(const Figure& percent, const Count& part, const Count& whole, std::int64_t from) {
    if (!percent.is_known()) return percent;
    const std::int64_t n = whole.people;
    if (n < 20 || part.people < from) return Figure::untold();
    const double step = n >= 500 ? 1 : n >= 250 ? 2 : n >= 100 ? 5 : n >= 50 ? 10 : 25;
    return std::round(percent.value / step) * step;
  }

  /// Whole days, of so many people or more.
  static Figure days(const Figure& figure, double day, std::int64_t people, std::int64_t from) {
    if (!figure.is_known()) return figure;
    return people < from ? Figure::untold() : Figure(std::round(figure.value / day) * day);
  }

  void spread(TimeSpread& spread, std::int64_t people) const {
    constexpr std::int64_t enough_for_the_longest = 20;
    for (Figure* figure : {&spread.mean, &spread.median, &spread.p25, &spread.p75})
      *figure = days(*figure, seconds_a_day, people, rule_.from);
    for (Figure* figure : {&spread.p90, &spread.p95})
      *figure = days(*figure, seconds_a_day, people, enough_for_the_longest);
    for (Figure* figure : {&spread.min, &spread.max, &spread.sum, &spread.stdev})
      if (figure->is_known()) *figure = Figure::untold();
  }

  void hide_discovery(Discovery& discovery) {
    LogRows& rows = discovery.rows;
    for (Count* number : {&rows.read, &rows.used, &rows.without_case, &rows.without_activity, &rows.without_time,
                          &rows.unreadable_times, &rows.without_start, &rows.without_order, &discovery.variants_n,
                          &discovery.negative_or_zero_waits, &discovery.ties.decided, &discovery.ties.cases_left_out})
      count(*number);
    discovery.tied_percent = share(discovery.tied_percent, discovery.ties.tied, discovery.ties.pairs, rule_.from);
    count(discovery.ties.tied);
    discovery.ties.pairs = Count::untold();  // the sum of all flows
    const std::int64_t cases = discovery.durations.n.people;
    spread(discovery.durations, cases);
    discovery.durations.n = discovery.cases = shown_if(told_.cases, discovery.cases);
    hide_flows(discovery);
    for (std::size_t i = 0; i < discovery.activities.size(); ++i) hide_activity(discovery.activities[i], i);
    std::erase_if(discovery.variants, [&](const Variant& variant) { return variant.cases.people < rule_.from; });
    for (Variant& variant : discovery.variants)
      variant.cases = shown_if(rule_.nearest_five, variant.cases);  // exact ones would add up to what is hidden
  }

  void hide_activity(ActivityFigures& activity, std::size_t position) const {
    activity.is_told = activity.cases.people >= rule_.from;
    activity.events = shown_if(told_.events[position], activity.events);
    activity.starts = shown_if(told_.starts[position], activity.starts);
    activity.ends = shown_if(told_.ends[position], activity.ends);
    count(activity.rework);
    activity.self_loops = Count::untold();
    for (const RecordedFlow& flow : found_.discovery.flows)
      if (flow.from == position && flow.to == position) activity.self_loops = flow.count;
    activity.cases = Count::untold();
  }

  /// Flows of fewer people are left out altogether: a line for each would tell that somebody went there.
  void hide_flows(Discovery& discovery) const {
    std::vector<RecordedFlow> kept;
    for (std::size_t i = 0; i < discovery.flows.size(); ++i) {
      RecordedFlow flow = discovery.flows[i];
      const std::int64_t people = flow.cases.people;
      if (people < rule_.from) continue;
      spread(flow.waits, people);
      flow.count = flow.waits.n = shown_if(told_.flows[i], flow.count);
      flow.cases = shown_if(told_.flows[i], flow.cases);
      kept.push_back(flow);
    }
    discovery.flows = std::move(kept);
  }

  void hide_stays() const {
    for (Onward& onward : found_.onward) {
      // Moves are not people: of one who came back often there are many.
      std::int64_t people = 0;
      for (const RecordedFlow& flow : found_.discovery.flows)
        if (flow.from == onward.activity) people = std::max(people, flow.cases.people);
      onward.median_days = days(onward.median_days, 1, people, rule_.from);
      onward.kaplan_meier_median_days = days(onward.kaplan_meier_median_days, 1, people, rule_.from);
      onward.moved_on = onward.still_there = onward.negative = Count::untold();
    }
    std::erase_if(found_.onward, [&](const Onward& onward) {
      return found_.discovery.activities[onward.activity].cases.people < rule_.from;
    });
  }

  /// Of every flow between services: whether all flows between activities that it is made of are told.
  std::map<std::pair<std::string, std::string>, bool> told_service_flows() const {
    std::map<std::pair<std::string, std::string>, bool> told;
    for (std::size_t i = 0; i < found_.discovery.flows.size(); ++i) {
      const RecordedFlow& flow = found_.discovery.flows[i];
      const auto services = std::pair(found_.service_of[flow.from], found_.service_of[flow.to]);
      told.emplace(services, true).first->second &= told_.flows[i];
    }
    return told;
  }

  bool all_told(const std::vector<bool>& told, const std::string& id) const {
    for (std::size_t i = 0; i < told.size(); ++i) {
      const std::string& service = found_.service_of[i];
      if ((service.empty() ? found_.discovery.activities[i].name : service) == id && !told[i]) return false;
    }
    return true;
  }

  void hide_ends(std::vector<JourneyEnd>& ends, const std::vector<bool>& told) const {
    std::erase_if(ends, [&](const JourneyEnd& end) { return end.cases.people < rule_.from; });
    for (JourneyEnd& end : ends) end.cases = shown_if(all_told(told, end.id), end.cases);
  }

  void hide_map(AgainstTheMap& map) const {
    map.move_coverage_percent = share(map.move_coverage_percent, map.moves_on_drawn_flows, map.moves, rule_.from);
    map.case_coverage_percent = share(map.case_coverage_percent, map.cases_all_drawn, map.cases, rule_.from);
    map.moves = map.stays = map.moves_on_drawn_flows = Count::untold();
    map.cases_moves_drawn = map.cases_all_drawn = Count::untold();
    map.cases = shown_if(told_.cases, map.cases);
    std::erase_if(map.unmatched, [&](const UnmatchedActivity& activity) { return activity.cases.people < rule_.from; });
    for (UnmatchedActivity& activity : map.unmatched) {
      activity.events = shown_if(all_told(told_.events, activity.activity), activity.events);
      activity.cases = Count::untold();
    }
    const auto told = told_service_flows();
    const auto is_told = [&](const std::string& from, const std::string& to) {
      const auto flow = told.find({from, to});
      return flow != told.end() && flow->second;
    };
    std::erase_if(map.waits, [&](const WaitOfFlow& wait) { return wait.cases.people < rule_.from; });
    for (WaitOfFlow& wait : map.waits) {
      wait.recorded_median_days = days(wait.recorded_median_days, 1, wait.cases.people, rule_.from);
      wait.n = shown_if(is_told(wait.from, wait.to), wait.n);
      wait.cases = Count::untold();
    }
    // Whether nobody or somebody went a drawn way is a small number too.
    for (const ServiceFlow& flow : map.drawn) {
      if (flow.cases.people >= rule_.from) continue;
      map.drawn_seldom_seen.push_back({flow.from, flow.to, Count::untold(), Count::untold()});
    }
    map.drawn_never_seen.clear();
    map.flows_seen = map.flows_drawn - static_cast<std::int64_t>(map.drawn_seldom_seen.size());
    map.flow_use_percent = percent_of(map.flows_seen, map.flows_drawn);
    for (std::vector<ServiceFlow>* flows : {&map.drawn, &map.seen_not_drawn}) {
      std::erase_if(*flows, [&](const ServiceFlow& flow) { return flow.cases.people < rule_.from; });
      for (ServiceFlow& flow : *flows) {
        flow.count = shown_if(is_told(flow.from, flow.to), flow.count);
        flow.cases = shown_if(is_told(flow.from, flow.to), flow.cases);
      }
    }
    hide_ends(map.starts_not_drawn, told_.starts);
    hide_ends(map.ends_not_drawn, told_.ends);
  }

  JourneysFound& found_;
  const UntoldRule& rule_;
  ToldFlows told_;
};

}  // namespace

void leave_untold(JourneysFound& found, const EventTally& tally, const UntoldRule& rule) {
  Hiding(found, tally, rule).hide();
}

}  // namespace thrive::journeys
