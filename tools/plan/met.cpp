// SPDX-License-Identifier: MIT
#include <memory>

#include "tools/plan/commands.hpp"
#include "tools/plan/happened.hpp"

using namespace thrive;

void declare_met(cli::Command& command) {
  struct MetOptions {
    std::string meeting, no_next;
    std::optional<text::Date> date, next;
  };
  const auto options = std::make_shared<MetOptions>();
  command.option("--meeting", "ID", options->meeting, "the meeting")
      .option("--next", "DATE", options->next, "when it is next")
      .option("--no-next", "TEXT", options->no_next, "why there is no next one")
      .option("--date", "DATE", options->date, "when it was held; today when left out")
      .records()
      .dated()
      .example("plan met --meeting team --date 2025-02-24 --next 2025-03-10", "held, and the next one booked")
      .example("plan met --meeting data --date 2025-02-24 --no-next 'the report runs by itself' -n",
               "held for the last time; what would change")
      .run([options](cli::Session& session) {
        if (options->meeting.empty()) return session.usage_error("say which meeting with --meeting");
        if (!options->next && options->no_next.empty())
          return session.usage_error("book the next one with --next, or say with --no-next why there is none");
        if (options->next && !options->no_next.empty())
          return session.usage_error("--next and --no-next exclude each other");
        return record_happened(
            session, "meeting " + options->meeting + " recorded", [&](const model::Project& project) {
              return planning::record_met(
                  project, {options->meeting, options->date.value_or(session.today()), options->next, options->no_next},
                  session.today());
            });
      });
}
