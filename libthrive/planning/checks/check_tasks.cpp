// SPDX-License-Identifier: MIT
#include "libthrive/planning/checks/check_tasks.hpp"

#include <algorithm>
#include <set>

#include "libthrive/planning/load.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

namespace {

std::vector<std::string> path_of(const TaskState& state, const char* field = nullptr) {
  std::vector<std::string> path = {"plan", "tasks", state.id};
  if (field != nullptr) path.emplace_back(field);
  return path;
}

/// "t35 8 days and t38 3 days": what a late task holds up; the three that are held up longest, and how many more.
text::Value held_up(const TaskStates& states, const TaskState& state) {
  std::vector<Squeezed> longest = state.squeezes;
  std::stable_sort(longest.begin(), longest.end(), [](const auto& a, const auto& b) { return a.days > b.days; });
  constexpr std::size_t most = 3;
  std::vector<std::string> told;
  for (std::size_t at = 0; at < std::min(most, longest.size()); ++at)
    told.push_back(states.tasks[longest[at].task].id + " could begin on " +
                   text::format_date_in_words(longest[at].earliest) + " at the earliest, planned " +
                   text::format_date_in_words(states.tasks[longest[at].task].task->start) + ": " +
                   std::to_string(longest[at].days) + (longest[at].days == 1 ? " day" : " days"));
  if (longest.size() > most) told.push_back(std::to_string(longest.size() - most) + " more");
  return told.empty() ? text::Value() : text::Value(text::join(told, ", "));
}

void check_late(const CheckInput& input, const TaskState& state, const std::set<std::string>& on_agendas,
                Findings& found) {
  if (state.status != Status::late) return;
  const auto& waiting_for = state.task->waiting_for;
  found.push_back({"task-late",
                   path_of(state, "end"),
                   {{"task", state.id},
                    {"name", state.task->name},
                    {"days", state.days_late},
                    {"held_up", held_up(input.states, state)}}});
  if (state.is_waiting && !state.task->risk && !on_agendas.contains(state.id))
    found.push_back(
        {"task-waiting-long", path_of(state, "waiting_for"), {{"task", state.id}, {"waiting_for", waiting_for}}});
}

void check_starts_early(const CheckInput& input, const TaskState& state, Findings& found) {
  for (const std::size_t before : state.after) {
    const TaskState& other = input.states.tasks[before];
    if (state.task->start > other.task->end) continue;
    found.push_back({"task-starts-early",
                     path_of(state, "after"),
                     {{"task", state.id},
                      {"before", other.id},
                      {"start", text::format_date_in_words(state.task->start)},
                      {"end", text::format_date_in_words(other.task->end)}}});
  }
}

/// Everything that stands on the agenda of a meeting.
std::set<std::string> agendas_of(const model::Project& project) {
  std::set<std::string> items;
  for (const auto& [id, meeting] : project.meetings) items.insert(meeting.agenda.begin(), meeting.agenda.end());
  return items;
}

/// The last day of a role: of the stakeholder or the help of that name.
std::optional<text::Date> until_of(const model::Project& project, const std::string& role) {
  for (const auto& [id, stakeholder] : project.stakeholders)
    if (stakeholder.until && (id == role || is_same_role(project, stakeholder.name, role))) return stakeholder.until;
  if (!project.plan) return std::nullopt;
  for (const auto& [id, help] : project.plan->help)
    if (help.until && is_same_role(project, help.from, role)) return help.until;
  return std::nullopt;
}

void check_owners_who_leave(const CheckInput& input, Findings& found) {
  const auto& ends = input.project.project.ends;
  if (!ends) return;
  const auto say = [&](std::vector<std::string> path, const char* kind, const std::string& id, const std::string& owner,
                       text::Date until) {
    found.push_back({"owner-leaves-with-project",
                     std::move(path),
                     {{"case", kind}, {"id", id}, {"owner", owner}, {"until", text::format_date_in_words(until)}}});
  };
  for (const TaskState& state : input.states.tasks) {
    if (!state.is_open() || state.task->end <= *ends || !state.task->owner) continue;
    const auto until = until_of(input.project, *state.task->owner);
    if (until && *until < state.task->end) say(path_of(state, "owner"), "task", state.id, *state.task->owner, *until);
  }
  for (const auto& [ramp_id, ramp] : input.project.ramps)
    for (const auto& [id, cycle] : ramp.cycles) {
      if (!cycle.act || cycle.act->decision != model::Decision::adopt || !cycle.act->sustain) continue;
      const auto& owner = cycle.act->sustain->owner;
      const auto until = owner ? until_of(input.project, *owner) : std::nullopt;
      if (until && *until <= *ends)
        say({"ramps", ramp_id, "cycles", id, "act", "sustain", "owner"}, "change", id, *owner, *until);
    }
}

void check_owners(const CheckInput& input, Findings& found) {
  for (const Load& load : loads(input.project, input.states))
    if (load.tasks > static_cast<std::size_t>(input.thresholds.at_once))
      found.push_back({"owner-loaded",
                       {"plan", "tasks"},
                       {{"owner", load.owner},
                        {"tasks", load.tasks},
                        {"week", text::format_date_in_words(load.week)},
                        {"most", input.thresholds.at_once}}});
  check_owners_who_leave(input, found);
}

}  // namespace

void check_tasks(const CheckInput& input, Findings& found) {
  for (const TaskState& state : input.states.tasks) {
    const model::PlanTask& task = *state.task;
    if (task.end < task.start)
      found.push_back({"task-ends-before-start",
                       path_of(state, "end"),
                       {{"task", state.id},
                        {"start", text::format_date_in_words(task.start)},
                        {"end", text::format_date_in_words(task.end)}}});
    if (!task.owner) found.push_back({"task-without-owner", path_of(state), {{"task", state.id}, {"name", task.name}}});
    if (task.done && input.real_today && *task.done > *input.real_today)
      found.push_back({"task-done-in-future",
                       path_of(state, "done"),
                       {{"task", state.id}, {"done", text::format_date_in_words(*task.done)}}});
  }
  if (!input.states.in_circles.empty())
    found.push_back({"tasks-in-a-circle",
                     {"plan", "tasks", input.states.in_circles.front(), "after"},
                     {{"tasks", text::Value::list_of(input.states.in_circles)}}});
}

void check_tasks_on_day(const CheckInput& input, Findings& found) {
  const std::set<std::string> on_agendas = agendas_of(input.project);
  for (const TaskState& state : input.states.tasks) {
    check_late(input, state, on_agendas, found);
    check_starts_early(input, state, found);
    if (state.has_not_begun)
      found.push_back({"task-not-begun",
                       path_of(state, "start"),
                       {{"task", state.id}, {"start", text::format_date_in_words(state.task->start)}}});
    if (state.phase && *state.phase >= 2 && state.task->serves.empty())
      found.push_back({"task-serves-nothing", path_of(state), {{"task", state.id}, {"name", state.task->name}}});
  }
  check_owners(input, found);
}

}  // namespace thrive::planning
