// SPDX-License-Identifier: MIT
#include "tools/measure/commands.hpp"

#include <fmt/core.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/measures/entry/figure_shape.hpp"
#include "libthrive/measures/entry/merge.hpp"

using namespace thrive;
using cli::Exit;

namespace {

struct ImportOptions {
  std::string measure;
  std::string extract;
  std::vector<std::string> where, where_not;
  measures::ImportMode mode = measures::ImportMode::update;
  bool update = false;
  measures::ImportRequest request;
};

/// The new content of a measure's data file, with everything that is worth saying said, and how many of its latest
/// points are provisional.
std::optional<std::string> merged_bytes(const ImportOptions& options, const tables::Input& extract,
                                        measures::ImportTarget target, const text::Source& data,
                                        std::optional<int>& provisional, cli::Session& session) {
  const measures::ImportMode mode = options.update ? measures::ImportMode::complete : options.mode;
  const auto shape = measures::figure_shape(options.request, target.ratio, data, mode, session.problems());
  if (!shape) return std::nullopt;
  target.ratio = shape->ratio;
  const auto imported = measures::import_figures(extract, options.request, target, session.problems());
  if (!imported) return std::nullopt;
  const auto merged = measures::merge(shape->data, *imported, mode, session.problems());
  if (!merged) return std::nullopt;
  std::size_t before_final = 0;
  provisional = measures::provisional_points(*imported, *merged, before_final);
  for (const std::string& words : imported->said) session.say(words);
  if (shape->ratio != measures::has_ratio_columns(data))
    session.say(shape->ratio ? "the data file now has numerators and denominators" : "the data file now has values");
  for (const measures::ChangedFigure& change : merged->changed) session.say(measures::change_in_words(change));
  if (merged->notes_kept > 0)
    session.say(fmt::format("notes kept that the extract has otherwise: {}", merged->notes_kept));
  if (merged->notes_without_column > 0)
    session.say(fmt::format("notes left out, as the data file has no column 'note': {}", merged->notes_without_column));
  if (before_final > 0)
    session.say(
        fmt::format("provisional figures before final ones, which 'provisional' cannot tell: {}", before_final));
  session.say(measures::merged_in_words(*merged, options.mode, target.id));
  return merged->bytes;
}

/// Writes into the measure how many of its latest points may still change.
Exit record_provisional(const measures::ImportTarget& target, int points, cli::Session& session) {
  if (points == target.provisional.value_or(0)) return Exit::ok;
  const project::Path path = {"measures", target.id, "provisional"};
  return session.record(
      [&](const project::Opened&, project::Changes& changes) {
        if (points == 0)
          changes.remove(path);
        else
          changes.set(path, text::Value(points));
        return true;
      },
      points == 0 ? std::string("the latest points are provisional no longer")
                  : fmt::format("provisional: {} of the latest points", points));
}

/// What is wrong with the options together; empty when nothing is.
std::string wrong_together(const ImportOptions& options) {
  if (options.measure.empty() || options.extract.empty()) return "--measure and --from are needed";
  if (options.update && options.mode != measures::ImportMode::update) return "--update goes with no --mode but update";
  if (!options.request.value_column.empty() && !options.request.numerator_column.empty())
    return "--value-column and --numerator-column exclude each other";
  return {};
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
      .option("--value-column", "NAME", request.value_column,
              "the column of values; in a wide table, what its row is called")
      .option("--numerator-column", "NAME", request.numerator_column, "the column of numerators")
      .option("--denominator-column", "NAME", request.denominator_column, "the column of denominators")
      .option("--note-column", "NAME", request.note_column, "the column of notes")
      .option("--provisional-column", "NAME", request.provisional_column,
              "the column that says which figures may still change")
      .option("--where", "COLUMN=VALUE", options->where,
              "only rows with this value, or with one of VALUE,VALUE; may be repeated")
      .option("--where-not", "COLUMN=VALUE", options->where_not, "no rows with this value; may be repeated")
      .flag("--add-rows", request.add_rows, "add up the rows of one period, such as those of several teams")
      .choice("--date-form", request.date_form, "how dates are written (default: recognised)")
      .records()
      .dated()
      .example("measure import --measure triage-wait --from extract.csv", "the latest figures from the data team")
      .example("measure import -n --measure goals --from extract.csv --where team=North", "what would change")
      .run([options](cli::Session& session) {
        if (const std::string wrong = wrong_together(*options); !wrong.empty()) return session.usage_error(wrong);
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto target =
            measures::import_target(project->model(), options->measure, session.today(), session.problems());
        const auto extract = session.table(options->extract);
        auto& where = options->request.where;
        if (!target || !extract || !measures::add_conditions(options->where, false, where, session.problems()) ||
            !measures::add_conditions(options->where_not, true, where, session.problems()))
          return Exit::trouble;
        std::optional<int> provisional;
        const Exit saved = session.record_file(
            *project, target->file, measures::empty_data_file(target->ratio), [&](const text::Source& data) {
              return merged_bytes(*options, *extract, *target, data, provisional, session);
            });
        return saved == Exit::ok && provisional ? record_provisional(*target, *provisional, session) : saved;
      });
}
