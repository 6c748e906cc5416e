// SPDX-License-Identifier: MIT
#include "libthrive/planning/checks/check_steps.hpp"

namespace thrive::planning {

void check_steps_on_day(const CheckInput& input, Findings& found) {
  if (!input.project.plan) return;
  for (const Covered& step : input.coverage.steps)
    if (step.shown() == Shown::nothing)
      found.push_back({"step-empty",
                       {"plan", "tasks"},
                       {{"step", input.vocabulary.name("plan-steps", step.id)}, {"word", step.id}}});
}

}  // namespace thrive::planning
