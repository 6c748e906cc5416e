// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/planning/checks/check_input.hpp"

namespace thrive::planning {

/// Kinds of stakeholder that nobody is of.
void check_people(const CheckInput& input, Findings& found);
/// Who is against it, was not met, or has no say; stances that are old.
void check_people_on_day(const CheckInput& input, Findings& found);
/// Messages that nobody can answer.
void check_messages(const CheckInput& input, Findings& found);
/// Messages that are late; levels that no figures reach; good practice that nobody tells.
void check_messages_on_day(const CheckInput& input, Findings& found);

}  // namespace thrive::planning
