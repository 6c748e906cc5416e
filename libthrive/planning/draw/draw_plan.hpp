// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/planning/describe/reported.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::planning {

/// The plan as bars by phase and step: done bars filled, what is past the end of a late one hatched, meetings and
/// workshops as diamonds, ramps as thin bars with their cycles, a line for the day, and dotted links only where a late
/// or waiting task holds others up. Reads in grey.
std::string draw_plan(const Reported& reported);
/// The same as characters, a line a task.
std::string plan_as_text(const Reported& reported);
/// The same for Mermaid.
std::string plan_as_mermaid(const Reported& reported);
/// The picture on a page.
report::Document plan_picture(const Reported& reported);

}  // namespace thrive::planning
