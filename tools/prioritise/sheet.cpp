// SPDX-License-Identifier: MIT
#include "tools/prioritise/commands.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/priorities/describe/describe_sheet.hpp"
#include "tools/prioritise/room.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_sheet(cli::Command& command) {
  struct Options {
    std::vector<std::string> tables;
    std::optional<int> count;
  };
  const auto options = std::make_shared<Options>();
  command.option("--table", "TABLE", options->tables, "a sheet for this table; may be repeated")
      .option("--tables", "N", options->count, "sheets for tables 1 to N")
      .writes({Format::markdown, Format::html, Format::csv})
      .example("prioritise sheet --tables 6 -o sheets.html", "a page a table, to print")
      .example("prioritise sheet --tables 6 -o lists.csv", "a sheet to type into, for 'prioritise import'")
      .run([options](cli::Session& session) {
        if (options->count && (*options->count < 1 || *options->count > 1000))
          return session.usage_error("--tables is from 1 to 1000");
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const Room room = room_of(*project);
        const model::PriorityRules& fixed = room.priorities.rules;
        priorities::SheetRules rules{options->tables, static_cast<std::size_t>(fixed.choose),
                                     static_cast<std::size_t>(fixed.points_from.value_or(fixed.choose))};
        for (int table = 1; table <= options->count.value_or(0); ++table) rules.tables.push_back(std::to_string(table));
        if (rules.tables.empty()) rules.tables = room.priorities.tables.ids();
        if (rules.tables.empty()) rules.tables = {"____"};
        cli::Result result;
        result.document = [&] {
          return priorities::describe_ranking_sheets(rules, room.names, room.candidates, room.known, room.heading);
        };
        result.table = [&] { return priorities::ranking_sheet_table(rules); };
        session.write(result);
        return Exit::ok;
      });
}
