// SPDX-License-Identifier: MIT
#include "tools/assess/commands.hpp"

#include <memory>
#include <string>
#include <vector>

#include "libthrive/assessment/entry/imported.hpp"
#include "tools/assess/target.hpp"

using namespace thrive;

void declare_record(cli::Command& command) {
  struct Options : Target {
    std::string table, item, score, evidence, votes;
    std::vector<assessment::ScoreDetail> without;
  };
  const auto options = std::make_shared<Options>();
  command.option("--table", "ID", options->table, "the table")
      .option("--item", "ID", options->item, "the item")
      .option("--score", "SCORE", options->score, "the score the table agreed, or unknown")
      .option("--evidence", "TEXT", options->evidence, "what the table based it on")
      .option("--votes", "SCORES", options->votes, "what each seat said; saved sorted")
      .flag("--replace", options->replace, "replace a score that is there already; details that are not given stay")
      .choice("--without", options->without, "with --replace: take this detail away");
  add_target(command, *options);
  command
      .example("assess record --table A --item M1 --score 2 --evidence 'Strategy signed, not reviewed'",
               "a table's score")
      .example("assess record --table B --item M3 --score unknown", "unknown is an answer")
      .run([options](cli::Session& session) {
        if (options->table.empty() || options->item.empty() || options->score.empty())
          return session.usage_error(
              "say whose score it is with --table, for what with --item, and the score with --score");
        if (!options->without.empty() && !options->replace) return session.usage_error("--without goes with --replace");
        for (const assessment::ScoreDetail detail : options->without)
          if (!(detail == assessment::ScoreDetail::votes ? options->votes : options->evidence).empty())
            return session.usage_error("--without takes away what another option gives");
        if (const std::string wrong = wrong_with(*options); !wrong.empty()) return session.usage_error(wrong);
        const auto decide = [&](const project::Opened& project, project::Changes& changes) {
          model::Assessment fresh;
          const auto chosen = open_target(session, project, *options, changes, fresh);
          if (!chosen) return false;
          const auto scores =
              assessment::read_score({options->table, options->item, options->score, options->evidence, options->votes},
                                     *chosen->instrument, chosen->assessment->tables.ids(), session.problems());
          const auto known = options->replace ? assessment::Known::replaced : assessment::Known::refused;
          record_scores(session, project, *chosen, scores, {known, options->without}, changes);
          return !session.problems().has_errors();
        };
        return session.record(decide, "recorded table " + options->table + "'s score for " + options->item);
      });
}
