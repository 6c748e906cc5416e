// SPDX-License-Identifier: MIT
//
// plan messages: what is told to whom.
#include <memory>

#include "libthrive/planning/describe/describe_people.hpp"
#include "tools/plan/commands.hpp"
#include "tools/plan/part_checks.hpp"
#include "tools/plan/recorded.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

struct MessageOptions {
  std::string what, id, message, channel, from, feedback;
  std::vector<std::string> to, measures, about;
  std::optional<int> every_weeks;
  std::optional<text::Date> last, next;
  bool replaces = false;
};

TypedEntry typed(const MessageOptions& options) {
  TypedEntry entry("communications", options.id);
  entry.say("to", options.to);
  entry.say("message", options.message);
  entry.say("channel", options.channel);
  entry.say("from", options.from);
  entry.say("every_weeks", options.every_weeks);
  entry.say("measures", options.measures);
  entry.say("about", options.about);
  entry.say("feedback", options.feedback);
  entry.say("last", options.last);
  entry.say("next", options.next);
  return entry;
}

cli::Result messages_result(const std::shared_ptr<const OpenedPlan>& opened) {
  cli::Result result;
  result.document = [=] { return planning::describe_messages(opened->reported()); };
  result.table = [=] { return planning::table_of_messages(opened->reported()); };
  result.json = [=] { return planning::messages_contract(opened->reported()); };
  return result;
}

}  // namespace

void declare_messages(cli::Command& command) {
  const auto options = std::make_shared<MessageOptions>();
  command.word("WHAT", {"list", "check", "record"}, options->what, "what to do")
      .option("--id", "ID", options->id, "record: the id")
      .option("--to", "ID", options->to, "record: who is told; may be repeated")
      .option("--message", "TEXT", options->message, "record: what is told")
      .option("--channel", "TEXT", options->channel, "record: how it reaches them")
      .option("--sender", "ROLE", options->from, "record: who tells it; a role, never a name")
      .option("--every-weeks", "N", options->every_weeks, "record: weeks between times")
      .option("--measure", "ID", options->measures, "record: a measure that it carries; may be repeated")
      .option("--about", "REF", options->about, "record: what it tells of; may be repeated")
      .option("--feedback", "TEXT", options->feedback, "record: how they can answer")
      .option("--last", "DATE", options->last, "record: when it was last told")
      .option("--next", "DATE", options->next, "record: when it is told next")
      .flag("--replace", options->replaces, "record: change what differs of one that is there")
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .records()
      .judges()
      .dated()
      .example("plan messages list --as-of 2025-02-17", "who is told what, how often")
      .example("plan messages record --id wall-chart --last 2025-02-24 --next 2025-03-03 --replace",
               "told again, and the next day")
      .run([options](cli::Session& session) {
        if (options->what == "record") {
          session.only_with("messages record",
                            {"id", "to", "message", "channel", "sender", "every-weeks", "measure", "about", "feedback",
                             "last", "next", "replace", "dry-run", "lock-wait", "break-lock"});
          return record_typed(session, options->id, typed(*options), options->replaces);
        }
        session.only_with("messages " + options->what,
                          options->what == "check"
                              ? std::vector<std::string_view>{"format", "output", "part", "as-of", "fail-on"}
                              : std::vector<std::string_view>{"format", "output", "part", "as-of"});
        return answer_part(session, options->what, "messages", Part::messages,
                           [&](const auto& opened) { return messages_result(opened); });
      });
}
