// SPDX-License-Identifier: MIT
#include "tools/assess/commands.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/assessment/describe/describe.hpp"
#include "libthrive/text/names.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_sheet(cli::Command& command) {
  struct Options {
    std::vector<std::string> tables;
    std::string instrument;
    std::optional<int> count;
  };
  const auto options = std::make_shared<Options>();
  command.option("--table", "ID", options->tables, "a sheet for this table; may be repeated (default: A)")
      .option("--tables", "N", options->count, "sheets for tables 1 to N")
      .option("--instrument", "NAME", options->instrument,
              "the instrument (default: the latest assessment's, else the built-in one)")
      .writes({Format::text, Format::markdown, Format::html, Format::csv})
      .example("assess sheet --table B -o sheet-b.html", "a blank sheet to print")
      .example("assess sheet --tables 6 -o sheets.html", "pages of their own for each of six tables")
      .example("assess sheet --table B -o sheet-b.csv", "the same for Excel; 'assess import' takes it back")
      .run([options](cli::Session& session) {
        if (options->count && (*options->count < 1 || *options->count > 1000))
          return session.usage_error("--tables is from 1 to 1000");
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const model::Assessment* latest = project->model().assessments.find(project->latest_assessment());
        const std::string name = !options->instrument.empty() ? options->instrument
                                 : latest != nullptr          ? latest->instrument
                                                              : "thrive-principles";
        const model::Instrument* instrument = project->instrument(name);
        if (instrument == nullptr) {
          session.problems().error("unknown-instrument", {}, "there is no instrument '" + name + "'",
                                   text::did_you_mean(name, project->model().instruments.ids()));
          return Exit::trouble;
        }
        std::vector<std::string> tables = options->tables;
        for (int table = 1; table <= options->count.value_or(0); ++table) tables.push_back(std::to_string(table));
        if (tables.empty()) tables = {"A"};
        cli::Result result;
        result.document = [&] {
          return assessment::score_sheets(tables, *instrument, project->model(), project->vocabulary());
        };
        result.table = [&] { return assessment::score_sheet_table(tables, *instrument); };
        session.write(result);
        return Exit::ok;
      });
}
