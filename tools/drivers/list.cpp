// SPDX-License-Identifier: MIT
#include "tools/drivers/commands.hpp"
#include "tools/drivers/opened.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_list(cli::Command& command) {
  command.takes_projects()
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .dated()
      .example("drivers list examples/thornmere", "the theory, and what tests have said of it")
      .example("drivers list -f csv -o theory.csv examples/thornmere", "as a sheet that 'drivers import' reads back")
      .run([](cli::Session& session) {
        const auto knowledge = known(session);
        if (!knowledge) return Exit::trouble;
        return session.answer_each("drivers list", [&](const project::Opened& project, text::Diagnostics& problems) {
          const auto opened = open(project, *knowledge, session.today(), problems);
          cli::Result result;
          result.text = [=] {
            return improvement::outline(*opened->worked) + improvement::last_sentence(*opened->worked) + "\n";
          };
          result.document = [=] { return improvement::describe_theory(*opened->worked); };
          result.table = [=] { return improvement::theory_table(*opened->worked); };
          result.json = [=] { return improvement::theory_contract(*opened->worked, opened->judged().open); };
          return std::optional(cli::Answer{result});
        });
      });
}
