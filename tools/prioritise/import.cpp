// SPDX-License-Identifier: MIT
#include "tools/prioritise/commands.hpp"

#include <fmt/core.h>

#include <memory>
#include <string>
#include <vector>

#include "tools/prioritise/lists.hpp"

using namespace thrive;
using cli::Exit;

namespace {

/// The lists of a file, by the form asked for or that its name shows.
std::vector<priorities::HandedIn> read_lists(const text::Source& source, priorities::ListForm form,
                                             text::Diagnostics& problems) {
  switch (form == priorities::ListForm::automatic ? priorities::form_of_name(source.name()) : form) {
    case priorities::ListForm::csv:
      return priorities::read_ranking_sheet(source, problems);
    case priorities::ListForm::preflib:
      return priorities::read_preflib(source, problems);
    default:
      return priorities::read_ballots(source, problems);
  }
}

}  // namespace

void declare_import(cli::Command& command) {
  struct Options {
    std::vector<std::string> from;
    priorities::ListForm as = priorities::ListForm::automatic;
    bool replace = false;
  };
  const auto options = std::make_shared<Options>();
  command.option("--from", "FILE", options->from, "a file of lists, or - for standard input; may be repeated")
      .choice("--as", options->as, "how to read it; auto goes by the name: .csv, .toi and its kin, else text ballots")
      .flag("--replace", options->replace, "take the new list of a table that has one already")
      .records()
      .example("prioritise import --from lists.csv", "the sheet of 'prioritise sheet -f csv', filled in")
      .example("prioritise import --from lists.txt -n", "text ballots such as 'A: S3 > M6 = S2'; what would change")
      .run([options](cli::Session& session) {
        if (options->from.empty()) return session.usage_error("--from FILE names what to read");
        std::vector<priorities::HandedIn> lists;
        for (const std::string& file : options->from) {
          const auto source = session.read(file);
          if (!source) return Exit::trouble;
          const auto here = read_lists(*source, options->as, session.problems());
          lists.insert(lists.end(), here.begin(), here.end());
        }
        if (session.problems().has_errors()) return Exit::trouble;  // what was not understood names no items
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              return write_lists(project, lists, options->replace, changes, session.problems());
            },
            fmt::format("lists read: {}", lists.size()));
      });
}
