// SPDX-License-Identifier: MIT
#include "tools/prioritise/commands.hpp"

#include <memory>
#include <optional>
#include <string>

#include "libthrive/findings/say.hpp"
#include "libthrive/priorities/entry/recording.hpp"
#include "libthrive/records/update.hpp"
#include "tools/prioritise/lists.hpp"
#include "tools/prioritise/room.hpp"

using namespace thrive;

namespace {

/// Writes an agreement detail by detail, so that what stays is not touched; says what of it goes or changes.
void write_agreement(cli::Session& session, const model::AgreedPriorities& agreed,
                     const std::optional<model::AgreedPriorities>& before, project::Changes& changes) {
  const project::Path path = {"priorities", "agreed"};
  const text::Value after = project::to_value(agreed);
  if (before) {
    const records::Update update = records::replacement_of(project::to_value(*before), after, path);
    changes.add(update.changes);
    for (const std::string& words : update.in_words()) session.say(words);
    if (before->order != agreed.order && before->date == agreed.date)
      session.say("agreed on " + text::format_date(*agreed.date) + " as before; --date gives another day");
    return;
  }
  for (const auto& [field, value] : *after.as_map())
    changes.set({"priorities", "agreed", field}, value,
                field == "order" ? yaml::Layout::one_line : yaml::Layout::block);
}

}  // namespace

void declare_agree(cli::Command& command) {
  struct Options {
    priorities::WrittenAgreement written;
    bool replace = false;
  };
  const auto options = std::make_shared<Options>();
  command.option("--order", "LIST", options->written.order, "what the room agreed, first one first: 'S3 > S2 > M6'")
      .option("--reason", "ITEM=WORDS", options->written.reasons,
              "why an item is in, or out, against the count; may be repeated")
      .option("--dissent", "WORDS", options->written.dissent, "what somebody wants noted; may be repeated")
      .option("--by", "ROLES", options->written.by, "who agreed; roles, never names")
      .option("--date", "DATE", options->written.date, "when; today for a first agreement when left out")
      .flag("--replace", options->replace,
            "take this in place of what was agreed before; what is not given stays, further dissent is added")
      .choice("--without", options->written.without, "with --replace: take this away")
      .records()
      .dated()
      .example("prioritise agree --order 'S3 > S2 > M6 > P3 > P5' --reason 'P5=serious-incident review'",
               "the room's five, with the reason why it is not the five that were counted")
      .example("prioritise agree --order 'S3 > S2 > M6' --by 'the whole room' --dissent 'Table B would keep S1' -n",
               "what would be written, with who agreed and who did not")
      .run([options](cli::Session& session) {
        if (!options->written.without.empty() && !options->replace)
          return session.usage_error("--without goes with --replace");
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              text::Diagnostics& problems = session.problems();
              const Room room = room_of(project);
              if (room.priorities.agreed && !options->replace)
                findings::say(problems, {"already-agreed", project.place_of_key({"priorities", "agreed"})});
              if (!can_count(project, room, problems)) return false;
              priorities::ConsensusOptions counted;
              counted.resamples = 0;
              const auto consensus = priorities::reach_consensus(
                  priorities::make_profile(room.priorities, room.candidates), room.priorities.rules.method, counted);
              const auto& there = room.priorities.agreed;
              const auto agreed = priorities::check_agreement(options->written, there ? &*there : nullptr,
                                                              session.today(), consensus, list_rules(room), problems);
              if (agreed) write_agreement(session, *agreed, there, changes);
              return agreed.has_value();
            },
            "agreement recorded");
      });
}
