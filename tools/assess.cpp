// SPDX-License-Identifier: MIT
//
// assess(1): how THRIVE-like are we?

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/assessment/describe/contract.hpp"
#include "libthrive/assessment/describe/describe.hpp"
#include "libthrive/assessment/entry/imported.hpp"
#include "libthrive/cli/tool.hpp"
#include "libthrive/text/names.hpp"
#include "tools/assess/chosen.hpp"
#include "tools/assess/recording.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

std::optional<assessment::Scoring> scoring_of(cli::Session& session, const project::Opened& project,
                                              const std::string& wanted) {
  const auto chosen = choose(session, project, wanted);
  if (!chosen) return std::nullopt;
  if (assessment::is_changed(*chosen->instrument, *chosen->assessment))
    say_instrument_changed(session, project, *chosen, text::Severity::warning);
  return assessment::score_assessment(chosen->id, *chosen->assessment, *chosen->instrument);
}

void declare_score(cli::Command& command) {
  const auto wanted = std::make_shared<std::string>();
  command.option("--assessment", "ID", *wanted, "the assessment (default: the latest)")
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json, Format::svg})
      .example("assess score", "the latest assessment, item by item")
      .example("assess score --assessment baseline -o scores.svg", "a picture of items by tables")
      .run([wanted](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto scoring = scoring_of(session, *project, *wanted);
        if (!scoring) return Exit::trouble;
        cli::Result result;
        result.document = [&] { return assessment::describe_score(*scoring, project->model(), project->vocabulary()); };
        result.table = [&] { return assessment::table_of_scores(*scoring); };
        result.json = [&] { return assessment::score_contract(*scoring); };
        result.svg = [&] { return assessment::heatmap_svg(*scoring, project->model(), project->vocabulary()); };
        session.write(result);
        return Exit::ok;
      });
}

/// Two assessments can be compared when they are two and asked the same.
bool can_compare(cli::Session& session, const project::Opened& project, const Chosen& from, const Chosen& to) {
  if (from.id == to.id)
    session.problems().error(
        "compared-with-itself", project.place_of_key({"assessments", to.id}),
        "a comparison needs two assessments, and this is '" + from.id + "' twice",
        "record the follow-up with a new --assessment and --date, or name two with --from and --to");
  else if (from.assessment->instrument != to.assessment->instrument)
    session.problems().error(
        "different-instruments", project.place({"assessments", to.id, "instrument"}),
        "'" + from.id + "' was made with '" + from.assessment->instrument + "' and '" + to.id + "' with '" +
            to.assessment->instrument + "'",
        "a change of instrument looks like a change of the system; compare assessments made with the same one");
  if (session.problems().has_errors()) return false;
  for (const Chosen* chosen : {&from, &to})
    if (assessment::is_changed(*chosen->instrument, *chosen->assessment))
      say_instrument_changed(session, project, *chosen, text::Severity::error);
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

void declare_sheet(cli::Command& command) {
  struct Options {
    std::vector<std::string> tables;
    std::string instrument;
    std::optional<int> count;
  };
  const auto options = std::make_shared<Options>();
  command.option("--table", "ID", options->tables, "a sheet for this table; may be repeated (default: A)")
      .option("--tables", "N", options->count, "sheets for tables 1 to N")
      .option("--instrument", "NAME", options->instrument,
              "the instrument (default: the latest assessment's, else the built-in one)")
      .writes({Format::text, Format::markdown, Format::html, Format::csv})
      .example("assess sheet --table B -o sheet-b.html", "a blank sheet to print")
      .example("assess sheet --tables 6 -o sheets.html", "pages of their own for each of six tables")
      .example("assess sheet --table B -o sheet-b.csv", "the same for Excel; 'assess import' takes it back")
      .run([options](cli::Session& session) {
        if (options->count && (*options->count < 1 || *options->count > 1000))
          return session.usage_error("--tables is from 1 to 1000");
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const model::Assessment* latest = project->model().assessments.find(project->latest_assessment());
        const std::string name = !options->instrument.empty() ? options->instrument
                                 : latest != nullptr          ? latest->instrument
                                                              : "thrive-principles";
        const model::Instrument* instrument = project->instrument(name);
        if (instrument == nullptr) {
          session.problems().error("unknown-instrument", {}, "there is no instrument '" + name + "'",
                                   text::did_you_mean(name, project->model().instruments.ids()));
          return Exit::trouble;
        }
        std::vector<std::string> tables = options->tables;
        for (int table = 1; table <= options->count.value_or(0); ++table) tables.push_back(std::to_string(table));
        if (tables.empty()) tables = {"A"};
        cli::Result result;
        result.document = [&] {
          return assessment::score_sheets(tables, *instrument, project->model(), project->vocabulary());
        };
        result.table = [&] { return assessment::score_sheet_table(tables, *instrument); };
        session.write(result);
        return Exit::ok;
      });
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool{"assess", "how THRIVE-like are we: sheets, scores, agreement, change"};
  tool.command("sheet", "a blank score sheet for a table", declare_sheet);
  tool.command("import", "read filled-in sheets into the project", declare_import);
  tool.command("record", "record one table's score for one item", declare_record);
  tool.command("agree", "record what the room agreed for an item", declare_agree);
  tool.command("score", "an assessment, item by item", declare_score);
  tool.command("compare", "what moved between two assessments", declare_compare);
  return tool.run(argc, argv);
}
