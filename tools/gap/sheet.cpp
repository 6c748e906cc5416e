// SPDX-License-Identifier: MIT
#include "tools/gap/commands.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "libthrive/gaps/describe/describe.hpp"
#include "libthrive/improvement/idea_states.hpp"
#include "tools/gap/chosen.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

/// The ideas that answer each recommendation, by its name: "c1 Daily triage huddle: adopted".
std::map<std::string, std::vector<std::string>> answers_of(const model::Project& project, text::Date today) {
  std::map<std::string, std::vector<std::string>> answers;
  for (const improvement::IdeaStanding& idea : improvement::idea_standings(project, today))
    for (const std::string& name : idea.idea->answers)
      answers[name].push_back(idea.id + " " + idea.idea->text + ": " + std::string(improvement::in_words(idea.state)));
  return answers;
}

}  // namespace

void declare_sheet(cli::Command& command) {
  const auto items = std::make_shared<std::vector<std::string>>();
  command.option("--item", "ID", *items, "only this priority; may be repeated")
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .dated()
      .example("gap sheet -o gaps.html", "all sheets, to print or to share")
      .example("gap sheet --item S3", "one sheet")
      .run([items](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto priorities = wanted_priorities(session, *project, *items);
        if (!priorities) return Exit::trouble;
        const gaps::Reported reported = {project->model(), project->vocabulary(), instrument_behind(*project),
                                         answers_of(project->model(), session.today())};
        cli::Result result;
        result.document = [&] {
          const bool on_paper = session.format() != Format::text;
          return gaps::describe_sheets(reported, *priorities,
                                       on_paper ? gaps::SheetShape::six_columns : gaps::SheetShape::rows);
        };
        result.table = [&] { return gaps::table_of_sheets(reported, *priorities); };
        result.json = [&] { return gaps::sheets_contract(reported, *priorities); };
        session.write(result);
        return Exit::ok;
      });
}
