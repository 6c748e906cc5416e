// SPDX-License-Identifier: MIT
#include "libthrive/planning/describe/task_table.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

namespace {

std::string day(const std::optional<text::Date>& date) { return date ? text::format_date(*date) : std::string(); }

/// The moves of a task as the format writes a list, so that they are read back.
std::string moves_of(const model::PlanTask& task) {
  std::string moves;
  for (const model::Moved& moved : task.moved) {
    std::string reason;
    for (const char letter : moved.reason) {
      if (letter == '"' || letter == '\\') reason += '\\';
      reason += letter;
    }
    moves += (moves.empty() ? "[{from: " : ", {from: ") + text::format_date(moved.from) +
             ", to: " + text::format_date(moved.to) + ", reason: \"" + reason + "\"}";
  }
  return moves.empty() ? moves : moves + "]";
}

}  // namespace

report::Table table_of_tasks(const Reported& reported, const TaskFilter& filter) {
  report::Table table;
  table.columns = {{"id"},       {"name"},   {"step"},    {"owner"},   {"start"},  {"end"},         {"after"},
                   {"done"},     {"serves"}, {"started"}, {"stopped"}, {"reason"}, {"waiting_for"}, {"risk"},
                   {"evidence"}, {"qif"},    {"moved"},   {"phase"},   {"status"}, {"days_late"}};
  for (const std::size_t at : wanted_tasks(reported.project, reported.states, filter)) {
    const TaskState& state = reported.states.tasks[at];
    const model::PlanTask& task = *state.task;
    const auto& stopped = task.stopped;
    table.rows.push_back({state.id,
                          task.name,
                          task.step,
                          task.owner.value_or(""),
                          text::format_date(task.start),
                          text::format_date(task.end),
                          text::join(task.after, ";"),
                          day(task.done),
                          text::join(task.serves, ";"),
                          day(task.started),
                          stopped ? text::format_date(stopped->date) : std::string(),
                          stopped ? stopped->reason : std::string(),
                          task.waiting_for.value_or(""),
                          task.risk.value_or(""),
                          task.evidence.value_or(""),
                          text::join(task.qif, ";"),
                          moves_of(task),
                          state.phase ? std::to_string(*state.phase) : std::string(),
                          std::string(model::word(state.status)),
                          state.status == Status::late ? std::to_string(state.days_late) : std::string()});
  }
  return table;
}

}  // namespace thrive::planning
