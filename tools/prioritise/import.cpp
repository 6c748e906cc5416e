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

/// The lists of a file, by the form asked for or that its name shows; none, with a problem, when it cannot be read.
std::vector<priorities::HandedIn> read_lists(cli::Session& session, const std::string& file,
                                             priorities::ListForm asked) {
  const priorities::ListForm form = asked == priorities::ListForm::automatic ? priorities::form_of_name(file) : asked;
  if (form == priorities::ListForm::csv) {
    const auto sheet = session.table(file);
    return sheet ? priorities::read_ranking_sheet(*sheet, session.problems()) : std::vector<priorities::HandedIn>{};
  }
  const auto source = session.read(file);
  if (!source) return {};
  if (source->bytes().starts_with("PK\x03\x04")) {
    session.problems().error("sheet-not-text", text::whole_file(source->name()),
                             "the file is a workbook, such as .xlsx or .ods, and no text",
                             "open it in a spreadsheet and save the sheet as 'CSV UTF-8'");
    return {};
  }
  return form == priorities::ListForm::preflib ? priorities::read_preflib(*source, session.problems())
                                               : priorities::read_ballots(*source, session.problems());
}

}  // namespace

void declare_import(cli::Command& command) {
  struct Options {
    std::vector<std::string> from;
    priorities::ListForm as = priorities::ListForm::automatic;
    bool replace = false, update = false;
  };
  const auto options = std::make_shared<Options>();
  command.option("--from", "FILE", options->from, "a file of lists, or - for standard input; may be repeated")
      .choice("--as", options->as, "how to read it; auto goes by the name: .csv, .toi and its kin, else text ballots")
      .flag("--replace", options->replace, "take the new list of a table that has one already")
      .flag("--update", options->update,
            "fill blanks and change what differs of lists that are there; nothing is erased")
      .records()
      .example("prioritise import --from lists.csv", "the sheet of 'prioritise sheet -f csv', filled in")
      .example("prioritise import --from lists.txt -n", "text ballots such as 'A: S3 > M6 = S2'; what would change")
      .run([options](cli::Session& session) {
        if (options->from.empty()) return session.usage_error("--from FILE names what to read");
        if (options->replace && options->update)
          return session.usage_error("--replace and --update exclude each other");
        const auto known = options->replace  ? priorities::Known::replaced
                           : options->update ? priorities::Known::updated
                                             : priorities::Known::refused;
        std::vector<priorities::HandedIn> lists;
        for (const std::string& file : options->from) {
          const auto here = read_lists(session, file, options->as);
          lists.insert(lists.end(), here.begin(), here.end());
        }
        if (session.problems().has_errors()) return Exit::trouble;  // what was not understood names no items
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              return write_lists(session, project, lists, known, changes);
            },
            fmt::format("lists read: {}", lists.size()));
      });
}
