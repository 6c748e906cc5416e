// SPDX-License-Identifier: MIT
#include "libthrive/pathway/agenda.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace thrive::pathway {

int SessionPlan::needed() const {
  int sum = 0;
  for (const Exercise& exercise : exercises) sum += exercise.minutes;
  return sum;
}

int SessionPlan::over() const { return std::max(0, needed() - slot_minutes); }

std::vector<SessionPlan> usual_agenda(const std::vector<std::string>& perspectives, int first_slot, int second_slot) {
  SessionPlan first{"Find the services and draw the map", first_slot, {}};
  first.exercises = {{"Scope: list the services, one a sticky note", 15},
                     {"Shape: place them and draw how young people move", 30},
                     {"Review: talk until every part is agreed", 30}};
  SessionPlan second{"Look at the map from four perspectives", second_slot, {}};
  for (const std::string& perspective : perspectives) second.exercises.push_back({perspective, 15});
  return {first, second};
}

int minutes_of_day(const std::string& time) {
  const auto is_digit = [&](std::size_t i) { return time[i] >= '0' && time[i] <= '9'; };
  if (time.size() != 5 || time[2] != ':' || !is_digit(0) || !is_digit(1) || !is_digit(3) || !is_digit(4)) return -1;
  const int hours = (time[0] - '0') * 10 + (time[1] - '0');
  const int minutes = (time[3] - '0') * 10 + (time[4] - '0');
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : -1;
}

std::string time_of_day(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60 % 24, minutes % 60); }

}  // namespace thrive::pathway
