// SPDX-License-Identifier: MIT
//
// The rows of a plan's picture, before they are drawn in any form.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/planning/describe/reported.hpp"

namespace thrive::planning {

/// A stretch of days.
struct Stretch {
  text::Date from{};
  text::Date to{};
};

/// One row: a heading, a task, a ramp, or a meeting.
struct GanttRow {
  enum class Kind { phase, task, ramp, date };
  Kind kind = Kind::task;
  std::string label;
  std::string id{};
  std::string owner{};
  const TaskState* state = nullptr;  // of a task
  std::vector<Stretch> bars{};       // of a task one, of a ramp one a cycle
  std::vector<text::Date> dates{};   // of meetings and workshops
};

/// All rows, and the days that the picture spans.
struct Gantt {
  std::vector<GanttRow> rows;
  text::Date from{};
  text::Date to{};
  bool is_empty() const { return rows.empty(); }
};

/// Phases with their tasks by step, then ramps, then meetings and workshops with a date.
Gantt gantt_of(const Reported& reported);

}  // namespace thrive::planning
