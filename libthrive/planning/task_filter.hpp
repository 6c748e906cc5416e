// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/planning/tasks.hpp"

namespace thrive::planning {

/// Which tasks somebody wants to see; all conditions together.
struct TaskFilter {
  std::optional<int> phase;
  std::string owner;  // a role, or the id of one; empty for all
  bool late = false;
  bool open = false;

  bool is_set() const { return phase || !owner.empty() || late || open; }
};

/// The positions of the tasks that a filter lets through, in the order of the file.
std::vector<std::size_t> wanted_tasks(const model::Project& project, const TaskStates& states,
                                      const TaskFilter& filter);

/// The roles that own a task, each once, in the order of the file.
std::vector<std::string> owners_of_tasks(const model::Project& project);

}  // namespace thrive::planning
