// SPDX-License-Identifier: MIT
//
// pathway-map(1): the map of services and flows, what it shows, and agreement between tables.
#include <memory>

#include "libthrive/cli/tool.hpp"
#include "libthrive/pathway/contract.hpp"
#include "libthrive/pathway/describe.hpp"
#include "libthrive/pathway/picture_findings.hpp"
#include "libthrive/pathway/picture_formats.hpp"
#include "libthrive/pathway/picture_svg.hpp"
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
        // A map always shows something; only whoever asks for the findings alone wants to be told by the exit status.
        return options->brief && pathway::has_warnings(findings) ? cli::Exit::findings : cli::Exit::ok;
      });
}

void declare_draw(cli::Command& command) {
  struct Options {
    std::string pathway;
    std::string compare;
    std::string focus;
    std::string paper = "a3";
    pathway::PictureOptions picture;
    bool no_findings = false;
  };
  const auto options = std::make_shared<Options>();
  command.option("--pathway", "ID", options->pathway, "the pathway to draw (default: the first)")
      .choice("--lanes", {"sector", "category", "grouping"}, options->picture.lanes,
              "what the lanes are (default: sector)")
      .choice("--columns", {"distance", "stage"}, options->picture.columns, "what the columns are (default: distance)")
      .option("--focus", "SERVICE", options->focus, "draw only what is near this service")
      .option("--hops", "N", options->picture.hops, "how near, in steps either way (default: 1)")
      .option("--min-people", "N", options->picture.min_people, "leave out flows known to carry fewer people a year")
      .option("--compare", "ID", options->compare, "show what differs from this pathway")
      .choice("--paper", {"a3", "a4"}, options->paper, "the paper to draw for, landscape (default: a3)")
      .flag("--no-findings", options->no_findings, "the map alone, without the numbered findings")
      .writes({cli::Format::svg, cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::dot,
               cli::Format::mermaid, cli::Format::graphml, cli::Format::csv})
      .example("pathway-map draw -o map.svg", "the map as a picture, A3 landscape")
      .example("pathway-map draw --pathway target --compare current -o change.svg", "what a redesign would change")
      .run([options](cli::Session& session) {
        const auto project = session.project();
        if (!project) return cli::Exit::trouble;
        auto wanted = analysis_options(*project);
        auto picture_options = options->picture;
        pathway::Resolver resolve(project->model(), session.problems());
        wanted.pathway = resolve.pathway(options->pathway);
        if (!options->compare.empty()) picture_options.compare_with = resolve.pathway(options->compare);
        if (!options->focus.empty()) picture_options.focus = resolve.service(options->focus);
        if (session.problems().has_errors()) return cli::Exit::trouble;

        const auto analysis = pathway::analyse(project->model(), wanted);
        picture_options.gatekeepers = pathway::picture_gatekeepers(analysis);
        if (!options->no_findings)
          picture_options.findings = pathway::picture_findings(analysis, project->vocabulary());
        const auto picture =
            pathway::make_picture(project->model(), project->vocabulary(), wanted.pathway, picture_options);
        const auto paper = options->paper == "a4" ? pathway::Paper::a4 : pathway::Paper::a3;
        cli::Result result;
        result.svg = [&] { return pathway::picture_svg(picture, paper); };
        result.document = [&] { return pathway::picture_document(picture); };
        result.dot = [&] { return pathway::picture_dot(picture); };
        result.mermaid = [&] { return pathway::picture_mermaid(picture); };
        result.graphml = [&] { return pathway::picture_graphml(picture); };
        result.table = [&] { return pathway::picture_table(picture); };
        session.write(result);
        return cli::Exit::ok;
      });
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool("pathway-map", "map services and flows, see what the map shows, agree on it");
  tool.command("analyse", "what the map shows, as findings with their evidence", declare_analyse);
  tool.command("draw", "the map as a picture, or as sentences", declare_draw);
  return tool.run(argc, argv);
}
