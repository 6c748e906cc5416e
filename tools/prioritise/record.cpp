// SPDX-License-Identifier: MIT
#include "tools/prioritise/commands.hpp"

#include <fmt/core.h>

#include <memory>
#include <optional>
#include <string>

#include "tools/prioritise/lists.hpp"

using namespace thrive;
using cli::Exit;

void declare_record(cli::Command& command) {
  struct Options {
    std::string table;
    std::string ranking;
    std::string not_discussed;
    std::optional<int> people;
    std::optional<double> weight;
    bool blank = false;
    bool replace = false;
  };
  const auto options = std::make_shared<Options>();
  command.option("--table", "TABLE", options->table, "the table's name")
      .option("--ranking", "LIST", options->ranking, "its list, best first: 'S3 > M6 = S2 > P3'; '=' is a tie")
      .option("--not-discussed", "ITEMS", options->not_discussed, "items it did not talk about: 'M1, M2'")
      .option("--people", "N", options->people, "how many people sat at the table")
      .option("--weight", "X", options->weight, "how much it counts; 1 when left out")
      .flag("--blank", options->blank, "the table hands in nothing")
      .flag("--replace", options->replace, "take this list in place of the one that is there")
      .records()
      .example("prioritise record --table D --ranking 'S3 > M6 = S2 > P3'", "a table's list, with a tie")
      .example("prioritise record --table E --people 7", "a table that has not ranked yet: it is awaited")
      .example("prioritise record --table F --blank", "a blank return")
      .run([options](cli::Session& session) {
        if (options->table.empty()) return session.usage_error("--table TABLE says whose list it is");
        if (options->blank && !options->ranking.empty())
          return session.usage_error("a table has a --ranking or is --blank, not both");
        if (options->people && *options->people < 1) return session.usage_error("--people is at least 1");
        if (options->weight && *options->weight < 0) return session.usage_error("--weight cannot be negative");
        const priorities::HandedIn list =
            priorities::list_of_options({options->table, options->ranking, options->not_discussed, options->people,
                                         options->weight, options->blank},
                                        session.problems());
        if (session.problems().has_errors()) return Exit::trouble;
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              return write_lists(session, project, {list},
                                 options->replace ? priorities::Known::replaced : priorities::Known::refused, changes);
            },
            fmt::format("table '{}' recorded", options->table));
      });
}
