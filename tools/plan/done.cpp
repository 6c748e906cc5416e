// SPDX-License-Identifier: MIT
#include <memory>

#include "tools/plan/commands.hpp"
#include "tools/plan/happened.hpp"

using namespace thrive;

void declare_done(cli::Command& command) {
  struct DoneOptions {
    std::string task, evidence;
    std::optional<text::Date> date;
  };
  const auto options = std::make_shared<DoneOptions>();
  command.option("--task", "ID", options->task, "the task")
      .option("--date", "DATE", options->date, "when it was done; today when left out")
      .option("--evidence", "TEXT", options->evidence, "what shows that it is done")
      .records()
      .dated()
      .example("plan done --task t22 -n examples/thornmere", "a task is done today; what would change")
      .example("plan done --task t22 --date 2025-02-24 --evidence 'list of those who came'", "a task is done")
      .run([options](cli::Session& session) {
        if (options->task.empty()) return session.usage_error("say which task with --task");
        return record_happened(session, "task " + options->task + " is done", [&](const model::Project& project) {
          return planning::record_done(project, options->task, options->date.value_or(session.today()),
                                       options->evidence, session.today());
        });
      });
}
