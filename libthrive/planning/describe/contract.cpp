// SPDX-License-Identifier: MIT
#include "libthrive/planning/describe/contract.hpp"

#include "libthrive/planning/load.hpp"
#include "libthrive/records/to_value.hpp"

namespace thrive::planning {

namespace {

using text::Value;

Value day(const std::optional<text::Date>& date) { return date ? Value(text::format_date(*date)) : Value(); }

Value squeezes_value(const TaskStates& states, const TaskState& state) {
  Value values = Value::list();
  for (const Squeezed& squeezed : state.squeezes)
    values.push(Value()
                    .set("id", states.tasks[squeezed.task].id)
                    .set("days", squeezed.days)
                    .set("earliest", day(squeezed.earliest)));
  return values;
}

Value task_value(const TaskStates& states, const TaskState& state) {
  const model::PlanTask& task = *state.task;
  Value value;
  value.set("id", state.id).set("name", task.name);
  value.set("phase", state.phase).set("step", task.step).set("owner", task.owner);
  value.set("start", day(task.start)).set("end", day(task.end)).set("started", day(task.started));
  value.set("done", day(task.done)).set("status", model::word(state.status));
  value.set("days_late", state.status == Status::late ? Value(state.days_late) : Value());
  value.set("waiting_for", task.waiting_for).set("waiting", state.is_waiting);
  value.set("has_not_begun", state.has_not_begun);
  value.set("stopped", task.stopped ? records::to_value(*task.stopped, records::Fullness::full) : Value());
  value.set("after", Value::list_of(task.after)).set("serves", Value::list_of(task.serves));
  value.set("risk", task.risk).set("evidence", task.evidence).set("qif", Value::list_of(task.qif));
  return value.set("squeezes", squeezes_value(states, state));
}

template <class Record>
Value entries_value(const model::Keyed<Record>& entries) {
  Value values = Value::list();
  for (const auto& [id, record] : entries) {
    Value value;
    value.set("id", id);
    const Value recorded = records::to_value(record, records::Fullness::full);
    for (const auto& [key, held] : *recorded.as_map()) value.set(key, held);
    values.push(std::move(value));
  }
  return values;
}

}  // namespace

text::Value list_contract(const Reported& reported, const TaskFilter& filter, const Coverage& coverage) {
  Value phases = Value::list();
  for (const PhaseSpan& span : phase_spans(reported.states)) {
    if (filter.phase && span.phase != *filter.phase) continue;
    phases.push(
        Value().set("phase", span.phase).set("from", day(span.from)).set("to", day(span.to)).set("tasks", span.tasks));
  }
  Value tasks = Value::list();
  for (const std::size_t at : wanted_tasks(reported.project, reported.states, filter))
    tasks.push(task_value(reported.states, reported.states.tasks[at]));
  const model::ImplementationPlan plan = reported.project.plan.value_or(model::ImplementationPlan{});
  Value contract;
  contract.set("format", 1).set("command", "plan list").set("as_of", day(reported.states.today));
  contract.set("phases", std::move(phases)).set("tasks", std::move(tasks));
  contract.set("meetings", entries_value(reported.project.meetings)).set("lines", entries_value(plan.lines));
  const auto busiest = busiest_day(reported.states);
  contract.set("busiest", busiest ? Value().set("date", day(busiest->day)).set("tasks", busiest->tasks) : Value());
  Value owners = Value::list();
  for (const Load& load : loads(reported.project, reported.states))
    owners.push(Value().set("owner", load.owner).set("week", day(load.week)).set("tasks", load.tasks));
  return contract.set("load", std::move(owners)).set("coverage", coverage_value(reported, coverage));
}

}  // namespace thrive::planning
