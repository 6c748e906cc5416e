// SPDX-License-Identifier: MIT
#include "tools/measure/commands.hpp"

#include <memory>
#include <vector>

#include "libthrive/measures/describe/describe.hpp"
#include "tools/measure/reading.hpp"

using namespace thrive;

void declare_list(cli::Command& command) {
  struct Options : Reading {
    bool late = false;
  };
  const auto reading = std::make_shared<Options>();
  command.option("--measure", "ID", reading->measures, "only this measure; may be repeated")
      .flag("--late", reading->late, "only measures whose figures are late; exit status 1 when there are any")
      .dated()
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::csv, cli::Format::json})
      .example("measure list --as-of 2025-03-03", "each measure: latest value, how late, what it says")
      .example("measure list --late --as-of 2025-04-14", "for cron: which figures have stopped coming in")
      .example("measure list -f html -o measures.html", "a page for the board")
      .run([reading](cli::Session& session) {
        auto all = read_all(*reading, session);
        if (!all) return cli::Exit::trouble;
        if (reading->late) std::erase_if(*all, [](const measures::Read& read) { return !read.analysis.late; });
        // Nothing is printed when there is nothing to say.
        if (reading->late && all->empty() && session.format() == cli::Format::text) return cli::Exit::ok;
        cli::Result result;
        result.document = [&] { return measures::describe_list(*all, session.today()); };
        result.table = [&] { return measures::list_table(*all, session.today()); };
        result.json = [&] { return measures::list_value(*all, session.today()); };
        session.write(result);
        return reading->late && !all->empty() ? cli::Exit::findings : cli::Exit::ok;
      });
}
