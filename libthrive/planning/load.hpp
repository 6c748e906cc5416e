// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/planning/tasks.hpp"

namespace thrive::planning {

/// The week in which an owner has most tasks under way.
struct Load {
  std::string owner;  // as a role
  text::Date week{};  // its Monday; the first of equals
  std::size_t tasks = 0;
};

/// The busiest week of every owner, in the order in which the tasks name them; by planned days, a stopped task up to
/// the day on which it was stopped.
std::vector<Load> loads(const model::Project& project, const TaskStates& states);

/// The day on which most tasks are under way, by planned days; the first of equals.
struct BusiestDay {
  text::Date day{};
  std::size_t tasks = 0;
};
std::optional<BusiestDay> busiest_day(const TaskStates& states);

}  // namespace thrive::planning
