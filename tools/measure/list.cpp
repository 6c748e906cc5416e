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
  const auto reading = std::make_shared<Reading>();
  command.takes_projects()
      .option("--measure", "ID", reading->measures, "only this measure; may be repeated")
      .dated()
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::csv, cli::Format::json})
      .example("measure list --as-of 2025-03-03", "each measure: latest value, how late, what it says")
      .example("measure list -f html -o measures.html", "a page for the board")
      .example("measure list -f csv north south", "of several projects, one row a measure")
      .run([reading](cli::Session& session) {
        RuleBook book(session);
        const text::Date today = session.today();
        return session.answer_each(
            "measure list",
            [&](const project::Opened& project, text::Diagnostics& problems) -> std::optional<cli::Answer> {
              const auto ids = measures::wanted(project.model(), reading->measures, problems);
              auto read = read_measures(*reading, project, ids, book, problems);
              if (!read) return std::nullopt;
              const auto all = std::make_shared<const std::vector<measures::Read>>(std::move(*read));
              cli::Result result;
              result.document = [all, today] { return measures::describe_list(*all, today); };
              result.table = [all, today] { return measures::list_table(*all, today); };
              result.json = [all, today] { return measures::list_value(*all, today); };
              return cli::Answer{result, {}, {}};
            });
      });
}
