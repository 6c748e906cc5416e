// SPDX-License-Identifier: MIT
#include "tools/measure/commands.hpp"

#include <memory>

#include "libthrive/measures/describe/describe.hpp"
#include "tools/measure/reading.hpp"

using namespace thrive;

void declare_list(cli::Command& command) {
  const auto reading = std::make_shared<Reading>();
  command.option("--measure", "ID", reading->measures, "only this measure; may be repeated")
      .dated()
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::csv, cli::Format::json})
      .example("measure list --as-of 2025-03-03", "each measure: latest value, how late, what it says")
      .example("measure list -f html -o measures.html", "a page for the board")
      .run([reading](cli::Session& session) {
        const auto all = read_all(*reading, session);
        if (!all) return cli::Exit::trouble;
        cli::Result result;
        result.document = [&] { return measures::describe_list(*all, session.today()); };
        result.table = [&] { return measures::list_table(*all, session.today()); };
        result.json = [&] { return measures::list_value(*all, session.today()); };
        session.write(result);
        return cli::Exit::ok;
      });
}
