// SPDX-License-Identifier: MIT
#include "libthrive/planning/task_filter.hpp"

#include <algorithm>

namespace thrive::planning {

std::vector<std::size_t> wanted_tasks(const model::Project& project, const TaskStates& states,
                                      const TaskFilter& filter) {
  std::vector<std::size_t> wanted;
  for (std::size_t at = 0; at < states.tasks.size(); ++at) {
    const TaskState& state = states.tasks[at];
    if (filter.phase && state.phase != filter.phase) continue;
    if (filter.late && state.status != Status::late) continue;
    if (filter.open && !state.is_open()) continue;
    const auto& owner = state.task->owner;
    if (!filter.owner.empty() && (!owner || !is_same_role(project, *owner, filter.owner))) continue;
    wanted.push_back(at);
  }
  return wanted;
}

std::vector<std::string> owners_of_tasks(const model::Project& project) {
  std::vector<std::string> owners;
  if (!project.plan) return owners;
  for (const auto& [id, task] : project.plan->tasks) {
    if (!task.owner) continue;
    std::string role = role_of(project, *task.owner);
    if (std::find(owners.begin(), owners.end(), role) == owners.end()) owners.push_back(std::move(role));
  }
  return owners;
}

}  // namespace thrive::planning
