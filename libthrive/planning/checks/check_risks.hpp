// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/planning/checks/check_input.hpp"

namespace thrive::planning {

/// Open risks that nobody watches, that nobody will look at again, or that are grave and nothing answers; triggers
/// without a limit.
void check_risks(const CheckInput& input, Findings& found);
/// Risks whose day to look at has passed, that figures say are happening, without an effect; none ever closed.
void check_risks_on_day(const CheckInput& input, Findings& found);

}  // namespace thrive::planning
