// SPDX-License-Identifier: MIT
#include "tools/assess/commands.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/assessment/entry/imported.hpp"
#include "tools/assess/target.hpp"

using namespace thrive;
using cli::Exit;

void declare_import(cli::Command& command) {
  struct Options : Target {
    std::vector<std::string> files;
    std::string table;
    bool update = false;
    std::vector<assessment::ScoreDetail> without;
  };
  const auto options = std::make_shared<Options>();
  command.option("--from", "FILE", options->files, "a sheet of scores, or - for standard input; may be repeated")
      .option("--table", "ID", options->table, "the table, for sheets that do not name it")
      .flag("--replace", options->replace,
            "replace scores that are there by what the sheet gives; details that it does not give stay")
      .choice("--without", options->without, "with --replace: take this away where the sheet has none")
      .flag("--update", options->update,
            "fill blanks and change what differs of scores that are there; nothing is erased");
  add_target(command, *options);
  command.example("assess import --from sheet-b.csv", "read a filled-in sheet")
      .example("assess import --from sheet-b.csv --update", "with evidence that came later")
      .example("assess import --assessment month-12 --date 2025-03-19 --instrument local-v1 --from all.csv",
               "start an assessment from one")
      .run([options](cli::Session& session) {
        if (options->files.empty()) return session.usage_error("say which sheets with --from");
        if (const std::string wrong = wrong_with(*options); !wrong.empty()) return session.usage_error(wrong);
        if (options->replace && options->update)
          return session.usage_error("--replace and --update exclude each other");
        if (!options->without.empty() && !options->replace) return session.usage_error("--without goes with --replace");
        const auto known =
            options->replace || options->update ? assessment::Known::replaced : assessment::Known::refused;
        std::vector<tables::Input> sheets;
        for (const std::string& file : options->files)
          if (const auto sheet = session.table(file)) sheets.push_back(*sheet);
        if (session.problems().has_errors()) return Exit::trouble;
        const auto decide = [&](const project::Opened& project, project::Changes& changes) {
          model::Assessment fresh;
          const auto chosen = open_target(session, project, *options, changes, fresh);
          if (!chosen) return false;
          const auto scores = assessment::read_scores(sheets, options->table, *chosen->instrument,
                                                      chosen->assessment->tables.ids(), session.problems());
          record_scores(session, project, *chosen, scores, {known, options->without}, changes);
          return !session.problems().has_errors();
        };
        return session.record(decide, "read " + std::to_string(sheets.size()) +
                                          (sheets.size() == 1 ? " sheet of scores" : " sheets of scores"));
      });
}
