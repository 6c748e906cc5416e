// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>
#include <string>
#include <vector>

#include "libthrive/gaps/entry/recording.hpp"
#include "tools/gap/chosen.hpp"
#include "tools/gap/commands.hpp"

using namespace thrive;
using cli::Exit;

void declare_import(cli::Command& command) {
  struct Options {
    std::vector<std::string> from;
    bool update = false;
  };
  const auto options = std::make_shared<Options>();
  command.option("--from", "FILE", options->from, "a CSV file, or - for standard input; may be repeated")
      .flag("--update", options->update, "fill blanks and change details of lines that are there; nothing is erased")
      .records()
      .example("gap import --from sheets.csv -n", "the sheets of 'gap sheet -f csv', filled in; what would change")
      .example("gap import --from sheets.csv --update", "with new owners and dates of what is there")
      .run([options](cli::Session& session) {
        if (options->from.empty()) return session.usage_error("--from FILE names what to read");
        std::vector<gaps::WrittenLine> lines;
        for (const std::string& file : options->from)
          if (const auto sheet = session.table(file))
            for (gaps::WrittenLine& line : gaps::read_lines(*sheet, session.problems()))
              lines.push_back(std::move(line));
        if (session.problems().has_errors()) return Exit::trouble;
        const auto repeated = options->update ? gaps::Repeated::updated : gaps::Repeated::left;
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              const auto recorded = gaps::record_lines(lines, judged(project), repeated, session.problems());
              if (session.problems().has_errors()) return false;
              changes.add(recorded.changes);
              if (recorded.there_already > 0)
                session.problems().note(
                    "there-already", {},
                    fmt::format("{} of {} already there, word for word", recorded.there_already, lines.size()));
              for (const std::string& words : recorded.update.in_words()) session.say(words);
              return true;
            },
            fmt::format("lines read: {}", lines.size()));
      });
}
