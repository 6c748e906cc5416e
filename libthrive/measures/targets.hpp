// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "libthrive/measures/analysis.hpp"

namespace thrive::measures {

/// The target of this name in force on a day; "" is the one that the measure is judged by, which is one for all time
/// unless there are steps of it.
std::optional<double> target_of(const Settings& settings, text::Date day, std::string_view name = {});
/// True when there is a target to judge by, in force today or not.
bool has_target(const Settings& settings);
/// The names of all targets, "" first where there is one to judge by.
std::vector<std::string> targets_of(const Settings& settings);
/// The target in force at the latest row that is judged.
std::optional<double> latest_target(const Analysis& analysis);
/// True when a value reaches a target, exactly or better.
bool meets(double value, double target, model::Better better);

/// How often the latest twelve values, those left out aside, met each target that was in force on their dates. Nothing
/// without a direction, and nothing of a target that was in force on none of them.
std::vector<Met> met_targets(const Analysis& analysis);

}  // namespace thrive::measures
