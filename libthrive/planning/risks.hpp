// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/model/series.hpp"
#include "libthrive/planning/tasks.hpp"

namespace thrive::planning {

/// Likelihood times impact, 1 to 25.
int score_of(const model::Risk& risk);
/// True when a risk was closed on or before the day.
bool is_closed(const model::Risk& risk, text::Date today);
/// The score before, by the latest entry of its history on or before the day; nothing when there is none.
std::optional<int> score_before(const model::Risk& risk, text::Date today);
/// What answers a risk: tasks that are not stopped and serve it or name it, ideas that it led to, and what it says
/// itself that serves it. Ids, in the order of the project.
std::vector<std::string> answers_to(const model::Project& project, const TaskStates& states, const std::string& id);

/// The figures that set a trigger off: the latest so many up to the day, all on the wrong side. Empty when they do not,
/// and when there are fewer.
std::vector<model::SeriesPoint> set_off(const model::Trigger& trigger, const model::Series& series, text::Date today);

}  // namespace thrive::planning
