// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/planning/checks/check_input.hpp"

namespace thrive::planning {

/// Steps of the plan that have neither a task nor anything that shows them.
void check_steps_on_day(const CheckInput& input, Findings& found);

}  // namespace thrive::planning
