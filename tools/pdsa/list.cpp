// SPDX-License-Identifier: MIT
#include "tools/pdsa/commands.hpp"

#include <optional>

#include "libthrive/ramps/describe/contract.hpp"
#include "libthrive/ramps/describe/describe.hpp"
#include "tools/pdsa/opened.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_list(cli::Command& command) {
  command.takes_projects()
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .dated()
      .example("pdsa list", "ramps as a timeline, and what comes next")
      .example("pdsa list --as-of 2025-02-20 -f json examples/thornmere", "the same for a program")
      .example("pdsa list north south", "of several projects, one after the other")
      .run([](cli::Session& session) {
        const auto knowledge = known(session);
        if (!knowledge) return Exit::trouble;
        return session.answer_each("pdsa list", [&](const project::Opened& project, text::Diagnostics& problems) {
          const auto opened = open(project, *knowledge, session.today(), problems);
          cli::Result result;
          result.document = [opened] { return ramps::describe_list(opened->reported()); };
          result.table = [opened] { return ramps::table_of_cycles(opened->reported()); };
          result.json = [opened] { return ramps::list_contract(opened->reported()); };
          return std::optional(cli::Answer{result, {}, {}});
        });
      });
}
