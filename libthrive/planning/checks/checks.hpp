// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/planning/checks/check_input.hpp"

namespace thrive::planning {

/// Errors and warnings that hold whatever the day: what `thrive check` reports.
Findings check_whatever_the_day(const CheckInput& input);
/// Everything about plans, people, messages and risks, on the day.
Findings check_plan(const CheckInput& input);

/// The measures that risks watch, each once.
std::vector<std::string> measures_watched(const model::Project& project);

}  // namespace thrive::planning
