// SPDX-License-Identifier: MIT
#include "tools/measure/commands.hpp"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/measures/request.hpp"
#include "tools/measure/reading.hpp"

using namespace thrive;

void declare_list(cli::Command& command) {
  struct Options : Reading {
    bool late = false;
  };
  const auto reading = std::make_shared<Options>();
  command.takes_projects()
      .option("--measure", "ID", reading->measures, "only this measure; may be repeated")
      .flag("--late", reading->late, "only measures whose figures are late; exit status 1 when there are any")
      .dated()
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::csv, cli::Format::json})
      .example("measure list --as-of 2025-03-03", "each measure: latest value, how late, what it says")
      .example("measure list --late --as-of 2025-04-14", "for cron: which figures have stopped coming in")
      .example("measure list -f html -o measures.html", "a page for the board")
      .run([reading](cli::Session& session) {
        DatedRules book(session);
        const text::Date today = session.today();
        return session.answer_each(
            "measure list",
            [&](const project::Opened& project, text::Diagnostics& problems) -> std::optional<cli::Answer> {
              const auto ids = measures::wanted(project.model(), reading->measures, problems);
              auto read = read_measures(*reading, project, ids, book, problems);
              if (!read) return std::nullopt;
              if (reading->late) std::erase_if(*read, [](const measures::Read& one) { return !one.analysis.late; });
              const auto all = std::make_shared<const std::vector<measures::Read>>(std::move(*read));
              cli::Result result;
              // Nothing is printed when there is nothing to say.
              if (reading->late && all->empty()) result.text = [] { return std::string(); };
              result.document = [all, today] { return measures::describe_list(*all, today); };
              result.table = [all, today] { return measures::list_table(*all, today); };
              result.json = [all, today] { return measures::list_value(*all, today); };
              return cli::Answer{result, {}, {}, reading->late && !all->empty()};
            });
      });
}
