// SPDX-License-Identifier: MIT
#include "libthrive/planning/calendar.hpp"

#include <algorithm>

#include "libthrive/planning/risks.hpp"
#include "libthrive/ramps/stages.hpp"

namespace thrive::planning {

std::optional<int> minute_of_day(std::string_view time) {
  const auto digit = [&](std::size_t at) { return time[at] >= '0' && time[at] <= '9'; };
  if (time.size() != 5 || time[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) return std::nullopt;
  const int hour = 10 * (time[0] - '0') + (time[1] - '0'), minute = 10 * (time[3] - '0') + (time[4] - '0');
  if (hour > 23 || minute > 59) return std::nullopt;
  return 60 * hour + minute;
}

namespace {

using Items = std::vector<CalendarItem>;

/// Adds "Lead: words" as a line of a description, when there are words.
void describe(CalendarItem& item, const char* lead, const std::optional<std::string>& words) {
  if (!words || words->empty()) return;
  if (!item.description.empty()) item.description += "\n";
  item.description += std::string(lead) + ": " + *words;
}

void own(CalendarItem& item, const model::Project& project, const std::optional<std::string>& owner) {
  if (!owner) return;
  item.owner = role_of(project, *owner);
  describe(item, "Owner", item.owner);
}

void add_meetings(const model::Project& project, Items& items) {
  for (const auto& [id, meeting] : project.meetings) {
    if (!meeting.next) continue;
    CalendarItem item{"meeting", "meeting-" + id, meeting.name};
    item.path = {"meetings", id, "next"};
    item.date = *meeting.next;
    item.where = meeting.where.value_or("");
    if (meeting.time) item.minute = minute_of_day(*meeting.time);
    if (meeting.time && !item.minute) describe(item, "Time", meeting.time);
    item.minutes = meeting.minutes;
    describe(item, "Part of", meeting.uses);
    items.push_back(std::move(item));
  }
}

void add_workshops(const model::Project& project, Items& items) {
  for (const auto& [id, workshop] : project.workshops) {
    if (!workshop.date) continue;
    CalendarItem item{"workshop", "workshop-" + id, "Workshop: " + workshop.name};
    item.path = {"workshops", id, "date"};
    item.date = *workshop.date;
    if (workshop.begin) item.minute = minute_of_day(*workshop.begin);
    if (workshop.begin && !item.minute) describe(item, "Time", workshop.begin);
    int minutes = 0;
    for (const auto& [name, session] : workshop.sessions) minutes += session.minutes;
    if (minutes > 0) item.minutes = minutes;
    items.push_back(std::move(item));
  }
}

void add_tasks(const model::Project& project, const TaskStates& states, Items& items) {
  for (const TaskState& state : states.tasks) {
    if (state.status == Status::stopped) continue;
    CalendarItem item{"task", "task-" + state.id, "Task " + state.id + ": " + state.task->name};
    item.path = {"plan", "tasks", state.id};
    item.date = state.task->end;
    item.is_done = state.status == Status::done;
    own(item, project, state.task->owner);
    if (state.is_open()) describe(item, "Waiting for", state.task->waiting_for);
    items.push_back(std::move(item));
  }
}

void add_cycle(const model::Project& project, const ramps::RampState& ramp, const ramps::CycleState& state,
               Items& items) {
  const model::Cycle& cycle = *state.cycle;
  const std::vector<std::string> path = {"ramps", ramp.id, "cycles", state.id};
  if (cycle.end) {
    CalendarItem item{"cycle", "cycle-" + state.id, "Cycle " + state.id + " ends: " + cycle.name};
    item.path = path;
    item.date = *cycle.end;
    item.is_done = state.stage == ramps::Stage::closed;
    own(item, project, ramp.ramp->owner);
    items.push_back(std::move(item));
  }
  if (!state.next_look) return;
  CalendarItem look{"look", "look-" + state.id, "Look at the chart of " + ramp.ramp->name};
  look.path = {"ramps", ramp.id, "cycles", state.id, "act", "sustain"};
  look.date = *state.next_look;
  if (cycle.act && cycle.act->sustain) {
    own(look, project, cycle.act->sustain->owner);
    describe(look, "On the agenda of", cycle.act->sustain->agenda);
  }
  items.push_back(std::move(look));
}

void add_risks(const model::Project& project, text::Date today, Items& items) {
  for (const auto& [id, risk] : project.risks) {
    if (!risk.review || is_closed(risk, today)) continue;
    CalendarItem item{"risk", "risk-" + id, "Look at risk " + id + ": " + risk.text};
    item.path = {"risks", id, "review"};
    item.date = *risk.review;
    own(item, project, risk.owner);
    describe(item, "Response", risk.response);
    items.push_back(std::move(item));
  }
}

void add_recommendations(const model::Project& project, text::Date today, Items& items) {
  for (const auto& [sheet_id, sheet] : project.gaps)
    for (const auto& [id, recommendation] : sheet.recommendations) {
      const bool is_dropped = recommendation.dropped && recommendation.dropped->date <= today;
      if (!recommendation.by || is_dropped) continue;
      const std::string name = sheet_id + "." + id;
      CalendarItem item{"recommendation", "recommendation-" + name,
                        "Recommendation " + name + ": " + recommendation.text};
      item.path = {"gaps", sheet_id, "recommendations", id};
      item.date = *recommendation.by;
      own(item, project, recommendation.owner);
      items.push_back(std::move(item));
    }
}

void add_target(const std::string& id, const model::Measure& measure, text::Date by, const std::string& suffix,
                Items& items) {
  CalendarItem item{"target", "target-" + id + suffix, "Target of " + measure.name};
  item.path = {"measures", id};
  item.date = by;
  items.push_back(std::move(item));
}

void add_targets(const model::Project& project, Items& items) {
  for (const auto& [id, measure] : project.measures) {
    if (measure.target && measure.target->by) add_target(id, measure, *measure.target->by, "", items);
    for (std::size_t at = 0; at < measure.targets.size(); ++at)
      if (measure.targets[at].until)
        add_target(id, measure, *measure.targets[at].until, "-" + std::to_string(at + 1), items);
  }
}

}  // namespace

std::vector<CalendarItem> calendar_items(const model::Project& project, const TaskStates& states,
                                         const CalendarFilter& filter) {
  Items items;
  add_meetings(project, items);
  add_workshops(project, items);
  add_tasks(project, states, items);
  for (const ramps::RampState& ramp : ramps::ramp_states(project, states.today))
    for (const ramps::CycleState& cycle : ramp.cycles) add_cycle(project, ramp, cycle, items);
  add_risks(project, states.today, items);
  add_recommendations(project, states.today, items);
  add_targets(project, items);
  const auto is_unwanted = [&](const CalendarItem& item) {
    if (filter.from && item.date < *filter.from) return true;
    if (filter.to && item.date > *filter.to) return true;
    return !filter.owner.empty() && (item.owner.empty() || !is_same_role(project, item.owner, filter.owner));
  };
  items.erase(std::remove_if(items.begin(), items.end(), is_unwanted), items.end());
  std::stable_sort(items.begin(), items.end(),
                   [](const CalendarItem& a, const CalendarItem& b) { return a.date < b.date; });
  return items;
}

}  // namespace thrive::planning
