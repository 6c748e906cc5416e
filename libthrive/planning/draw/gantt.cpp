// SPDX-License-Identifier: MIT
#include "libthrive/planning/draw/gantt.hpp"

#include <algorithm>
#include <map>

#include "libthrive/planning/describe/words.hpp"

namespace thrive::planning {

namespace {

void add_task_rows(const Reported& reported, std::vector<GanttRow>& rows) {
  std::map<std::string, std::size_t> order;
  for (const model::Term& term : reported.vocabulary.terms("plan-steps")) order.emplace(term.id, order.size());
  std::map<std::optional<int>, std::vector<const TaskState*>> phases;
  for (const TaskState& state : reported.states.tasks) phases[state.phase].push_back(&state);
  for (auto& [phase, states] : phases) {
    std::stable_sort(states.begin(), states.end(), [&](const TaskState* a, const TaskState* b) {
      return order[a->task->step] < order[b->task->step];
    });
    rows.push_back({GanttRow::Kind::phase, phase_in_words(phase)});
    for (const TaskState* state : states) {
      GanttRow row{GanttRow::Kind::task, state->task->name, state->id};
      if (state->task->owner) row.owner = role_of(reported.project, *state->task->owner);
      row.state = state;
      row.bars = {{state->task->start, std::max(state->task->start, state->task->end)}};
      rows.push_back(std::move(row));
    }
  }
}

void add_ramp_rows(const Reported& reported, std::vector<GanttRow>& rows) {
  bool is_first = true;
  for (const auto& [id, ramp] : reported.project.ramps) {
    GanttRow row{GanttRow::Kind::ramp, ramp.name, id, ramp.owner.value_or("")};
    for (const auto& [cycle_id, cycle] : ramp.cycles)
      row.bars.push_back({cycle.start, std::max(cycle.start, cycle.end.value_or(cycle.start))});
    if (row.bars.empty()) continue;
    if (is_first) rows.push_back({GanttRow::Kind::phase, "Ramps and their cycles"});
    is_first = false;
    rows.push_back(std::move(row));
  }
}

void add_date_rows(const Reported& reported, std::vector<GanttRow>& rows) {
  std::vector<GanttRow> dated;
  for (const auto& [id, workshop] : reported.project.workshops) {
    if (!workshop.date) continue;
    GanttRow row{GanttRow::Kind::date, workshop.name, id};
    row.dates = {*workshop.date};
    dated.push_back(std::move(row));
  }
  for (const auto& [id, meeting] : reported.project.meetings) {
    GanttRow row{GanttRow::Kind::date, meeting.name, id};
    row.dates = meeting.held;
    if (meeting.last) row.dates.push_back(*meeting.last);
    if (meeting.next) row.dates.push_back(*meeting.next);
    std::sort(row.dates.begin(), row.dates.end());
    row.dates.erase(std::unique(row.dates.begin(), row.dates.end()), row.dates.end());
    if (!row.dates.empty()) dated.push_back(std::move(row));
  }
  if (dated.empty()) return;
  rows.push_back({GanttRow::Kind::phase, "Workshops and meetings"});
  for (GanttRow& row : dated) rows.push_back(std::move(row));
}

}  // namespace

Gantt gantt_of(const Reported& reported) {
  Gantt gantt;
  add_task_rows(reported, gantt.rows);
  add_ramp_rows(reported, gantt.rows);
  add_date_rows(reported, gantt.rows);
  bool is_first = true;
  const auto take = [&](text::Date day) {
    gantt.from = is_first ? day : std::min(gantt.from, day);
    gantt.to = is_first ? day : std::max(gantt.to, day);
    is_first = false;
  };
  for (const GanttRow& row : gantt.rows) {
    for (const Stretch& bar : row.bars) {
      take(bar.from);
      take(bar.to);
    }
    for (const text::Date day : row.dates) take(day);
  }
  return gantt;
}

}  // namespace thrive::planning
