// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "libthrive/findings/say.hpp"
#include "libthrive/planning/describe/contract.hpp"
#include "libthrive/planning/describe/describe_list.hpp"
#include "libthrive/planning/describe/task_table.hpp"
#include "libthrive/project/figures.hpp"
#include "libthrive/text/names.hpp"
#include "tools/plan/commands.hpp"
#include "tools/plan/opened.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

/// False, with a problem, when nobody of that role owns a task, or there is no such phase.
bool can_be_asked(const planning::TaskFilter& filter, const project::Opened& project, text::Diagnostics& problems) {
  const std::vector<int> phases = planning::phases_of(project.vocabulary());
  if (filter.phase && std::find(phases.begin(), phases.end(), *filter.phase) == phases.end()) {
    text::Value known = text::Value::list();
    for (const int phase : phases) known.push(std::to_string(phase));
    findings::say(problems, {"plan-unknown-phase",
                             project.place_of_key({"plan"}),
                             {{"phase", std::to_string(*filter.phase)}, {"phases", std::move(known)}}});
    return false;
  }
  const auto is_wanted = [&](const std::string& owner) {
    return planning::is_same_role(project.model(), owner, filter.owner);
  };
  const std::vector<std::string> owners = planning::owners_of_tasks(project.model());
  if (filter.owner.empty() || std::any_of(owners.begin(), owners.end(), is_wanted)) return true;
  findings::say(problems, {"plan-unknown-owner",
                           project.place_of_key({"plan", "tasks"}),
                           {{"owner", filter.owner}, {"near", text::nearest_name(filter.owner, owners)}}});
  return false;
}

}  // namespace

void declare_list(cli::Command& command) {
  const auto filter = std::make_shared<planning::TaskFilter>();
  command.takes_projects()
      .option("--phase", "N", filter->phase, "only tasks of this phase")
      .option("--owner", "ROLE", filter->owner, "only tasks of this owner")
      .flag("--late", filter->late, "only tasks that are late")
      .flag("--open", filter->open, "only tasks that are neither done nor stopped")
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .dated()
      .example("plan list --late --as-of 2025-02-17", "what is late, and what that holds up")
      .example("plan list -f csv -o tasks.csv", "all tasks, as 'plan import' reads them back")
      .run([filter](cli::Session& session) {
        const auto known = known_of_plans(session);
        if (!known) return Exit::trouble;
        return session.answer_each(
            "plan list",
            [&](const project::Opened& project, text::Diagnostics& problems) -> std::optional<cli::Answer> {
              if (!can_be_asked(*filter, project, problems)) return std::nullopt;
              const auto opened = open_plan(project, known->thresholds, session.today());
              cli::Result result;
              result.document = [=] { return planning::describe_list(opened->reported(), *filter); };
              result.table = [=] { return planning::table_of_tasks(opened->reported(), *filter); };
              result.json = [=, &problems] {
                const auto series =
                    project::figures_of(opened->project, opened->project.model().measures.ids(), problems);
                return planning::list_contract(opened->reported(), *filter, coverage_of(*opened, *known, series));
              };
              return cli::Answer{result, {}, {}};
            });
      });
}
