// SPDX-License-Identifier: MIT
#include <memory>

#include "tools/plan/commands.hpp"
#include "tools/plan/happened.hpp"

using namespace thrive;

void declare_stop(cli::Command& command) {
  struct StopOptions {
    std::string task, reason;
    std::optional<text::Date> date;
  };
  const auto options = std::make_shared<StopOptions>();
  command.option("--task", "ID", options->task, "the task")
      .option("--reason", "TEXT", options->reason, "why it is stopped")
      .option("--date", "DATE", options->date, "since when; today when left out")
      .records()
      .dated()
      .example("plan stop --task t32 --reason 'the school does it itself' --date 2025-02-24",
               "a task is stopped on a day")
      .example("plan stop --task t22 --reason 'nobody asked for it' -n", "stop a task; what would change")
      .run([options](cli::Session& session) {
        if (options->task.empty() || options->reason.empty())
          return session.usage_error("say which task with --task, and why with --reason");
        return record_happened(session, "task " + options->task + " stopped", [&](const model::Project& project) {
          return planning::record_stop(project, options->task, options->date.value_or(session.today()), options->reason,
                                       session.today());
        });
      });
}
