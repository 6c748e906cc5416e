// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/planning/checks/check_input.hpp"

namespace thrive::planning {

/// Lines of governance and the team of a project that has a plan: too few lines, one body behind all, parts that are
/// missing.
void check_governance(const CheckInput& input, Findings& found);
/// Meetings without a next date, or slipping; nothing inside a meeting that is there; phases without tasks.
void check_meetings_on_day(const CheckInput& input, Findings& found);

}  // namespace thrive::planning
