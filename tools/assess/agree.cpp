// SPDX-License-Identifier: MIT
#include "tools/assess/commands.hpp"

#include <memory>
#include <string>

#include "libthrive/assessment/entry/agreeing.hpp"
#include "libthrive/assessment/entry/recording.hpp"
#include "tools/assess/chosen.hpp"

using namespace thrive;

void declare_agree(cli::Command& command) {
  struct Options {
    std::string assessment, item, score, reason;
    bool replace = false;
    std::string without;
  };
  const auto options = std::make_shared<Options>();
  command.option("--assessment", "ID", options->assessment, "the assessment (default: the latest)")
      .option("--item", "ID", options->item, "the item")
      .option("--score", "SCORE", options->score, "the score the room agreed, or unknown")
      .option("--reason", "TEXT", options->reason, "why; needed where it leaves the range of the tables")
      .flag("--replace", options->replace, "replace what was agreed before; a reason that is not given stays")
      .choice("--without", {"reason"}, options->without, "with --replace: take this away")
      .records()
      .dated()
      .example("assess agree --item M1 --score 2", "what the room agreed")
      .example("assess agree --item P2 --score 1 --reason 'The room followed the young advisers'", "with its reason")
      .run([options](cli::Session& session) {
        if (options->item.empty() || options->score.empty())
          return session.usage_error("say for what with --item and the score with --score");
        const bool without_reason = !options->without.empty();
        if (without_reason && !options->replace) return session.usage_error("--without goes with --replace");
        if (without_reason && !options->reason.empty())
          return session.usage_error("--reason gives one, and --without reason takes it away");
        const auto decide = [&](const project::Opened& project, project::Changes& changes) {
          const auto chosen = choose(session, project, options->assessment);
          if (!chosen) return false;
          const project::Path path = {"assessments", chosen->id, "agreed", options->item};
          const auto score = assessment::check_agreement(
              {options->item, options->score, options->reason, options->replace, without_reason}, *chosen->assessment,
              *chosen->instrument, project.place(path), session.problems());
          if (!score) return false;
          model::AgreedScore agreed = {*score, {}};
          if (!options->reason.empty()) agreed.reason = options->reason;
          const auto recorded = assessment::record_agreed_score(
              chosen->id, options->item, chosen->assessment->agreed.find(options->item), agreed, without_reason);
          changes.add(recorded.changes);
          for (const std::string& words : recorded.in_words()) session.say(words);
          return true;
        };
        return session.record(decide, "recorded what the room agreed for " + options->item);
      });
}
