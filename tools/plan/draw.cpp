// SPDX-License-Identifier: MIT
#include "libthrive/planning/draw/draw_plan.hpp"
#include "tools/plan/commands.hpp"
#include "tools/plan/opened.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_draw(cli::Command& command) {
  command.writes({Format::text, Format::svg, Format::mermaid, Format::html, Format::markdown})
      .dated()
      .example("plan draw --as-of 2025-02-17", "the plan as lines of characters")
      .example("plan draw -o plan.svg", "bars by phase, what is late, and today")
      .run([](cli::Session& session) {
        const auto thresholds = known_thresholds(session);
        const auto project = thresholds ? session.project() : std::nullopt;
        if (!project) return Exit::trouble;
        const auto opened = open_plan(*project, *thresholds, session.today());
        cli::Result result;
        result.text = [=] { return planning::plan_as_text(opened->reported()); };
        result.svg = [=] { return planning::draw_plan(opened->reported()); };
        result.mermaid = [=] { return planning::plan_as_mermaid(opened->reported()); };
        result.document = [=] { return planning::plan_picture(opened->reported()); };
        session.write(result);
        return Exit::ok;
      });
}
