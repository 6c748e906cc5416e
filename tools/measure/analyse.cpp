// SPDX-License-Identifier: MIT
#include "tools/measure/commands.hpp"

#include <memory>

#include "libthrive/measures/describe/contract.hpp"
#include "libthrive/measures/describe/describe.hpp"
#include "tools/measure/reading.hpp"

using namespace thrive;

void declare_analyse(cli::Command& command) {
  const auto reading = std::make_shared<Reading>();
  add_reading_options(command, *reading);
  add_series_options(command, *reading);
  command.dated()
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::csv, cli::Format::json})
      .example("measure analyse --measure triage-wait", "what the figures say, and how sure that is")
      .example("measure analyse --series waits.csv --better lower -f json", "read a file without a project")
      .run([reading](cli::Session& session) {
        auto all = read_all(*reading, session);
        if (!all) return cli::Exit::trouble;
        add_false_alarms(*all, session);
        cli::Result result;
        result.document = [&] { return measures::describe_analyses(*all); };
        result.table = [&] { return measures::data_table(*all); };
        result.json = [&] {
          return measures::analyses_value(*all, reading->measures.size() == 1 || !reading->series.empty());
        };
        session.write(result);
        return cli::Exit::ok;
      });
}
