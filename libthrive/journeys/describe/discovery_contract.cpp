// SPDX-License-Identifier: MIT
#include "libthrive/journeys/describe/discovery_contract.hpp"

#include <utility>

#include "libthrive/journeys/describe/told.hpp"

namespace thrive::journeys {

namespace {

using text::Value;

Value text_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }

Value list(Value::List items) { return Value(std::move(items)); }

/// The counts of activities that have any, by name.
Value by_name(const Discovery& discovery, Count ActivityFigures::*count) {
  Value map = Value::map();
  for (const ActivityFigures& activity : discovery.activities)
    if (activity.is_told && ((activity.*count).hidden || (activity.*count).people > 0))
      map.as_map()->emplace_back(activity.name, value_of(activity.*count));
  return map;
}

/// Adds what there is to say of how long something took; of nothing each figure is null.
Value spread(Value of, const TimeSpread& spread) {
  of.set("n", value_of(spread.n)).set("mean", value_of(spread.mean)).set("median", value_of(spread.median));
  return of.set("min", value_of(spread.min)).set("max", value_of(spread.max));
}

Value waits(const Discovery& discovery) {
  Value all = Value::list();
  for (const RecordedFlow& flow : discovery.flows) {
    Value one = spread(
        Value::map().set("from", discovery.activities[flow.from].name).set("to", discovery.activities[flow.to].name),
        flow.waits);
    one.set("sum", value_of(flow.waits.sum))
        .set("stdev", value_of(flow.waits.stdev))
        .set("p25", value_of(flow.waits.p25));
    one.set("p75", value_of(flow.waits.p75)).set("p90", value_of(flow.waits.p90)).set("p95", value_of(flow.waits.p95));
    all.push(std::move(one));
  }
  return all;
}

Value flows(const Discovery& discovery) {
  Value all = Value::list();
  for (const RecordedFlow& flow : discovery.flows)
    all.push(list({Value(discovery.activities[flow.from].name), Value(discovery.activities[flow.to].name),
                   value_of(flow.count), value_of(flow.cases)}));
  return all;
}

Value variants(const Discovery& discovery) {
  Value all = Value::list();
  for (const Variant& variant : discovery.variants) {
    Value steps = Value::list();
    for (const std::size_t step : variant.steps) steps.push(Value(discovery.activities[step].name));
    all.push(list({value_of(variant.cases), std::move(steps)}));
  }
  return all;
}

Value durations(const TimeSpread& durations) {
  Value all = spread(Value::map(), durations);
  all.set("p25", value_of(durations.p25)).set("p75", value_of(durations.p75)).set("p90", value_of(durations.p90));
  return all.set("p95", value_of(durations.p95));
}

Value stays_so_far(const JourneysFound& found) {
  Value all = Value::list();
  for (const Onward& onward : found.onward)
    all.push(Value::map()
                 .set("activity", found.discovery.activities[onward.activity].name)
                 .set("service", text_or_null(found.service_of[onward.activity]))
                 .set("moved_on", value_of(onward.moved_on))
                 .set("still_there", value_of(onward.still_there))
                 .set("negative", value_of(onward.negative))
                 .set("median_days", value_of(onward.median_days))
                 .set("kaplan_meier_median_days", value_of(onward.kaplan_meier_median_days)));
  return all;
}

Value service_flows(const std::vector<ServiceFlow>& flows) {
  Value all = Value::list();
  for (const ServiceFlow& flow : flows)
    all.push(list({Value(flow.from), Value(flow.to), value_of(flow.count), value_of(flow.cases)}));
  return all;
}

Value ids_of(const std::vector<ServiceFlow>& flows) {
  Value all = Value::list();
  for (const ServiceFlow& flow : flows) all.push(list({Value(flow.from), Value(flow.to)}));
  return all;
}

Value ends(const std::vector<JourneyEnd>& ends) {
  Value all = Value::list();
  for (const JourneyEnd& end : ends) all.push(list({Value(end.id), value_of(end.cases)}));
  return all;
}

Value against(const AgainstTheMap& map) {
  Value unmatched = Value::list();
  for (const UnmatchedActivity& activity : map.unmatched)
    unmatched.push(Value::map()
                       .set("activity", activity.activity)
                       .set("events", value_of(activity.events))
                       .set("nearest", text_or_null(activity.nearest)));
  Value waits = Value::list();
  for (const WaitOfFlow& wait : map.waits)
    waits.push(Value::map()
                   .set("from", wait.from)
                   .set("to", wait.to)
                   .set("drawn_median_days", wait.drawn_median_days)
                   .set("recorded_median_days", value_of(wait.recorded_median_days))
                   .set("n", value_of(wait.n)));
  return Value::map()
      .set("pathway", text_or_null(map.pathway))
      .set("unmatched", std::move(unmatched))
      .set("moves", value_of(map.moves))
      .set("stays", value_of(map.stays))
      .set("moves_on_drawn_flows", value_of(map.moves_on_drawn_flows))
      .set("move_coverage_percent", value_of(map.move_coverage_percent))
      .set("cases", value_of(map.cases))
      .set("cases_moves_drawn", value_of(map.cases_moves_drawn))
      .set("cases_all_drawn", value_of(map.cases_all_drawn))
      .set("case_coverage_percent", value_of(map.case_coverage_percent))
      .set("flows_drawn", map.flows_drawn)
      .set("flows_seen", value_of(map.flows_seen))
      .set("flow_use_percent", value_of(map.flow_use_percent))
      .set("drawn", service_flows(map.drawn))
      .set("seen_not_drawn", service_flows(map.seen_not_drawn))
      .set("drawn_never_seen", ids_of(map.drawn_never_seen))
      .set("drawn_seldom_seen", ids_of(map.drawn_seldom_seen))
      .set("starts_not_drawn", ends(map.starts_not_drawn))
      .set("ends_not_drawn", ends(map.ends_not_drawn))
      .set("waits", std::move(waits));
}

}  // namespace

Value discovery_contract(const JourneysFound& found) {
  const Discovery& discovery = found.discovery;
  Value columns = Value::map()
                      .set("case", found.columns.of_case)
                      .set("activity", found.columns.activity)
                      .set("time", found.columns.time)
                      .set("start", text_or_null(found.columns.start))
                      .set("order", text_or_null(found.columns.order));
  Value ties = Value::map()
                   .set("rule", model::word(found.rule))
                   .set("pairs", value_of(discovery.ties.pairs))
                   .set("tied", value_of(discovery.ties.tied))
                   .set("percent", value_of(discovery.tied_percent))
                   .set("decided", value_of(discovery.ties.decided))
                   .set("cases_left_out", value_of(discovery.ties.cases_left_out));
  return Value::map()
      .set("format", 1)
      .set("command", "pathway-map discover")
      .set("log", text_or_null(found.log))
      .set("as_of", text::format_date(found.as_of))
      .set("columns", std::move(columns))
      .set("suppression", Value::map()
                              .set("rule", found.suppression)
                              .set("hidden", found.untold.people)
                              .set("secondary", found.untold_so_that.people))
      .set("ties", std::move(ties))
      .set("rows_read", value_of(discovery.rows.read))
      .set("rows_used", value_of(discovery.rows.used))
      .set("rows_missing", Value::map()
                               .set("case", value_of(discovery.rows.without_case))
                               .set("activity", value_of(discovery.rows.without_activity))
                               .set("timestamp", value_of(discovery.rows.without_time)))
      .set("unreadable_timestamps", value_of(discovery.rows.unreadable_times))
      .set("cases", value_of(discovery.cases))
      .set("variants_n", value_of(discovery.variants_n))
      .set("tied_adjacent_pairs", value_of(discovery.ties.tied))
      .set("negative_or_zero_waits", value_of(discovery.negative_or_zero_waits))
      .set("activities", by_name(discovery, &ActivityFigures::events))
      .set("start_activities", by_name(discovery, &ActivityFigures::starts))
      .set("end_activities", by_name(discovery, &ActivityFigures::ends))
      .set("rework_cases", by_name(discovery, &ActivityFigures::rework))
      .set("self_loops", by_name(discovery, &ActivityFigures::self_loops))
      .set("dfg", flows(discovery))
      .set("performance_seconds", waits(discovery))
      .set("variants_top50", variants(discovery))
      .set("case_duration_seconds", durations(discovery.durations))
      .set("onward", stays_so_far(found))
      .set("map", found.map ? against(*found.map) : Value());
}

}  // namespace thrive::journeys
