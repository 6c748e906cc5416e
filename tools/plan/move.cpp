// SPDX-License-Identifier: MIT
#include <memory>

#include "tools/plan/commands.hpp"
#include "tools/plan/happened.hpp"

using namespace thrive;

void declare_move(cli::Command& command) {
  struct MoveOptions {
    std::string task, reason;
    std::optional<text::Date> end;
  };
  const auto options = std::make_shared<MoveOptions>();
  command.option("--task", "ID", options->task, "the task")
      .option("--end", "DATE", options->end, "its new last day")
      .option("--reason", "TEXT", options->reason, "why it moves")
      .records()
      .example("plan move --task t22 --end 2025-04-30 --reason 'the trainer is away' -n",
               "what another last day would change")
      .example("plan move --task t32 --end 2025-03-14 --reason 'the agreement is signed in February'",
               "another end, and the reason beside it")
      .run([options](cli::Session& session) {
        if (options->task.empty() || !options->end || options->reason.empty())
          return session.usage_error("say which task with --task, its new last day with --end, and why with --reason");
        return record_happened(session, "task " + options->task + " moved", [&](const model::Project& project) {
          return planning::record_move(project, options->task, *options->end, options->reason);
        });
      });
}
