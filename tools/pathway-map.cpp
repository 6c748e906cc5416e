// SPDX-License-Identifier: MIT
//
// pathway-map(1): the map of services and flows, what it shows, and agreement between tables.
#include <memory>

#include "libthrive/cli/tool.hpp"
#include "libthrive/pathway/contract.hpp"
#include "libthrive/pathway/describe.hpp"
#include "libthrive/pathway/resolve.hpp"

using namespace thrive;

namespace {

/// The words to count by, from the project's vocabulary.
pathway::AnalysisOptions analysis_options(const project::Project& project) {
  pathway::AnalysisOptions options;
  options.groupings = project.vocabulary().ids("groupings");
  options.perspectives = project.vocabulary().ids("perspectives");
  options.kinds = project.vocabulary().ids("observation-kinds");
  return options;
}

void declare_analyse(cli::Command& command) {
  struct Options {
    std::string pathway;
    std::vector<std::string> without;
    std::vector<std::string> from;
    std::vector<std::string> to;
    int hops = 7;
    std::string table = "findings";
    bool brief = false;
    std::vector<std::string> only;
  };
  const auto options = std::make_shared<Options>();
  command.option("--pathway", "ID", options->pathway, "the pathway to analyse (default: the first)")
      .option("--without", "SERVICE", options->without, "what if this service closed; may be repeated")
      .option("--from", "SERVICE", options->from, "look for the route with most assessments from here")
      .option("--to", "SERVICE", options->to, "and to here (default: from the starts to the ends)")
      .option("--hops", "N", options->hops, "steps such a route has at most (default: 7)")
      .choice("--table", pathway::analysis_tables(), options->table, "the table that CSV has (default: findings)")
      .flag("--brief", options->brief, "only the findings, one a line with their place in the project")
      .option("--only", "CODE", options->only, "only findings with this code; may be repeated")
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::csv, cli::Format::json})
      .example("pathway-map analyse", "what the map shows, in sentences")
      .example("pathway-map analyse --without spa -f json", "the figures without one service")
      .example("pathway-map analyse --brief --only queue-growing", "for cron: quiet while no queue grows")
      .run([options](cli::Session& session) {
        const auto project = session.project();
        if (!project) return cli::Exit::trouble;
        auto wanted = analysis_options(*project);
        pathway::Resolver resolve(project->model(), session.problems());
        wanted.pathway = resolve.pathway(options->pathway);
        wanted.without = resolve.services(options->without);
        wanted.route_from = resolve.services(options->from);
        wanted.route_to = resolve.services(options->to);
        wanted.search.hops = options->hops;
        if (session.problems().has_errors()) return cli::Exit::trouble;

        const auto analysis = pathway::analyse(project->model(), wanted);
        const auto findings = pathway::only(pathway::findings(analysis, project->vocabulary()), options->only);
        cli::Result result;
        result.document = [&] {
          return pathway::describe(project->model(), analysis, findings, project->vocabulary());
        };
        result.table = [&] {
          return pathway::analysis_table(options->table, analysis, findings, project->vocabulary());
        };
        result.json = [&] { return pathway::contract(analysis, findings); };
        if (options->brief)
          result.text = [&] {
            return pathway::finding_lines(analysis, findings,
                                          [&](const auto& path) { return project->place_of_key(path); });
          };
        session.write(result);
        return pathway::has_warnings(findings) ? cli::Exit::findings : cli::Exit::ok;
      });
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool("pathway-map", "map services and flows, see what the map shows, agree on it");
  tool.command("analyse", "what the map shows, as findings with their evidence", declare_analyse);
  return tool.run(argc, argv);
}
