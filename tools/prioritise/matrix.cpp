// SPDX-License-Identifier: MIT
#include "tools/prioritise/commands.hpp"

#include "libthrive/priorities/describe/describe.hpp"
#include "libthrive/priorities/describe/describe_matrix.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_matrix(cli::Command& command) {
  command.writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json, Format::svg})
      .example("prioritise matrix", "ideas by quarter, and where raters differ")
      .example("prioritise matrix -o matrix.svg", "the picture")
      .run([](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto heading = priorities::heading_of(project->model());
        const auto ideas = priorities::rate_ideas(project->model());
        cli::Result result;
        result.document = [&] { return priorities::describe_matrix(ideas, heading); };
        result.table = [&] { return priorities::matrix_table(ideas); };
        result.json = [&] { return priorities::matrix_contract(ideas); };
        result.svg = [&] { return priorities::draw_matrix(ideas, heading); };
        session.write(result);
        return Exit::ok;
      });
}
