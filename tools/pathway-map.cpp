// SPDX-License-Identifier: MIT
//
// pathway-map(1): the map of services and flows, what it shows, and agreement between tables.
#include <fmt/core.h>

#include <memory>

#include "libthrive/cli/tool.hpp"
#include "libthrive/pathway/describe/contract.hpp"
#include "libthrive/pathway/describe/describe.hpp"
#include "libthrive/pathway/describe/describe_comparison.hpp"
#include "libthrive/pathway/describe/describe_list.hpp"
#include "libthrive/pathway/describe/sheet.hpp"
#include "libthrive/pathway/entry/resolve.hpp"
#include "libthrive/pathway/picture/picture_findings.hpp"
#include "libthrive/pathway/picture/picture_formats.hpp"
#include "libthrive/pathway/picture/picture_svg.hpp"
#include "tools/pathway-map/recording.hpp"

using namespace thrive;

namespace {

/// The words to count by, from the project's vocabulary.
pathway::AnalysisOptions analysis_options(const project::Opened& project) {
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
        if (options->hops < 0) return session.usage_error("--hops cannot be negative");
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
        std::optional<pathway::Loss> loss;
        if (!wanted.without.empty()) {
          wanted.without.clear();
          loss = pathway::loss_by_closing(pathway::analyse(project->model(), wanted), analysis);
        }
        cli::Result result;
        result.document = [&] {
          return pathway::describe(project->model(), analysis, findings, project->vocabulary(), loss);
        };
        result.table = [&] {
          return pathway::analysis_table(options->table, analysis, findings, project->vocabulary());
        };
        result.json = [&] { return pathway::contract(analysis, findings, loss); };
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
      .choice("--paper", {"a0", "a1", "a2", "a3", "a4"}, options->paper,
              "the paper to draw for, landscape (default: a3)")
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
        const auto paper = pathway::paper_from_name(options->paper);
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

void declare_list(cli::Command& command) {
  struct Options {
    std::string kind;
    std::string pathway;
  };
  const auto options = std::make_shared<Options>();
  command.word("WHAT", pathway::list_kinds(), options->kind, "what to list")
      .option("--pathway", "ID", options->pathway, "whose flows (default: the first pathway's)")
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::csv, cli::Format::json})
      .example("pathway-map list services", "the services, one a line")
      .example("pathway-map list flows -o flows.csv", "the flows, to edit in a spreadsheet and import again")
      .run([options](cli::Session& session) {
        const auto project = session.project();
        if (!project) return cli::Exit::trouble;
        pathway::Resolver resolve(project->model(), session.problems());
        const std::string id = resolve.pathway(options->pathway);
        if (session.problems().has_errors()) return cli::Exit::trouble;
        cli::Result result;
        result.document = [&] { return pathway::list_document(project->model(), options->kind, id); };
        result.table = [&] { return pathway::list_table(project->model(), options->kind, id); };
        result.json = [&] { return pathway::list_contract(project->model(), options->kind, id); };
        session.write(result);
        return cli::Exit::ok;
      });
}

void declare_sheet(cli::Command& command) {
  struct Options {
    std::string what;
    std::string begin = "09:30";
    int first = 60;
    int second = 60;
  };
  const auto options = std::make_shared<Options>();
  command.word("WHAT", {"scope", "review", "agenda"}, options->what, "the sheet to print")
      .option("--begin", "HH:MM", options->begin, "agenda: when the workshop begins (default: 09:30)")
      .option("--first-slot", "MINUTES", options->first, "agenda: time to find and draw (default: 60)")
      .option("--second-slot", "MINUTES", options->second, "agenda: time for the review (default: 60)")
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html})
      .example("pathway-map sheet scope -o scope.html", "a blank for finding the services, to print")
      .example("pathway-map sheet agenda --first-slot 75", "the agenda, with an hour and a quarter to draw")
      .run([options](cli::Session& session) {
        const int begin = pathway::minutes_of_day(options->begin);
        if (begin < 0) return session.usage_error("--begin takes a time such as 09:30");
        if (options->first < 1 || options->second < 1) return session.usage_error("a slot has at least one minute");
        const auto project = session.project();
        if (!project) return cli::Exit::trouble;
        std::vector<std::string> perspectives;
        for (const auto& term : project->vocabulary().terms("perspectives")) perspectives.push_back(term.name);
        const auto sessions = pathway::usual_agenda(perspectives, options->first, options->second);
        cli::Result result;
        result.document = [&] {
          if (options->what == "scope") return pathway::scope_sheet(project->model(), project->vocabulary());
          if (options->what == "review") return pathway::review_sheet(project->model(), project->vocabulary());
          return pathway::agenda_sheet(project->model(), sessions, begin);
        };
        session.write(result);
        return cli::Exit::ok;
      });
}

/// One side of a comparison: its pathway, analysed.
pathway::ComparedSide compared_side(const project::Opened& project, const std::string& id, bool name_the_project) {
  auto wanted = analysis_options(project);
  wanted.pathway = id;
  const model::Pathway* drawing = project.model().pathways.find(id);
  pathway::ComparedSide side{{&project.model(), id},
                             drawing && drawing->name ? *drawing->name : id,
                             pathway::analyse(project.model(), wanted),
                             {}};
  if (name_the_project) side.name = project.model().project.name + ", " + side.name;
  side.findings = pathway::findings(side.analysis, project.vocabulary());
  return side;
}

void declare_compare(cli::Command& command) {
  struct Options {
    std::string pathway;
    std::string with;
  };
  const auto options = std::make_shared<Options>();
  command.takes_projects()
      .option("--pathway", "ID", options->pathway, "A: the pathway to compare (default: the first)")
      .option("--with", "ID", options->with, "B: the pathway to compare it with (default: the second project's first)")
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::csv, cli::Format::json})
      .example("pathway-map compare --pathway current --with target", "today and the redesign")
      .example("pathway-map compare north.yaml south.yaml", "two projects")
      .run([options](cli::Session& session) {
        const auto& paths = session.paths();
        if (paths.size() > 2) return session.usage_error("compare takes one PROJECT, or two");
        const bool two_projects = paths.size() == 2;
        if (!two_projects && options->with.empty())
          return session.usage_error("--with ID names the pathway to compare with, or name a second PROJECT");
        const auto project_a = session.project(paths.front());
        const auto project_b = two_projects ? session.project(paths[1]) : project_a;
        if (!project_a || !project_b) return cli::Exit::trouble;
        pathway::Resolver resolve_a(project_a->model(), session.problems());
        pathway::Resolver resolve_b(project_b->model(), session.problems());
        const std::string id_a = resolve_a.pathway(options->pathway);
        const std::string id_b = resolve_b.pathway(options->with);
        if (session.problems().has_errors()) return cli::Exit::trouble;

        const auto a = compared_side(*project_a, id_a, two_projects);
        const auto b = compared_side(*project_b, id_b, two_projects);
        const auto comparison = pathway::compare(a.side, b.side);
        cli::Result result;
        result.document = [&] { return pathway::describe_comparison(a, b, comparison); };
        result.table = [&] { return pathway::comparison_table(a, b, comparison); };
        result.json = [&] { return pathway::comparison_contract(a, b, comparison); };
        session.write(result);
        return cli::Exit::ok;
      });
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool("pathway-map", "map services and flows, see what the map shows, agree on it");
  tool.command("add", "add a service, a flow or a pathway", declare_add);
  tool.command("observe", "record what the workshop saw at a service or a flow", declare_observe);
  tool.command("import", "add services, flows and observations from CSV", declare_import);
  tool.command("list", "list services, flows, observations or pathways", declare_list);
  tool.command("sheet", "print a blank for the workshop, or its agenda", declare_sheet);
  tool.command("analyse", "what the map shows, as findings with their evidence", declare_analyse);
  tool.command("draw", "the map as a picture, or as sentences", declare_draw);
  tool.command("compare", "what differs between two pathways, and what that means", declare_compare);
  tool.command("agree", "from the tables' maps to one", declare_agree);
  return tool.run(argc, argv);
}
