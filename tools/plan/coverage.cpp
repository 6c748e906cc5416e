// SPDX-License-Identifier: MIT
#include <memory>

#include "libthrive/planning/describe/describe_coverage.hpp"
#include "libthrive/project/figures.hpp"
#include "tools/plan/commands.hpp"
#include "tools/plan/opened.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_coverage(cli::Command& command) {
  command.takes_projects()
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .dated()
      .example("plan coverage --as-of 2025-02-17", "which steps of implementation the project itself shows")
      .example("plan coverage -f csv -o coverage.csv", "the same as a table")
      .run([](cli::Session& session) {
        const auto known = known_of_plans(session);
        if (!known) return Exit::trouble;
        return session.answer_each("plan coverage", [&](const project::Opened& project, text::Diagnostics& problems) {
          const auto opened = open_plan(project, known->thresholds, session.today());
          const auto coverage = std::make_shared<const planning::Coverage>(
              coverage_of(*opened, *known, project::figures_of(project, project.model().measures.ids(), problems)));
          cli::Result result;
          result.document = [=] { return planning::describe_coverage(opened->reported(), *coverage); };
          result.table = [=] { return planning::table_of_coverage(opened->reported(), *coverage); };
          result.json = [=] { return planning::coverage_contract(opened->reported(), *coverage); };
          return std::optional(cli::Answer{result, {}, {}});
        });
      });
}
