// SPDX-License-Identifier: MIT
//
// What every part of a plan is called in sentences.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/planning/describe/reported.hpp"

namespace thrive::planning {

/// `5 days late, waiting for: the signature`.
std::string status_in_words(const TaskState& state);
/// What a late or waiting task holds up: one sentence for every task.
std::vector<std::string> squeezes_in_words(const TaskStates& states, const TaskState& state);
/// `Phase 2`.
std::string phase_in_words(const std::optional<int>& phase);
/// `every 6 weeks`, or nothing.
std::string weeks_in_words(const std::optional<int>& weeks);
/// The day, or what is said where there is none.
std::string day_or(const std::optional<text::Date>& day, const char* missing);
/// The names of stakeholders; an id that is none stays.
std::string stakeholders_in_words(const model::Project& project, const std::vector<std::string>& ids);

}  // namespace thrive::planning
