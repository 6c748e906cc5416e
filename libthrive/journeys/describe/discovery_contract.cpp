// SPDX-License-Identifier: MIT
#include "libthrive/journeys/describe/discovery_contract.hpp"

#include <utility>

namespace thrive::journeys {

namespace {

using text::Value;

Value told(const Count& count) { return count.hidden ? Value("*") : Value(count.people); }

Value told(const Figure& figure) {
  if (figure.is_hidden()) return Value("*");
  return figure.is_known() ? Value(figure.value) : Value();
}

Value text_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }

Value list(Value::List items) { return Value(std::move(items)); }

/// The counts of activities that have any, by name.
Value by_name(const Discovery& discovery, Count ActivityFigures::*count) {
  Value map = Value::map();
  for (const ActivityFigures& activity : discovery.activities)
    if (activity.is_told && ((activity.*count).hidden || (activity.*count).people > 0))
      map.as_map()->emplace_back(activity.name, told(activity.*count));
  return map;
}

/// Adds what there is to say of how long something took; of nothing each figure is null.
Value spread(Value of, const TimeSpread& spread) {
  of.set("n", told(spread.n)).set("mean", told(spread.mean)).set("median", told(spread.median));
  return of.set("min", told(spread.min)).set("max", told(spread.max));
}

Value waits(const Discovery& discovery) {
  Value all = Value::list();
  for (const RecordedFlow& flow : discovery.flows) {
    Value one = spread(
        Value::map().set("from", discovery.activities[flow.from].name).set("to", discovery.activities[flow.to].name),
        flow.waits);
    one.set("sum", told(flow.waits.sum)).set("stdev", told(flow.waits.stdev)).set("p25", told(flow.waits.p25));
    one.set("p75", told(flow.waits.p75)).set("p90", told(flow.waits.p90)).set("p95", told(flow.waits.p95));
    all.push(std::move(one));
  }
  return all;
}

Value flows(const Discovery& discovery) {
  Value all = Value::list();
  for (const RecordedFlow& flow : discovery.flows)
    all.push(list({Value(discovery.activities[flow.from].name), Value(discovery.activities[flow.to].name),
                   told(flow.count), told(flow.cases)}));
  return all;
}

Value variants(const Discovery& discovery) {
  Value all = Value::list();
  for (const Variant& variant : discovery.variants) {
    Value steps = Value::list();
    for (const std::size_t step : variant.steps) steps.push(Value(discovery.activities[step].name));
    all.push(list({told(variant.cases), std::move(steps)}));
  }
  return all;
}

Value durations(const TimeSpread& durations) {
  Value all = spread(Value::map(), durations);
  all.set("p25", told(durations.p25)).set("p75", told(durations.p75)).set("p90", told(durations.p90));
  return all.set("p95", told(durations.p95));
}

Value stays_so_far(const JourneysFound& found) {
  Value all = Value::list();
  for (const Onward& onward : found.onward)
    all.push(Value::map()
                 .set("activity", found.discovery.activities[onward.activity].name)
                 .set("service", text_or_null(found.service_of[onward.activity]))
                 .set("moved_on", told(onward.moved_on))
                 .set("still_there", told(onward.still_there))
                 .set("negative", told(onward.negative))
                 .set("median_days", told(onward.median_days))
                 .set("kaplan_meier_median_days", told(onward.kaplan_meier_median_days)));
  return all;
}

Value service_flows(const std::vector<ServiceFlow>& flows) {
  Value all = Value::list();
  for (const ServiceFlow& flow : flows)
    all.push(list({Value(flow.from), Value(flow.to), told(flow.count), told(flow.cases)}));
  return all;
}

Value ids_of(const std::vector<ServiceFlow>& flows) {
  Value all = Value::list();
  for (const ServiceFlow& flow : flows) all.push(list({Value(flow.from), Value(flow.to)}));
  return all;
}

Value ends(const std::vector<JourneyEnd>& ends) {
  Value all = Value::list();
  for (const JourneyEnd& end : ends) all.push(list({Value(end.id), told(end.cases)}));
  return all;
}

Value against(const AgainstTheMap& map) {
  Value unmatched = Value::list();
  for (const UnmatchedActivity& activity : map.unmatched)
    unmatched.push(Value::map()
                       .set("activity", activity.activity)
                       .set("events", told(activity.events))
                       .set("nearest", text_or_null(activity.nearest)));
  Value waits = Value::list();
  for (const WaitOfFlow& wait : map.waits)
    waits.push(Value::map()
                   .set("from", wait.from)
                   .set("to", wait.to)
                   .set("drawn_median_days", wait.drawn_median_days)
                   .set("recorded_median_days", told(wait.recorded_median_days))
                   .set("n", told(wait.n)));
  return Value::map()
      .set("pathway", text_or_null(map.pathway))
      .set("unmatched", std::move(unmatched))
      .set("moves", told(map.moves))
      .set("stays", told(map.stays))
      .set("moves_on_drawn_flows", told(map.moves_on_drawn_flows))
      .set("move_coverage_percent", told(map.move_coverage_percent))
      .set("cases", told(map.cases))
      .set("cases_moves_drawn", told(map.cases_moves_drawn))
      .set("cases_all_drawn", told(map.cases_all_drawn))
      .set("case_coverage_percent", told(map.case_coverage_percent))
      .set("flows_drawn", map.flows_drawn)
      .set("flows_seen", told(map.flows_seen))
      .set("flow_use_percent", told(map.flow_use_percent))
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
                   .set("pairs", told(discovery.ties.pairs))
                   .set("tied", told(discovery.ties.tied))
                   .set("percent", told(discovery.tied_percent))
                   .set("decided", told(discovery.ties.decided))
                   .set("cases_left_out", told(discovery.ties.cases_left_out));
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
      .set("rows_read", told(discovery.rows.read))
      .set("rows_used", told(discovery.rows.used))
      .set("rows_missing", Value::map()
                               .set("case", told(discovery.rows.without_case))
                               .set("activity", told(discovery.rows.without_activity))
                               .set("timestamp", told(discovery.rows.without_time)))
      .set("unreadable_timestamps", told(discovery.rows.unreadable_times))
      .set("cases", told(discovery.cases))
      .set("variants_n", told(discovery.variants_n))
      .set("tied_adjacent_pairs", told(discovery.ties.tied))
      .set("negative_or_zero_waits", told(discovery.negative_or_zero_waits))
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
