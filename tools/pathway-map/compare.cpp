// SPDX-License-Identifier: MIT
#include "tools/pathway-map/commands.hpp"

#include <memory>
#include <string>

#include "libthrive/pathway/describe/describe_comparison.hpp"
#include "libthrive/pathway/entry/additions.hpp"
#include "libthrive/pathway/entry/resolve.hpp"
#include "tools/pathway-map/analysis_options.hpp"

using namespace thrive;

namespace {

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

}  // namespace

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
