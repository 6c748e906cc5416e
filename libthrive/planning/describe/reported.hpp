// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/planning/tasks.hpp"

namespace thrive::planning {

/// What is told of. Points into the project, which must live longer.
struct Reported {
  const model::Project& project;
  const model::Vocabulary& vocabulary;
  const TaskStates& states;
};

}  // namespace thrive::planning
