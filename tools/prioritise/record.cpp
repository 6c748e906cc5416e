// SPDX-License-Identifier: MIT
#include "tools/prioritise/commands.hpp"

#include <fmt/core.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tools/prioritise/lists.hpp"

using namespace thrive;
using cli::Exit;

namespace {

struct TableOptions {
  std::string table;
  std::string ranking;
  std::string not_discussed;
  std::optional<int> people;
  std::optional<double> weight;
  bool blank = false;
  bool replace = false;
  std::vector<priorities::ListDetail> without;
};

/// What is wrong with the details to take away; empty when nothing is.
std::string wrong_with_without(const TableOptions& options) {
  if (!options.without.empty() && !options.replace) return "--without goes with --replace";
  for (const priorities::ListDetail detail : options.without) {
    const bool is_given = detail == priorities::ListDetail::people   ? options.people.has_value()
                          : detail == priorities::ListDetail::weight ? options.weight.has_value()
                                                                     : !options.not_discussed.empty();
    if (is_given) return "--without takes away what another option gives";
  }
  return {};
}

}  // namespace

void declare_record(cli::Command& command) {
  const auto options = std::make_shared<TableOptions>();
  command.option("--table", "TABLE", options->table, "the table's name")
      .option("--ranking", "LIST", options->ranking, "its list, best first: 'S3 > M6 = S2 > P3'; '=' is a tie")
      .option("--not-discussed", "ITEMS", options->not_discussed, "items it did not talk about: 'M1, M2'")
      .option("--people", "N", options->people, "how many people sat at the table")
      .option("--weight", "X", options->weight, "how much it counts; 1 for a new table when left out")
      .flag("--blank", options->blank, "the table hands in nothing")
      .flag("--replace", options->replace, "take this in place of what is there; what is not given stays")
      .choice("--without", options->without, "with --replace: take this detail away")
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
        if (const std::string wrong = wrong_with_without(*options); !wrong.empty()) return session.usage_error(wrong);
        const priorities::HandedIn list =
            priorities::list_of_options({options->table, options->ranking, options->not_discussed, options->people,
                                         options->weight, options->blank},
                                        session.problems());
        if (session.problems().has_errors()) return Exit::trouble;
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              const auto known = options->replace ? priorities::Known::replaced : priorities::Known::refused;
              return write_lists(session, project, {list}, {known, options->without}, changes);
            },
            fmt::format("table '{}' recorded", options->table));
      });
}
