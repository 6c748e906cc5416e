// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/planning/checks/check_input.hpp"

namespace thrive::planning {

/// What is wrong with tasks whatever the day: ends before starts, circles, nobody responsible, done in the future.
void check_tasks(const CheckInput& input, Findings& found);
/// What is wrong with them on the day: late, waiting, starting early, serving nothing, owners with too many.
void check_tasks_on_day(const CheckInput& input, Findings& found);

}  // namespace thrive::planning
