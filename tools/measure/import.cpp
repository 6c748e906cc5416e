// SPDX-License-Identifier: MIT
#include "tools/measure/commands.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/measures/entry/merge.hpp"

using namespace thrive;

namespace {

struct ImportOptions {
  std::string measure;
  std::string extract;
  std::vector<std::string> where;
  measures::ImportMode mode = measures::ImportMode::update;
  bool update = false;
  measures::ImportRequest request;
};

/// The new content of a measure's data file, with everything that is worth saying said.
std::optional<std::string> merged_bytes(const ImportOptions& options, const tables::Input& extract,
                                        measures::ImportTarget target, const text::Source& data,
                                        cli::Session& session) {
  target.ratio = measures::has_ratio_columns(data);
  const auto imported = measures::import_figures(extract, options.request, target, session.problems());
  if (!imported) return std::nullopt;
  const measures::ImportMode mode = options.update ? measures::ImportMode::complete : options.mode;
  const auto merged = measures::merge(data, *imported, mode, session.problems());
  if (!merged) return std::nullopt;
  for (const std::string& words : imported->said) session.say(words);
  for (const measures::ChangedFigure& change : merged->changed) session.say(measures::change_in_words(change));
  session.say(measures::merged_in_words(*merged, options.mode, target.id));
  return merged->bytes;
}

}  // namespace

void declare_import(cli::Command& command) {
  const auto options = std::make_shared<ImportOptions>();
  measures::ImportRequest& request = options->request;
  command.option("--measure", "ID", options->measure, "the measure whose figures they are")
      .option("--from", "FILE", options->extract, "the extract; - for standard input")
      .choice("--mode", options->mode,
              "what becomes of figures there already: corrected, kept, or all replaced (default: update)")
      .flag("--update", options->update,
            "correct figures as by --mode update, and erase none where the extract is blank")
      .option("--date-column", "NAME", request.date_column, "the column of dates, by name or number")
      .option("--value-column", "NAME", request.value_column, "the column of values")
      .option("--numerator-column", "NAME", request.numerator_column, "the column of numerators")
      .option("--denominator-column", "NAME", request.denominator_column, "the column of denominators")
      .option("--note-column", "NAME", request.note_column, "the column of notes")
      .option("--where", "COLUMN=VALUE", options->where, "only rows with this value; may be repeated")
      .choice("--date-form", request.date_form, "how dates are written (default: recognised)")
      .records()
      .dated()
      .example("measure import --measure triage-wait --from extract.csv", "the latest figures from the data team")
      .example("measure import -n --measure goals --from extract.csv --where team=North", "what would change")
      .run([options](cli::Session& session) {
        if (options->measure.empty() || options->extract.empty())
          return session.usage_error("--measure and --from are needed");
        if (options->update && options->mode != measures::ImportMode::update)
          return session.usage_error("--update goes with no --mode but update");
        const auto project = session.project();
        if (!project) return cli::Exit::trouble;
        const auto target =
            measures::import_target(project->model(), options->measure, session.today(), session.problems());
        const auto extract = session.table(options->extract);
        if (!target || !extract || !measures::add_conditions(options->request, options->where, session.problems()))
          return cli::Exit::trouble;
        return session.record_file(
            *project, target->file, measures::empty_data_file(target->ratio),
            [&](const text::Source& data) { return merged_bytes(*options, *extract, *target, data, session); });
      });
}
