// SPDX-License-Identifier: MIT
#include "libthrive/standing/dates_of_plan.hpp"

#include <algorithm>

#include "libthrive/planning/tasks.hpp"

namespace thrive::standing {

using Dates = std::vector<DateAhead>;

namespace {

/// The last day on which a meeting was held up to the day.
std::optional<text::Date> last_held(const model::Meeting& meeting, text::Date today) {
  std::optional<text::Date> last;
  if (meeting.last && *meeting.last <= today) last = meeting.last;
  for (const text::Date day : meeting.held)
    if (day <= today && (!last || day > *last)) last = day;
  return last;
}

}  // namespace

void add_tasks(const Facts& facts, Dates& dates) {
  if (!facts.project.plan) return;
  for (const auto& [id, task] : facts.project.plan->tasks) {
    const planning::Status status = planning::status_of(task, facts.today);
    if (status == planning::Status::done || status == planning::Status::stopped) continue;
    const std::vector<std::string> path = {"plan", "tasks", id};
    const std::string waits = task.waiting_for ? ", waits for " + *task.waiting_for : "";
    const std::string owner = task.owner.value_or("");
    if (status == planning::Status::planned)
      dates.push_back({task.start, "task-start", id, task.name + " begins" + waits, owner, path});
    dates.push_back({task.end, "task-end", id,
                     status == planning::Status::planned ? task.name + " ends" : task.name + waits, owner, path});
  }
}

void add_asks(const Facts& facts, Dates& dates) {
  if (!facts.project.plan) return;
  for (const auto& [id, ask] : facts.project.plan->asks) {
    const bool is_decided =
        ask.decided && ask.decided->date <= facts.today && ask.decided->answer != model::AskAnswer::later;
    if (!is_decided)
      dates.push_back({ask.by, "ask", id, ask.text + "; to be decided", ask.of.value_or(""), {"plan", "asks", id}});
  }
}

void add_meetings(const Facts& facts, Dates& dates) {
  for (const auto& [id, meeting] : facts.project.meetings) {
    const auto last = last_held(meeting, facts.today);
    const std::vector<std::string> path = {"meetings", id};
    if (meeting.next && !(last && *meeting.next <= *last)) {
      const bool is_past = *meeting.next < facts.today;
      dates.push_back({meeting.next, "meeting", id,
                       meeting.name + (is_past ? ": was it held? when is the next one?" : ""), "", path});
    } else if (!meeting.no_next) {
      dates.push_back({std::nullopt, "meeting", id,
                       meeting.name + ": next meeting" +
                           (last ? "; last one on " + text::format_date_in_words(*last) : std::string()),
                       "", path});
    }
  }
}

void add_communications(const Facts& facts, Dates& dates) {
  for (const auto& [id, each] : facts.project.communications)
    if (each.next && !(each.last && *each.last <= facts.today && *each.last >= *each.next))
      dates.push_back({each.next, "communication", id, each.message, each.from.value_or(""), {"communications", id}});
}

void add_risk_reviews(const Facts& facts, Dates& dates) {
  for (const auto& [id, risk] : facts.project.risks)
    if (!risk.closed || risk.closed->date > facts.today)
      dates.push_back(
          {risk.review, "risk-review", id, "risk review: " + risk.text, risk.owner.value_or(""), {"risks", id}});
}

void add_workshops(const Facts& facts, Dates& dates) {
  for (const auto& [id, workshop] : facts.project.workshops)
    if (!workshop.date || *workshop.date >= facts.today)
      dates.push_back({workshop.date, "workshop", id, workshop.name, "", {"workshops", id}});
}

void add_project_end(const Facts& facts, Dates& dates) {
  if (facts.project.project.ends && *facts.project.project.ends >= facts.today)
    dates.push_back(
        {facts.project.project.ends, "project-end", "project", "the project ends", "", {"project", "ends"}});
}

}  // namespace thrive::standing
