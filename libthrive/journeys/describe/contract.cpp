// SPDX-License-Identifier: MIT
#include "libthrive/journeys/describe/contract.hpp"

#include <utility>

#include "libthrive/journeys/describe/told.hpp"
#include "libthrive/model/words.hpp"

namespace thrive::journeys {

namespace {

using text::Value;

Value value_of(const std::optional<Count>& count) { return count ? value_of(*count) : Value(); }

Value value_of(text::Date date) { return Value(text::format_date(date)); }

Value value_of(const NamedCounts& counts) {
  Value value = Value::map();
  for (const auto& [name, count] : counts) value.set(name, value_of(count));
  return value;
}

Value value_of(const Rate& rate) {
  return Value::map()
      .set("percent", value_of(rate.percent))
      .set("lower", value_of(rate.lower))
      .set("upper", value_of(rate.upper));
}

Value value_of(const CurveDay& day) {
  return Value::map()
      .set("days", value_of(day.days))
      .set("lower", value_of(day.lower))
      .set("upper", value_of(day.upper));
}

Value value_of(const Spread& spread) {
  return Value::map()
      .set("n", value_of(spread.n))
      .set("mean", value_of(spread.mean))
      .set("p25", value_of(spread.p25))
      .set("median", value_of(spread.median))
      .set("p75", value_of(spread.p75))
      .set("p90", value_of(spread.p90))
      .set("p92", value_of(spread.p92));
}

Value value_of(const Share& share) {
  Value value =
      Value::map().set("numerator", value_of(share.numerator)).set("denominator", value_of(share.denominator));
  value.set("percent", value_of(share.rate.percent));
  value.set("lower", value_of(share.rate.lower));
  value.set("upper", value_of(share.rate.upper));
  return value;
}

Value value_of(const AtDay& at) {
  return Value::map()
      .set("day", at.day)
      .set("at_risk", value_of(at.at_risk))
      .set("seen_if_none_left", value_of(at.seen_if_none_left))
      .set("seen", value_of(at.seen))
      .set("left", value_of(at.left))
      .set("waiting", Value::map().set("percent", value_of(at.waiting)));
}

Value value_of(const Group& group, int day) {
  Value value = Value::map();
  value.set("value", Value(group.value));
  value.set("n", value_of(group.n));
  value.set("completed", value_of(group.completed));
  value.set("waiting", value_of(group.waiting));
  value.set("left", value_of(group.left));
  value.set("completed_median", value_of(group.completed_median));
  value.set("kaplan_meier_median", value_of(group.kaplan_meier_median));
  value.set("seen", Value::map()
                        .set("day", day)
                        .set("percent", value_of(group.seen.percent))
                        .set("lower", value_of(group.seen.lower))
                        .set("upper", value_of(group.seen.upper)));
  return value;
}

Value value_of(const Split& split, int day) {
  Value groups = Value::list();
  for (const Group& group : split.groups) groups.push(value_of(group, day));
  Value test;
  if (split.log_rank)
    test = Value::map()
               .set("chi_square", value_of(split.log_rank->chi_square))
               .set("df", split.log_rank->df)
               .set("p", value_of(split.log_rank->p));
  return Value::map()
      .set("by", split.by)
      .set("unknown_completed_percent", value_of(split.unknown_completed_percent))
      .set("unknown_others_percent", value_of(split.unknown_others_percent))
      .set("recorded_late", split.recorded_late)
      .set("groups", std::move(groups))
      .set("log_rank", std::move(test));
}

Value value_of(const Cohort& cohort) {
  Value value = Value::map();
  value.set("from", value_of(cohort.from));
  value.set("to", value_of(cohort.to));
  value.set("n", value_of(cohort.n));
  value.set("seen", value_of(cohort.seen));
  value.set("left", value_of(cohort.left));
  value.set("waiting", value_of(cohort.waiting));
  value.set("matured", cohort.matured);
  value.set("percent_seen", value_of(cohort.seen_rate.percent));
  value.set("lower", value_of(cohort.seen_rate.lower));
  value.set("upper", value_of(cohort.seen_rate.upper));
  return value;
}

Value value_of(const Week& week) {
  return Value::map()
      .set("week", value_of(week.monday))
      .set("complete", week.complete)
      .set("provisional", week.provisional)
      .set("received", value_of(week.received))
      .set("stopped", value_of(week.stopped))
      .set("within", value_of(week.within))
      .set("median_wait", value_of(week.median_wait))
      .set("left", value_of(week.left))
      .set("waiting_at_end", value_of(week.waiting_at_end));
}

Value value_of(const Queue& queue) {
  Value value = Value::map();
  value.set("weeks", queue.weeks);
  value.set("from", value_of(queue.from));
  value.set("to", value_of(queue.to));
  value.set("demand_per_week", value_of(queue.demand_per_week));
  value.set("stops_per_week", value_of(queue.stops_per_week));
  value.set("removals_per_week", value_of(queue.removals_per_week));
  value.set("load", value_of(queue.load));
  value.set("dispersion_demand", value_of(queue.dispersion_demand));
  value.set("dispersion_removals", value_of(queue.dispersion_removals));
  value.set("waiting", value_of(queue.waiting));
  value.set("target_wait_weeks", value_of(queue.target_wait_weeks));
  value.set("target_mean_wait_weeks", value_of(queue.target_mean_wait_weeks));
  value.set("target_queue", value_of(queue.target_queue));
  value.set("queue_ratio", value_of(queue.queue_ratio));
  value.set("relief_per_week", value_of(queue.relief_per_week));
  value.set("target_capacity_per_week", value_of(queue.target_capacity_per_week));
  value.set("mean_wait_of_waiting_weeks", value_of(queue.mean_wait_of_waiting_weeks));
  value.set("pressure", value_of(queue.pressure));
  value.set("little", Value::map()
                          .set("mean_list", value_of(queue.little.mean_list))
                          .set("arrivals_per_day", value_of(queue.little.arrivals_per_day))
                          .set("mean_wait_days", value_of(queue.little.mean_wait_days))
                          .set("expected_list", value_of(queue.little.expected_list))
                          .set("ratio", value_of(queue.little.ratio)));
  return value;
}

Value value_of(const SecondWait& second) {
  return Value::map()
      .set("n", value_of(second.n))
      .set("completed", value_of(second.completed))
      .set("waiting", value_of(second.waiting))
      .set("left", Value::map().set("n", value_of(second.left)))
      .set("kaplan_meier", Value::map().set("median", value_of(second.median)));
}

Value value_of(const Comparison& comparison) {
  Value days = Value::map(), weeks = Value::list();
  for (const ChangedDays& role : comparison.days)
    days.set(std::string(role.role), Value::map()
                                         .set("typed_since", value_of(role.typed_since))
                                         .set("removed", value_of(role.removed))
                                         .set("altered", value_of(role.altered)));
  for (const WeekTwice& week : comparison.weeks)
    weeks.push(Value::map()
                   .set("week", value_of(week.monday))
                   .set("received_then", value_of(week.received_then))
                   .set("received_now", value_of(week.received_now))
                   .set("stopped_then", value_of(week.stopped_then))
                   .set("stopped_now", value_of(week.stopped_now)));
  return Value::map()
      .set("earlier_as_of", value_of(comparison.earlier))
      .set("in_both", value_of(comparison.in_both))
      .set("added", value_of(comparison.added))
      .set("gone", value_of(comparison.gone))
      .set("dates", std::move(days))
      .set("weeks", std::move(weeks))
      .set("suggested_provisional_weeks", comparison.suggested_provisional_weeks);
}

template <class T>
Value list_of(const std::vector<T>& items) {
  Value list = Value::list();
  for (const T& item : items) list.push(value_of(item));
  return list;
}

Value value_of(const Quality& quality) {
  Value value = Value::map();
  value.set("rows", value_of(quality.rows));
  for (const WayOut& way : ways_out) value.set(std::string(way.name), value_of(quality.*way.count));
  value.set("analysed", value_of(quality.analysed));
  value.set("conflicting_duplicates", value_of(quality.conflicting_duplicates));
  value.set("second_before_first", value_of(quality.second_before_first));
  value.set("after_cut_off", value_of(quality.after_cut_off));
  value.set("stop_after_closed", value_of(quality.stop_after_closed));
  value.set("closed_without_reason", value_of(quality.closed_without_reason));
  value.set("age_impossible", value_of(quality.age_impossible));
  value.set("unreadable_dates", value_of(quality.unreadable_dates));
  value.set("implausible_dates", value_of(quality.implausible_dates));
  value.set("unknown", value_of(quality.unknown));
  return value;
}

Value definition_of(const WaitsReport& report) {
  const model::Extract& extract = report.definition;
  Value scope = Value::map();
  for (const auto& [title, values] : extract.scope) scope.set(title, Value::list_of(values.items));
  Value value = Value::map();
  value.set("start", model::word(extract.start));
  value.set("stop", model::word(extract.stop));
  value.set("within", Value::map()
                          .set("days", extract.within.days)
                          .set("inclusive", extract.within.inclusive)
                          .set("last_day", extract.within.last_day()));
  value.set("spell_days", Value(extract.spell_days));
  value.set("scope", std::move(scope));
  value.set("provisional_weeks", extract.provisional_weeks);
  value.set("covers_from", extract.covers_from ? value_of(*extract.covers_from) : Value());
  value.set("changed", Value::list_of(report.changed));
  return value;
}

Value waiting_of(const Waits& waits) {
  Value bands = Value::list();
  for (const Band& band : waits.bands)
    bands.push(Value::map().set("from", band.from).set("to", Value(band.to)).set("n", value_of(band.n)));
  Value waiting = value_of(waits.waiting);
  waiting.set("bands", std::move(bands));
  return waiting;
}

Value left_of(const Waits& waits) {
  Value reasons = Value::list();
  for (const Reason& reason : waits.reasons)
    reasons.push(Value::map().set("reason", Value(reason.reason)).set("n", value_of(reason.n)));
  return Value::map()
      .set("n", value_of(waits.left))
      .set("median", value_of(waits.left_median))
      .set("reasons", std::move(reasons));
}

Value within_of(const Waits& waits) {
  return Value::map()
      .set("days", waits.within.days)
      .set("inclusive", waits.within.inclusive)
      .set("last_day", waits.within.last_day())
      .set("completed", value_of(waits.within_completed))
      .set("cohort", value_of(waits.within_cohort))
      .set("waiting_longer", value_of(waits.waiting_longer));
}

Value kaplan_meier_of(const KaplanMeier& curve) {
  return Value::map()
      .set("n", value_of(curve.n))
      .set("events", value_of(curve.events))
      .set("p25", value_of(curve.p25))
      .set("median", value_of(curve.median))
      .set("p75", value_of(curve.p75))
      .set("p90", value_of(curve.p90))
      .set("p92", value_of(curve.p92));
}

}  // namespace

Value waits_value(const WaitsReport& report) {
  const Waits& waits = report.waits;
  Value splits = Value::list();
  for (const Split& split : waits.splits) splits.push(value_of(split, waits.within.last_day()));
  Value value = Value::map().set("format", 1).set("command", "measure waits");
  value.set("extract", report.extract);
  value.set("as_of", value_of(waits.cut_off));
  value.set("definition", definition_of(report));
  value.set("suppression", Value::map()
                               .set("rule", model::word(report.rule))
                               .set("hidden", report.hidden)
                               .set("secondary", report.secondary));
  value.set("quality", value_of(waits.quality));
  value.set("counts", Value::map()
                          .set("completed", value_of(waits.completed.n))
                          .set("waiting", value_of(waits.waiting.n))
                          .set("left", value_of(waits.left)));
  value.set("completed", value_of(waits.completed));
  value.set("waiting", waiting_of(waits));
  value.set("left", left_of(waits));
  value.set("within", within_of(waits));
  value.set("kaplan_meier", kaplan_meier_of(waits.kaplan_meier));
  value.set("at", list_of(waits.at));
  if (waits.curve) value.set("curve", list_of(*waits.curve));
  value.set("second_wait", waits.second_wait ? value_of(*waits.second_wait) : Value());
  value.set("splits", std::move(splits));
  value.set("cohorts", list_of(waits.cohorts));
  value.set("weeks", list_of(waits.weeks));
  value.set("queue", waits.queue ? value_of(*waits.queue) : Value());
  if (waits.comparison) value.set("comparison", value_of(*waits.comparison));
  return value;
}

}  // namespace thrive::journeys
