// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace thrive::pathway {

/// One exercise of the mapping workshop.
struct Exercise {
  std::string title;
  int minutes = 0;
};

/// A part of the workshop, the time it has, and what is to be done in it.
struct SessionPlan {
  std::string title;
  int slot_minutes = 60;
  std::vector<Exercise> exercises;
  int needed() const;
  /// Minutes that the exercises have too many; 0 when they fit.
  int over() const;
};

/// The workshop as it is usually run: an hour to find the services and draw the map, an hour to review it from four
/// perspectives. The first hour's exercises need 75 minutes; the agenda says so.
std::vector<SessionPlan> usual_agenda(const std::vector<std::string>& perspectives, int first_slot, int second_slot);

/// `09:30` in minutes after midnight; -1 when it is no time of day.
int minutes_of_day(const std::string& time);
/// Minutes after midnight as `09:30`.
std::string time_of_day(int minutes);

}  // namespace thrive::pathway
