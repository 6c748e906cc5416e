// SPDX-License-Identifier: MIT
#include "tools/measure/commands.hpp"

#include <memory>

#include "libthrive/measures/describe/contract.hpp"
#include "libthrive/measures/describe/describe.hpp"
#include "tools/measure/reading.hpp"

using namespace thrive;

void declare_suggest_rebase(cli::Command& command) {
  const auto reading = std::make_shared<Reading>();
  add_reading_options(command, *reading);
  add_series_options(command, *reading);
  command.dated()
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::json})
      .example("measure suggest-rebase --measure goals", "a date, the evidence, and the line to add")
      .example("measure suggest-rebase --as-of 2025-03-03 -f json", "every measure, for a program")
      .run([reading](cli::Session& session) {
        refuse_ignored(*reading, session);
        const auto all = read_all(*reading, session);
        if (!all) return cli::Exit::trouble;
        const auto suggested = measures::suggest_rebases(*all);
        cli::Result result;
        result.document = [&] { return measures::describe_suggestions(suggested); };
        result.json = [&] { return measures::suggestions_value(suggested); };
        session.write(result);
        return cli::Exit::ok;
      });
}
