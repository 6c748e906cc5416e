// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/planning/describe/reported.hpp"
#include "libthrive/planning/task_filter.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::planning {

/// The tasks that are wanted as a table that `plan import` reads back: what is recorded of each, and what is worked
/// out.
report::Table table_of_tasks(const Reported& reported, const TaskFilter& filter);

}  // namespace thrive::planning
