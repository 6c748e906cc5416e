// SPDX-License-Identifier: MIT
#include "tools/assess/commands.hpp"

#include <memory>
#include <string>

#include "libthrive/assessment/describe/contract.hpp"
#include "libthrive/assessment/describe/describe.hpp"
#include "tools/assess/chosen.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

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
