// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>
#include <string>
#include <vector>

#include "libthrive/planning/entry/read_tasks.hpp"
#include "tools/plan/commands.hpp"

using namespace thrive;
using cli::Exit;

void declare_import(cli::Command& command) {
  struct ImportOptions {
    std::vector<std::string> from;
    bool update = false;
  };
  const auto options = std::make_shared<ImportOptions>();
  command.option("--from", "FILE", options->from, "a CSV file, or - for standard input; may be repeated")
      .flag("--update", options->update, "fill blanks and change details of tasks that are there; nothing is erased")
      .records()
      .example("plan import --from tasks.csv -n", "tasks from a spreadsheet; what would change")
      .example("plan import --from tasks.csv --update", "with new dates and owners of tasks that are there")
      .run([options](cli::Session& session) {
        if (options->from.empty()) return session.usage_error("--from FILE names what to read");
        std::vector<planning::WrittenTask> tasks;
        for (const std::string& file : options->from)
          if (const auto sheet = session.table(file))
            for (planning::WrittenTask& task : planning::read_tasks(*sheet, session.problems()))
              tasks.push_back(std::move(task));
        if (session.problems().has_errors()) return Exit::trouble;
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              const auto recorded = planning::record_tasks(tasks, project.model(), project.vocabulary(),
                                                           options->update, session.problems());
              if (session.problems().has_errors()) return false;
              changes.add(recorded.changes);
              if (recorded.there_already > 0)
                session.problems().note(
                    "there-already", {},
                    fmt::format("{} of {} already there, word for word", recorded.there_already, tasks.size()));
              for (const std::string& words : recorded.update.in_words()) session.say(words);
              return true;
            },
            fmt::format("tasks read: {}", tasks.size()));
      });
}
