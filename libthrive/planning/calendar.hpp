// SPDX-License-Identifier: MIT
//
// Everything in a project that has a date ahead, as a calendar would hold it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/planning/tasks.hpp"

namespace thrive::planning {

/// One date.
struct CalendarItem {
  std::string kind;  // task, meeting, workshop, cycle, look, risk, recommendation, target
  std::string id;    // stable: the same thing has the same one in every calendar
  std::string summary;
  std::string description{};
  std::string where{};
  std::string owner{};  // a role; empty for what nobody owns
  text::Date date{};
  std::optional<int> minute{};   // of the day on which it begins; nothing for a whole day
  std::optional<int> minutes{};  // how long it is
  bool is_done = false;
  std::vector<std::string> path{};  // where it stands in the project
};

/// Which dates somebody wants; all conditions together.
struct CalendarFilter {
  std::string owner;  // a role, or the id of one; empty for all
  std::optional<text::Date> from;
  std::optional<text::Date> to;
};

/// Meetings' next dates, workshops, ends of cycles and tasks, looks at kept changes, reviews of risks, recommendations
/// and targets, by date and then in the order of the project. What was stopped, closed or dropped is left out.
std::vector<CalendarItem> calendar_items(const model::Project& project, const TaskStates& states,
                                         const CalendarFilter& filter);

/// The minute of the day that `14:00` is; nothing for anything else.
std::optional<int> minute_of_day(std::string_view time);

}  // namespace thrive::planning
