// SPDX-License-Identifier: MIT
#include "libthrive/planning/tasks.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "libthrive/planning/knock_on.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

std::optional<std::size_t> TaskStates::find(std::string_view id) const {
  const auto is_it = [&](std::size_t position) { return tasks[position].id == id; };
  const std::size_t position = index.find(model::IdIndex::hash(id), is_it);
  return position == model::IdIndex::none ? std::nullopt : std::optional(position);
}

Status status_of(const model::PlanTask& task, text::Date today) {
  if (task.stopped && task.stopped->date <= today) return Status::stopped;
  if (task.done && *task.done <= today) return Status::done;
  if (task.end < today) return Status::late;
  return task.start <= today ? Status::under_way : Status::planned;
}

std::optional<int> phase_of_step(const model::Vocabulary& vocabulary, std::string_view step) {
  const model::Term* term = vocabulary.find("plan-steps", step);
  if (term == nullptr || term->detail("phase").empty()) return std::nullopt;
  const std::string& digits = term->detail("phase").front();
  int phase = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), phase);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return phase;
}

std::vector<int> phases_of(const model::Vocabulary& vocabulary) {
  std::vector<int> phases;
  for (const model::Term& term : vocabulary.terms("plan-steps"))
    if (const auto phase = phase_of_step(vocabulary, term.id)) phases.push_back(*phase);
  std::sort(phases.begin(), phases.end());
  phases.erase(std::unique(phases.begin(), phases.end()), phases.end());
  return phases;
}

namespace {

TaskState state_of(const std::string& id, const model::PlanTask& task, text::Date today) {
  TaskState state;
  state.id = id;
  state.task = &task;
  state.status = status_of(task, today);
  if (state.status == Status::late) state.days_late = text::days_between(task.end, today);
  state.is_waiting = state.is_open() && task.waiting_for.has_value();
  return state;
}

}  // namespace

TaskStates task_states(const model::Project& project, const model::Vocabulary& vocabulary, text::Date today,
                       int grace_days) {
  TaskStates states;
  states.today = today;
  if (!project.plan) return states;
  std::map<std::string_view, std::optional<int>> phases;
  bool says_when_begun = false;
  states.tasks.reserve(project.plan->tasks.size());
  for (const auto& [id, task] : project.plan->tasks) {
    states.index.add(model::IdIndex::hash(id), states.tasks.size());
    TaskState& state = states.tasks.emplace_back(state_of(id, task, today));
    const auto [known, is_new] = phases.try_emplace(task.step);
    if (is_new) known->second = phase_of_step(vocabulary, task.step);
    state.phase = known->second;
    says_when_begun = says_when_begun || task.started.has_value();
  }
  for (TaskState& state : states.tasks) {
    const bool has_started = state.task->started && *state.task->started <= today;
    state.has_not_begun =
        says_when_begun && state.is_open() && !has_started && text::days_between(state.task->start, today) > grace_days;
    for (const std::string& before : state.task->after)
      if (const auto position = states.find(before)) state.after.push_back(*position);
  }
  add_knock_on(states);
  return states;
}

std::vector<PhaseSpan> phase_spans(const TaskStates& states) {
  std::map<int, PhaseSpan> spans;
  for (const TaskState& state : states.tasks) {
    if (!state.phase) continue;
    const auto [at, is_first] = spans.try_emplace(*state.phase);
    PhaseSpan& span = at->second;
    if (is_first) span = {*state.phase, state.task->start, state.task->end, 0};
    span.from = std::min(span.from, state.task->start);
    span.to = std::max(span.to, state.task->end);
    ++span.tasks;
  }
  std::vector<PhaseSpan> result;
  for (const auto& [phase, span] : spans) result.push_back(span);
  return result;
}

std::string role_of(const model::Project& project, std::string_view owner) {
  const std::string* name = project.project.roles.find(owner);
  return name == nullptr ? std::string(owner) : *name;
}

bool is_same_role(const model::Project& project, std::string_view one, std::string_view other) {
  return text::kebab(role_of(project, one)) == text::kebab(role_of(project, other));
}

}  // namespace thrive::planning
