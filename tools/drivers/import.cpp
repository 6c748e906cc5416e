// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "libthrive/improvement/entry/diagram_rows.hpp"
#include "tools/drivers/commands.hpp"
#include "tools/drivers/opened.hpp"

using namespace thrive;

void declare_import(cli::Command& command) {
  const auto from = std::make_shared<std::string>();
  command.option("--from", "FILE", *from, "a CSV file with the columns level, parent and text; - for standard input")
      .records()
      .example("drivers import --from theory.csv --dry-run -q examples/thornmere", "only whether it can be read")
      .example("drivers import --from theory.csv -n examples/thornmere", "what would be added")
      .run([from](cli::Session& session) {
        if (from->empty()) return session.usage_error("--from FILE names what to read");
        const auto input = session.table(*from);
        if (!input) return cli::Exit::trouble;
        tables::Table sheet(*input, improvement::columns_of_diagram(), session.problems());
        const auto rows = improvement::diagram_rows(sheet, session.problems());
        if (session.problems().has_errors()) return cli::Exit::trouble;
        return session.record([&](const project::Opened& project, project::Changes& changes) {
          const auto taken = improvement::take_diagram(rows, project.model(), session.problems());
          changes.add(taken.changes);
          session.say(fmt::format("added {}, {} there already", taken.added, taken.there_already));
          return !session.problems().has_errors();
        });
      });
}
