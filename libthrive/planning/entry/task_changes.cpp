// SPDX-License-Identifier: MIT
#include "libthrive/planning/entry/task_changes.hpp"

#include "libthrive/records/to_value.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

namespace {

using records::Edit;
using text::Value;

std::vector<std::string> path_to(const std::string& task, const char* field) { return {"plan", "tasks", task, field}; }

Value day(text::Date date) { return Value::day(text::format_date(date)); }

Recorded refused(findings::Finding refusal) { return {{}, std::move(refusal)}; }

/// The task; or why it cannot be changed: there is none, or it is over.
struct Wanted {
  const model::PlanTask* task = nullptr;
  std::optional<findings::Finding> refusal;
};

Wanted open_task(const model::Project& project, const std::string& id) {
  const model::PlanTask* task = project.plan ? project.plan->tasks.find(id) : nullptr;
  if (task == nullptr) {
    const std::vector<std::string> known = project.plan ? project.plan->tasks.ids() : std::vector<std::string>();
    return {nullptr, findings::Finding("plan-unknown-task", std::vector<std::string>{"plan", "tasks"},
                                       {{"task", id}, {"near", text::nearest_name(id, known)}})};
  }
  const auto over = [&](const char* how, text::Date date) {
    return Wanted{task, findings::Finding("plan-task-is-over", std::vector<std::string>{"plan", "tasks", id},
                                          {{"case", how}, {"task", id}, {"date", text::format_date_in_words(date)}})};
  };
  if (task->stopped) return over("stopped", task->stopped->date);
  if (task->done) return over("done", *task->done);
  return {task, std::nullopt};
}

findings::Finding in_future(const std::string& task, text::Date date) {
  return {"task-done-in-future",
          std::vector<std::string>{"plan", "tasks", task},
          {{"case", "recording"}, {"task", task}, {"done", text::format_date_in_words(date)}}};
}

}  // namespace

Recorded record_done(const model::Project& project, const std::string& task, text::Date date,
                     const std::string& evidence, text::Date today) {
  const Wanted wanted = open_task(project, task);
  if (wanted.refusal) return refused(*wanted.refusal);
  if (date > today) return refused(in_future(task, date));
  Recorded recorded;
  recorded.changes.push_back({Edit::Kind::set, path_to(task, "done"), {}, day(date)});
  if (!evidence.empty()) recorded.changes.push_back({Edit::Kind::set, path_to(task, "evidence"), {}, evidence});
  return recorded;
}

Recorded record_move(const model::Project& project, const std::string& task, text::Date end,
                     const std::string& reason) {
  const Wanted wanted = open_task(project, task);
  if (wanted.refusal) return refused(*wanted.refusal);
  const model::PlanTask& before = *wanted.task;
  if (end == before.end)
    return refused({"plan-same-end", path_to(task, "end"), {{"task", task}, {"end", text::format_date_in_words(end)}}});
  if (end < before.start)
    return refused({"task-ends-before-start",
                    path_to(task, "end"),
                    {{"case", "recording"},
                     {"start", text::format_date_in_words(before.start)},
                     {"end", text::format_date_in_words(end)}}});
  const Value move = Value().set("from", day(before.end)).set("to", day(end)).set("reason", reason);
  Recorded recorded;
  recorded.changes.push_back({Edit::Kind::set, path_to(task, "end"), {}, day(end)});
  if (before.moved.empty())
    recorded.changes.push_back({Edit::Kind::set, path_to(task, "moved"), {}, Value::list().push(move), true});
  else
    recorded.changes.push_back({Edit::Kind::append, path_to(task, "moved"), {}, move, true});
  return recorded;
}

Recorded record_stop(const model::Project& project, const std::string& task, text::Date date, const std::string& reason,
                     text::Date today) {
  const Wanted wanted = open_task(project, task);
  if (wanted.refusal) return refused(*wanted.refusal);
  if (date > today) return refused(in_future(task, date));
  Recorded recorded;
  recorded.changes.push_back(
      {Edit::Kind::set, path_to(task, "stopped"), {}, Value().set("date", day(date)).set("reason", reason), true});
  return recorded;
}

Recorded record_met(const model::Project& project, const MeetingHeld& held, text::Date today) {
  const model::Meeting* meeting = project.meetings.find(held.meeting);
  const std::vector<std::string> path = {"meetings", held.meeting};
  if (meeting == nullptr)
    return refused({"meeting-unknown",
                    std::vector<std::string>{"meetings"},
                    {{"meeting", held.meeting}, {"near", text::nearest_name(held.meeting, project.meetings.ids())}}});
  if (held.date > today)
    return refused({"meeting-date-ahead", path, {{"date", text::format_date_in_words(held.date)}}});
  if (meeting->last && held.date <= *meeting->last)
    return refused({"meeting-recorded-already",
                    path,
                    {{"meeting", meeting->name},
                     {"last", text::format_date_in_words(*meeting->last)},
                     {"date", text::format_date_in_words(held.date)}}});
  if (held.next && *held.next <= held.date)
    return refused(
        {"meeting-next-before",
         path,
         {{"next", text::format_date_in_words(*held.next)}, {"date", text::format_date_in_words(held.date)}}});
  Recorded recorded;
  const auto set = [&](const char* field, Value value) {
    recorded.changes.push_back({Edit::Kind::set, {"meetings", held.meeting, field}, {}, std::move(value)});
  };
  set("last", day(held.date));
  if (held.next) set("next", day(*held.next));
  if (held.next && meeting->no_next)
    recorded.changes.push_back({Edit::Kind::remove, {"meetings", held.meeting, "no_next"}});
  if (!held.next) set("no_next", held.no_next);
  if (!held.next && meeting->next) recorded.changes.push_back({Edit::Kind::remove, {"meetings", held.meeting, "next"}});
  Value days = Value::list();
  if (meeting->last && meeting->held.empty()) days.push(day(*meeting->last));
  days.push(day(held.date));
  if (meeting->held.empty())
    recorded.changes.push_back({Edit::Kind::set, {"meetings", held.meeting, "held"}, {}, std::move(days), true});
  else
    recorded.changes.push_back({Edit::Kind::append, {"meetings", held.meeting, "held"}, {}, day(held.date), true});
  return recorded;
}

}  // namespace thrive::planning
