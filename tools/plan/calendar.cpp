// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>

#include "libthrive/planning/draw/icalendar.hpp"
#include "libthrive/project/found.hpp"
#include "libthrive/text/names.hpp"
#include "tools/plan/commands.hpp"
#include "tools/plan/opened.hpp"

using namespace thrive;
using cli::Exit;

namespace {

struct CalendarOptions : planning::CalendarFilter {
  bool to_do = false;
};

/// Everybody who owns something with a date.
std::vector<std::string> owners_of(const std::vector<planning::CalendarItem>& items) {
  std::vector<std::string> owners;
  for (const planning::CalendarItem& item : items)
    if (!item.owner.empty() && std::find(owners.begin(), owners.end(), item.owner) == owners.end())
      owners.push_back(item.owner);
  return owners;
}

/// False, with a problem, when the owner that is asked for owns nothing with a date.
bool knows_owner(const project::Opened& project, const planning::TaskStates& states, const std::string& owner,
                 text::Diagnostics& problems) {
  const auto owners = owners_of(planning::calendar_items(project.model(), states, {}));
  const auto is_it = [&](const std::string& one) { return planning::is_same_role(project.model(), one, owner); };
  if (owner.empty() || std::any_of(owners.begin(), owners.end(), is_it)) return true;
  project::say(project, problems,
               {"plan-unknown-owner",
                {"plan"},
                {{"case", "date"}, {"owner", owner}, {"near", text::nearest_name(owner, owners)}}});
  return false;
}

/// Some programs take `\n` in a text, as in a folder `S:\notes`, for the end of a line, however it is written.
void warn_of_backslashes(const project::Opened& project, const std::vector<planning::CalendarItem>& items,
                         text::Diagnostics& problems) {
  for (const planning::CalendarItem& item : items)
    for (const std::string& words : {item.summary, item.description, item.where})
      if (words.find('\\') != std::string::npos) {
        project::say(project, problems, {"calendar-backslash", item.path, {{"id", item.id}}});
        break;
      }
}

void warn_of_times(const project::Opened& project, text::Diagnostics& problems) {
  const auto say = [&](std::vector<std::string> path, const std::string& time) {
    project::say(project, problems, {"calendar-time", std::move(path), {{"time", time}}});
  };
  for (const auto& [id, meeting] : project.model().meetings)
    if (meeting.next && meeting.time && !planning::minute_of_day(*meeting.time))
      say({"meetings", id, "time"}, *meeting.time);
  for (const auto& [id, workshop] : project.model().workshops)
    if (workshop.date && workshop.begin && !planning::minute_of_day(*workshop.begin))
      say({"workshops", id, "begin"}, *workshop.begin);
}

}  // namespace

void declare_calendar(cli::Command& command) {
  const auto options = std::make_shared<CalendarOptions>();
  command.flag("--todo", options->to_do, "things to do instead of events, for programs that know them")
      .option("--owner", "ROLE", options->owner, "only what this role owns")
      .option("--from", "DATE", options->from, "only from this day on")
      .option("--to", "DATE", options->to, "only up to this day, included")
      .writes({cli::Format::ics})
      .dated()
      .example("plan calendar -o plan.ics", "everything with a date, for any calendar program")
      .example("plan calendar --owner 'QI coach' --from 2025-03-01 -o coach.ics",
               "what one role has to do from March on")
      .run([options](cli::Session& session) {
        if (options->from && options->to && *options->to < *options->from)
          return session.usage_error("--to is before --from");
        const auto thresholds = known_thresholds(session);
        const auto project = thresholds ? session.project() : std::nullopt;
        if (!project) return Exit::trouble;
        const auto opened = open_plan(*project, *thresholds, session.today());
        if (!knows_owner(*project, opened->states, options->owner, session.problems())) return Exit::trouble;
        const auto items = planning::calendar_items(project->model(), opened->states, *options);
        warn_of_backslashes(*project, items, session.problems());
        warn_of_times(*project, session.problems());
        if (items.empty()) project::say(*project, session.problems(), {"calendar-empty", {"plan"}, {}});
        cli::Result result;
        result.ics = [&] {
          return planning::icalendar(project->model(), items, session.today(),
                                     options->to_do ? planning::CalendarForm::to_do : planning::CalendarForm::events);
        };
        session.write(result);
        return Exit::ok;
      });
}
