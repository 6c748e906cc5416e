// SPDX-License-Identifier: MIT
#include "libthrive/planning/load.hpp"

#include <algorithm>
#include <map>

#include "libthrive/planning/task_filter.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

namespace {

/// Where the number of tasks under way goes up and down.
using Changes = std::map<text::Date, int>;

text::Date last_day(const TaskState& state) {
  const model::PlanTask& task = *state.task;
  return state.status == Status::stopped ? std::min(task.end, task.stopped->date) : task.end;
}

/// The first day of the highest number.
std::optional<BusiestDay> highest(const Changes& changes) {
  std::optional<BusiestDay> highest;
  int now = 0;
  for (const auto& [day, change] : changes) {
    now += change;
    if (now > 0 && (!highest || static_cast<std::size_t>(now) > highest->tasks))
      highest = {day, static_cast<std::size_t>(now)};
  }
  return highest;
}

}  // namespace

std::vector<Load> loads(const model::Project& project, const TaskStates& states) {
  std::map<std::string, Changes> by_owner;
  for (const TaskState& state : states.tasks) {
    if (!state.task->owner || last_day(state) < state.task->start) continue;
    Changes& changes = by_owner[text::kebab(role_of(project, *state.task->owner))];
    ++changes[text::monday_of(state.task->start)];
    --changes[text::monday_of(last_day(state)) + std::chrono::days(7)];
  }
  std::vector<Load> loads;
  for (const std::string& owner : owners_of_tasks(project))
    if (const auto busiest = highest(by_owner[text::kebab(owner)]))
      loads.push_back({owner, busiest->day, busiest->tasks});
  return loads;
}

std::optional<BusiestDay> busiest_day(const TaskStates& states) {
  Changes changes;
  for (const TaskState& state : states.tasks) {
    if (last_day(state) < state.task->start) continue;
    ++changes[state.task->start];
    --changes[last_day(state) + std::chrono::days(1)];
  }
  return highest(changes);
}

}  // namespace thrive::planning
