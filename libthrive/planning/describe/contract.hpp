// SPDX-License-Identifier: MIT
//
// The JSON that other programs read; keys may be added, none renamed.
#pragma once

#include "libthrive/planning/describe/describe_coverage.hpp"
#include "libthrive/planning/task_filter.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::planning {

/// `plan list`: phases, the tasks that are wanted, meetings, lines, and what is shown of every step.
text::Value list_contract(const Reported& reported, const TaskFilter& filter, const Coverage& coverage);

}  // namespace thrive::planning
