// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/planning/describe/reported.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::planning {

/// What a plan has besides tasks: meetings, reporting lines, the team, help, asks, what holds the work up.
void add_plan_parts(report::Document& document, const Reported& reported);

}  // namespace thrive::planning
