// SPDX-License-Identifier: MIT
#include "tools/assess/commands.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/assessment/describe/contract.hpp"
#include "libthrive/assessment/describe/describe.hpp"
#include "libthrive/assessment/entry/imported.hpp"
#include "libthrive/findings/say.hpp"
#include "tools/assess/chosen.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

/// Two assessments can be compared when they are two and asked the same.
bool can_compare(cli::Session& session, const project::Opened& project, const Chosen& from, const Chosen& to) {
  if (from.id == to.id)
    findings::say(session.problems(),
                  {"compared-with-itself", project.place_of_key({"assessments", to.id}), {{"from", from.id}}});
  else if (from.assessment->instrument != to.assessment->instrument)
    findings::say(session.problems(), {"different-instruments",
                                       project.place({"assessments", to.id, "instrument"}),
                                       {{"from", from.id},
                                        {"from_instrument", from.assessment->instrument},
                                        {"to", to.id},
                                        {"to_instrument", to.assessment->instrument}}});
  if (session.problems().has_errors()) return false;
  for (const Chosen* chosen : {&from, &to})
    if (assessment::is_changed(*chosen->instrument, *chosen->assessment))
      say_instrument_changed(session, project, *chosen, "comparing");
  return !session.problems().has_errors();
}

Exit compare_sites(cli::Session& session) {
  std::vector<project::Opened> projects;  // the scorings point into them
  for (const std::string& path : session.paths())
    if (auto project = session.project(path)) projects.push_back(std::move(*project));
  std::vector<std::pair<std::string, assessment::Scoring>> sites;
  for (const project::Opened& project : projects)
    if (auto scoring = scoring_of(session, project, ""))
      sites.emplace_back(project.model().project.locality.value_or(project.model().project.name), std::move(*scoring));
  if (session.problems().has_errors()) return Exit::trouble;
  cli::Result result;
  result.document = [&] { return assessment::describe_sites(sites, projects.front().vocabulary()); };
  result.table = [&] { return assessment::table_of_sites(sites); };
  result.json = [&] { return assessment::sites_contract(sites); };
  result.svg = [&] { return assessment::sites_svg(sites, projects.front().vocabulary()); };
  session.write(result);
  return Exit::ok;
}

}  // namespace

void declare_compare(cli::Command& command) {
  struct Options {
    std::string from, to;
  };
  const auto options = std::make_shared<Options>();
  command.option("--from", "ID", options->from, "the earlier assessment (default: the first)")
      .option("--to", "ID", options->to, "the later assessment (default: the latest)")
      .takes_projects()
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json, Format::svg})
      .example("assess compare --from baseline --to month-12", "what moved, and whether it could be chance")
      .example("assess compare north.yaml south.yaml", "two localities side by side, as they are")
      .run([options](cli::Session& session) {
        if (session.paths().size() > 1) return compare_sites(session);
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto& all = project->model().assessments;
        const std::string first = options->from.empty() && !all.empty() ? all[0].id : options->from;
        const auto from = choose(session, *project, first), to = choose(session, *project, options->to);
        if (!from || !to || !can_compare(session, *project, *from, *to)) return Exit::trouble;
        const auto before = assessment::score_assessment(from->id, *from->assessment, *from->instrument);
        const auto after = assessment::score_assessment(to->id, *to->assessment, *to->instrument);
        const auto comparison = assessment::compare(before, after);
        cli::Result result;
        result.document = [&] {
          return assessment::describe_comparison(comparison, project->model(), project->vocabulary());
        };
        result.table = [&] { return assessment::table_of_changes(comparison); };
        result.json = [&] { return assessment::compare_contract(comparison); };
        result.svg = [&] {
          return assessment::sites_svg({{from->id, before}, {to->id, after}}, project->vocabulary());
        };
        session.write(result);
        return Exit::ok;
      });
}
