// SPDX-License-Identifier: MIT
#include "libthrive/ramps/describe/contract.hpp"

#include "libthrive/findings/forms.hpp"
#include "libthrive/records/to_value.hpp"

namespace thrive::ramps {

namespace {

using text::Value;

Value date(const std::optional<text::Date>& day) { return day ? Value(text::format_date(*day)) : Value(); }

Value started(std::string_view command) {
  Value contract;
  contract.set("format", 1).set("command", "pdsa " + std::string(command));
  return contract;
}

Value cycle_value(const CycleState& state) {
  const model::Cycle& cycle = *state.cycle;
  Value value;
  value.set("id", state.id).set("name", cycle.name).set("kind", model::word(cycle.kind));
  value.set("start", date(cycle.start)).set("end", date(cycle.end)).set("stage", model::word(state.stage));
  value.set("open", state.is_open).set("days_over", state.days_over);
  value.set("decision", has_decision(cycle) ? Value(model::word(*cycle.act->decision)) : Value());
  value.set("next_look", date(state.next_look)).set("look_is_due", state.look_is_due);
  return value;
}

Value ramp_value(const RampState& ramp) {
  Value cycles = Value::list();
  for (const CycleState& state : ramp.cycles) cycles.push(cycle_value(state));
  Value value;
  value.set("id", ramp.id).set("name", ramp.ramp->name).set("measure", ramp.ramp->measure).set("open", ramp.is_open);
  value.set("next", ramp.next.empty() ? Value() : Value(ramp.next)).set("cycles", std::move(cycles));
  return value;
}

Value signals_value(const std::vector<measures::SignalEvent>& signals) {
  Value values = Value::list();
  for (const measures::SignalEvent& signal : signals)
    values.push(Value()
                    .set("rule", signal.rule)
                    .set("direction", signal.direction)
                    .set("from", date(signal.from))
                    .set("to", date(signal.to))
                    .set("reading", model::word(signal.reading)));
  return values;
}

Value data_value(const DataSince& data) {
  Value value;
  value.set("measure", data.measure)
      .set("since", date(data.since))
      .set("points", data.points)
      .set("enough", data.is_enough);
  value.set("median_before", data.median_before)
      .set("median_since", data.median_since)
      .set("signals", signals_value(data.signals))
      .set("going_on", signals_value(data.going_on))
      .set("judged", data.is_judged);
  return value;
}

Value data_since_cycle(const Reported& reported, const RampState& ramp, const CycleState& state) {
  Value values = Value::list();
  for (const Chart* chart : charts_of(*ramp.ramp, reported.charts))
    values.push(data_value(data_since(*chart, change_began(*state.cycle), reported.thresholds.points_since_change)));
  return values;
}

}  // namespace

text::Value list_contract(const Reported& reported) {
  Value ramps = Value::list();
  for (const RampState& ramp : reported.ramps) ramps.push(ramp_value(ramp));
  return started("list").set("as_of", date(reported.today)).set("ramps", std::move(ramps));
}

text::Value ramp_contract(const Reported& reported, const RampState& ramp) {
  Value since = Value::map();
  for (const CycleState& state : ramp.cycles) since.set(state.id, data_since_cycle(reported, ramp, state));
  Value contract = started("show");
  contract.set("as_of", date(reported.today)).set("ramp", ramp_value(ramp));
  return contract.set("recorded", records::to_value(*ramp.ramp, records::Fullness::full))
      .set("data_since", std::move(since));
}

text::Value checks_contract(const std::vector<text::Diagnostic>& findings, const std::vector<Rate>& rates) {
  Value found = Value::list();
  for (const text::Diagnostic& finding : findings)
    found.push(findings::as_json(finding)
                   .set("ramp", finding.path.size() > 1 ? Value(finding.path[1]) : Value())
                   .set("cycle", finding.path.size() > 3 ? Value(finding.path[3]) : Value()));
  Value shares = Value::map();
  for (const Rate& rate : rates)
    shares.set(rate.id, Value()
                            .set("have", rate.have)
                            .set("of", rate.of)
                            .set("percent", rate.percent())
                            .set("published_percent", rate.published));
  return started("check").set("findings", std::move(found)).set("rates", std::move(shares));
}

}  // namespace thrive::ramps
