// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/planning/describe/reported.hpp"
#include "libthrive/planning/task_filter.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::planning {

/// The tasks that are wanted, by phase. Of the whole plan also which phases overlap, meetings, lines, the team, help,
/// asks and what holds the work up.
report::Document describe_list(const Reported& reported, const TaskFilter& filter);

}  // namespace thrive::planning
