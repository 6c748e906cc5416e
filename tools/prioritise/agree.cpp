// SPDX-License-Identifier: MIT
#include "tools/prioritise/commands.hpp"

#include <memory>
#include <optional>
#include <string_view>

#include "libthrive/findings/say.hpp"
#include "libthrive/priorities/entry/recording.hpp"
#include "tools/prioritise/lists.hpp"
#include "tools/prioritise/room.hpp"

using namespace thrive;

namespace {

/// Writes an agreement field by field, so that comments beside it stay.
void write_agreement(const model::AgreedPriorities& agreed, const std::optional<model::AgreedPriorities>& before,
                     project::Changes& changes) {
  const text::Value value = project::to_value(agreed);
  const text::Value old = before ? project::to_value(*before) : text::Value();
  for (const char* field : {"date", "order", "reasons", "dissent", "by"}) {
    const project::Path path = {"priorities", "agreed", field};
    const text::Value* now = value.find(field);
    const text::Value* then = old.find(field);
    const bool one_line = std::string_view(field) == "order";
    if (now != nullptr && (then == nullptr || !(*now == *then)))
      changes.set(path, *now, one_line ? yaml::Layout::one_line : yaml::Layout::block);
    else if (now == nullptr && then != nullptr)
      changes.remove(path);
  }
}

}  // namespace

void declare_agree(cli::Command& command) {
  struct Options {
    priorities::WrittenAgreement written;
    std::optional<text::Date> date;
    bool replace = false;
  };
  const auto options = std::make_shared<Options>();
  command.option("--order", "LIST", options->written.order, "what the room agreed, first one first: 'S3 > S2 > M6'")
      .option("--reason", "ITEM=WORDS", options->written.reasons,
              "why an item is in, or out, against the count; may be repeated")
      .option("--dissent", "WORDS", options->written.dissent, "what somebody wants noted; may be repeated")
      .option("--by", "ROLES", options->written.by, "who agreed; roles, never names")
      .option("--date", "DATE", options->date, "when; today when left out")
      .flag("--replace", options->replace, "take this in place of what was agreed before")
      .records()
      .dated()
      .example("prioritise agree --order 'S3 > S2 > M6 > P3 > P5' --reason 'P5=serious-incident review'",
               "the room's five, with the reason why it is not the five that were counted")
      .example("prioritise agree --order 'S3 > S2 > M6' --by 'the whole room' --dissent 'Table B would keep S1' -n",
               "what would be written, with who agreed and who did not")
      .run([options](cli::Session& session) {
        options->written.date = options->date.value_or(session.today());
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
              const auto agreed = priorities::check_agreement(options->written, consensus, list_rules(room), problems);
              if (agreed) write_agreement(*agreed, room.priorities.agreed, changes);
              return agreed.has_value();
            },
            "agreement recorded");
      });
}
