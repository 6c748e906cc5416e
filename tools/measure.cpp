// SPDX-License-Identifier: MIT
//
// measure(1): weekly figures, run charts and statistical process control.
#include <memory>
#include <mutex>

#include "libthrive/cli/tool.hpp"
#include "libthrive/measures/describe/contract.hpp"
#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/measures/draw/draw.hpp"
#include "libthrive/measures/entry/merge.hpp"
#include "libthrive/measures/false_alarms.hpp"
#include "libthrive/measures/request.hpp"

using namespace thrive;

namespace {

const std::vector<std::string> charts = {"xmr", "run", "i", "mr", "p", "p-prime", "u", "u-prime", "c", "g", "t"};
const std::vector<std::string> rule_sets = {"nhs", "plotthedots", "anhoej", "ihi"};

/// What the commands that read figures have in common.
struct Reading {
  std::vector<std::string> measures;
  std::string series;
  project::SeriesColumns columns;
  std::string value_column;
  bool percent = false;
  measures::Request request;
};

void add_reading_options(cli::Command& command, Reading& reading) {
  measures::Request& request = reading.request;
  command.option("--measure", "ID", reading.measures, "the measure to read; may be repeated (default: all)")
      .choice("--chart", charts, request.chart, "the chart to read it on (default: the measure's, or xmr)")
      .choice("--rules", rule_sets, request.rules, "the rule set (default: the measure's, or nhs)")
      .option("--shift", "N", request.shift, "points in a row that make a shift, instead of the rule set's")
      .option("--trend", "N", request.trend, "points in a row that make a trend, instead of the rule set's")
      .choice("--screening", {"on", "off"}, request.screening, "leave out very large moving ranges, or not")
      .choice("--better", {"lower", "higher", "neither"}, request.better, "which way is improvement")
      .option("--target", "X", request.target, "the value aimed at")
      .option("--baseline-points", "N", request.baseline_points, "fix the limits on the first N points")
      .option("--baseline-from", "DATE", request.baseline_from, "fix the limits on the points from DATE")
      .option("--baseline-to", "DATE", request.baseline_to, "and up to DATE")
      .option("--rebase", "DATE", request.rebase, "start anew at DATE; may be repeated")
      .option("--exclude", "DATE", request.exclude, "leave a point out of centre, limits and runs; may be repeated")
      .option("--provisional", "N", request.provisional, "the latest N points may still change");
}

void add_series_options(cli::Command& command, Reading& reading) {
  command.option("--series", "FILE", reading.series, "read a CSV file instead of a project")
      .option("--date-column", "NAME", reading.columns.date, "its column of dates (default: date)")
      .option("--value-column", "NAME", reading.value_column, "its column of values or numerators (default: value)")
      .option("--denominator-column", "NAME", reading.columns.denominator, "its column of denominators")
      .option("--multiply", "X", reading.columns.multiply, "ratios times X: 100 for percent");
}

/// The rule sets that have been read, by name. Asked from several threads.
class RuleBook {
 public:
  explicit RuleBook(cli::Session& session) : session_(session) {}
  std::optional<measures::RuleSet> find(const std::string& name) {
    const std::lock_guard<std::mutex> held(lock_);
    for (const measures::RuleSet& known : known_)
      if (known.name == name) return known;
    const std::string file = "rules/" + name + ".yaml";
    const auto tree = session_.data(file);
    if (!tree) return std::nullopt;
    auto rules = measures::read_rule_set(*tree, file, session_.problems());
    if (rules) known_.push_back(*rules);
    return rules;
  }
  std::optional<text::Date> as_of() const {
    return session_.has_as_of() ? std::optional(session_.today()) : std::nullopt;
  }

 private:
  cli::Session& session_;
  std::mutex lock_;
  std::vector<measures::RuleSet> known_;
};

std::optional<measures::Read> read_series(const Reading& reading, RuleBook& book, measures::Subject subject,
                                          const project::Series& series, text::Diagnostics& problems) {
  const auto rules = book.find(measures::rule_set_name(reading.request, subject.measure));
  if (!rules) return std::nullopt;
  auto settings = measures::settings_for(reading.request, subject.measure, *rules, problems);
  if (!settings) return std::nullopt;
  if (!subject.has_frequency) settings->frequency.reset();
  if (subject.scale) settings->scale = *subject.scale;
  settings->as_of = book.as_of();
  return measures::Read{std::move(subject), measures::analyse(series, *settings)};
}

std::optional<std::vector<measures::Read>> read_file(const Reading& reading, cli::Session& session) {
  project::SeriesColumns columns = reading.columns;
  if (!reading.value_column.empty()) columns.value = columns.numerator = reading.value_column;
  const auto series = session.series(reading.series, columns);
  if (!series) return std::nullopt;
  RuleBook book(session);
  auto read = read_series(reading, book, measures::subject_of_file(reading.series, columns.multiply, *series), *series,
                          session.problems());
  if (!read) return std::nullopt;
  return std::vector<measures::Read>{std::move(*read)};
}

std::optional<measures::Read> read_measure(const Reading& reading, const project::Opened& project,
                                           const std::string& id, RuleBook& book, text::Diagnostics& problems) {
  const auto series = project.series(id, problems);
  if (!series) return std::nullopt;
  return read_series(reading, book, measures::subject_of(project.model(), id, *series), *series, problems);
}

std::optional<std::vector<measures::Read>> read_all(const Reading& reading, cli::Session& session) {
  if (!reading.series.empty()) return read_file(reading, session);
  const auto project = session.project();
  if (!project) return std::nullopt;
  const auto ids = measures::wanted(project->model(), reading.measures, session.problems());
  std::vector<std::optional<measures::Read>> read(ids.size());
  RuleBook book(session);
  session.at_once(ids.size(), [&](std::size_t position, text::Diagnostics& problems) {
    read[position] = read_measure(reading, *project, ids[position], book, problems);
  });
  if (session.problems().has_errors()) return std::nullopt;
  std::vector<measures::Read> all;
  for (auto& one : read)
    if (one) all.push_back(std::move(*one));
  return all;
}

void add_false_alarms(std::vector<measures::Read>& all, cli::Session& session) {
  const auto table = measures::FalseAlarmTable::read(session.data("rules/false-alarms.yaml").value_or(text::Value()));
  for (measures::Read& read : all)
    read.analysis.false_alarm_percent = measures::false_alarm_percent(read.analysis, table);
}

void declare_analyse(cli::Command& command) {
  const auto reading = std::make_shared<Reading>();
  add_reading_options(command, *reading);
  add_series_options(command, *reading);
  command.dated()
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::csv, cli::Format::json})
      .example("measure analyse --measure triage-wait", "what the figures say, and how sure that is")
      .example("measure analyse --series waits.csv --better lower -f json", "read a file without a project")
      .run([reading](cli::Session& session) {
        auto all = read_all(*reading, session);
        if (!all) return cli::Exit::trouble;
        add_false_alarms(*all, session);
        cli::Result result;
        result.document = [&] { return measures::describe_analyses(*all); };
        result.table = [&] { return measures::data_table(*all); };
        result.json = [&] {
          return measures::analyses_value(*all, reading->measures.size() == 1 || !reading->series.empty());
        };
        session.write(result);
        return cli::Exit::ok;
      });
}

void declare_chart(cli::Command& command) {
  struct Options : Reading {
    bool all = false;
    std::string theme = "colour";
  };
  const auto options = std::make_shared<Options>();
  add_reading_options(command, *options);
  add_series_options(command, *options);
  command.flag("--all", options->all, "one page with every measure: icons and sentences, then every chart")
      .choice("--theme", {"colour", "mono"}, options->theme, "colours, or black and grey (default: colour)")
      .dated()
      .writes({cli::Format::text, cli::Format::svg, cli::Format::html, cli::Format::markdown, cli::Format::csv,
               cli::Format::json})
      .example("measure chart --measure triage-wait -o triage-wait.svg", "a chart for a board paper")
      .example("measure chart --all -o measures.html", "every measure on one page")
      .run([options](cli::Session& session) {
        auto all = read_all(*options, session);
        if (!all) return cli::Exit::trouble;
        if (session.format() == cli::Format::svg && all->size() != 1)
          return session.usage_error("a picture shows one measure: name it with --measure, or use -f html");
        add_false_alarms(*all, session);
        cli::Result result;
        result.document = [&] { return measures::describe_charts(*all, options->all, options->theme); };
        result.text = [&] { return measures::charts_in_text(*all); };
        result.svg = [&] { return measures::draw_chart(all->front(), options->theme); };
        result.table = [&] { return measures::data_table(*all); };
        result.json = [&] { return measures::analyses_value(*all, all->size() == 1); };
        session.write(result);
        return cli::Exit::ok;
      });
}

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

void declare_suggest_rebase(cli::Command& command) {
  const auto reading = std::make_shared<Reading>();
  add_reading_options(command, *reading);
  add_series_options(command, *reading);
  command.dated()
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::json})
      .example("measure suggest-rebase --measure goals", "a date, the evidence, and the line to add")
      .example("measure suggest-rebase --as-of 2025-03-03 -f json", "every measure, for a program")
      .run([reading](cli::Session& session) {
        const auto all = read_all(*reading, session);
        if (!all) return cli::Exit::trouble;
        const auto suggested = measures::suggest_rebases(*all);
        cli::Result result;
        result.document = [&] { return measures::describe_suggestions(suggested); };
        result.json = [&] { return measures::suggestions_value(suggested); };
        session.write(result);
        return cli::Exit::ok;
      });
}

/// Every signal of every project, each named as it was on the command line.
std::vector<measures::SignalNews> all_signals(const Reading& reading, cli::Session& session) {
  RuleBook book(session);
  std::vector<std::vector<measures::SignalNews>> found(session.paths().size());
  session.each_project([&](std::size_t position, const project::Opened& project, text::Diagnostics& problems) {
    for (const std::string& id : measures::wanted(project.model(), reading.measures, problems)) {
      const auto read = read_measure(reading, project, id, book, problems);
      if (!read) continue;
      for (measures::SignalEvent& event : measures::signal_events(read->analysis, read->subject))
        found[position].push_back({session.paths()[position], std::move(event)});
    }
    if (problems.has_errors()) found[position].clear();
  });
  std::vector<measures::SignalNews> news;
  for (auto& each : found)
    for (measures::SignalNews& one : each) news.push_back(std::move(one));
  return news;
}

void declare_signals(cli::Command& command) {
  struct Options : Reading {
    std::optional<text::Date> since;
    std::string state;
  };
  const auto options = std::make_shared<Options>();
  command.takes_projects()
      .option("--since", "DATE", options->since, "signals that became one on DATE or later")
      .option("--state", "FILE", options->state, "signals that no earlier run with this FILE told")
      .option("--measure", "ID", options->measures, "only this measure; may be repeated")
      .choice("--rules", rule_sets, options->request.rules, "the rule set (default: the measure's, or nhs)")
      .dated()
      .writes({cli::Format::text, cli::Format::csv, cli::Format::json})
      .example("measure signals --since 2025-02-01", "what became special since then")
      .example("measure signals --state signals.state north south",
               "for cron: only what is new, exit status 1 when there is any")
      .run([options](cli::Session& session) {
        const auto remembered = options->state.empty() ? std::string() : session.remembered(options->state);
        if (!remembered) return cli::Exit::trouble;
        if (!measures::KnownSignals::is_one(*remembered)) {
          session.problems().error("not-a-state-file", text::whole_file(options->state),
                                   "this is no file that 'measure signals --state' wrote", "name another file");
          return cli::Exit::trouble;
        }
        const auto all = all_signals(*options, session);
        const bool trouble = session.problems().has_errors();
        const auto fresh = measures::fresh_signals(all, options->since, measures::KnownSignals::read(*remembered),
                                                   !options->state.empty());
        cli::Result result;
        result.text = [&] { return measures::signals_text(fresh, session.paths().size() > 1); };
        result.table = [&] { return measures::signals_table(fresh); };
        result.json = [&] { return measures::signals_value(fresh); };
        session.write(result);
        // A project that cannot be read today keeps what was told of it.
        const std::string kept = trouble ? *remembered : std::string();
        if (!options->state.empty() && !session.remember(options->state, measures::KnownSignals::write(all, kept)))
          return cli::Exit::trouble;
        if (trouble) return cli::Exit::trouble;
        return fresh.empty() ? cli::Exit::ok : cli::Exit::findings;
      });
}

struct ImportOptions {
  std::string measure;
  std::string extract;
  std::vector<std::string> where;
  std::string date_form;
  std::string mode = "update";
  measures::ImportRequest request;
};

measures::ImportMode mode_named(const std::string& word) {
  return word == "append"    ? measures::ImportMode::append
         : word == "replace" ? measures::ImportMode::replace
                             : measures::ImportMode::update;
}

/// The new content of a measure's data file, with everything that is worth saying said.
std::optional<std::string> merged_bytes(const ImportOptions& options, const tables::Input& extract,
                                        measures::ImportTarget target, const text::Source& data,
                                        cli::Session& session) {
  target.ratio = measures::has_ratio_columns(data);
  const auto imported = measures::import_figures(extract, options.request, target, session.problems());
  if (!imported) return std::nullopt;
  const measures::ImportMode mode = mode_named(options.mode);
  const auto merged = measures::merge(data, *imported, mode, session.problems());
  if (!merged) return std::nullopt;
  for (const std::string& words : imported->said) session.say(words);
  for (const measures::ChangedFigure& change : merged->changed) session.say(measures::change_in_words(change));
  session.say(measures::merged_in_words(*merged, mode, target.id));
  return merged->bytes;
}

void declare_import(cli::Command& command) {
  const auto options = std::make_shared<ImportOptions>();
  measures::ImportRequest& request = options->request;
  command.option("--measure", "ID", options->measure, "the measure whose figures they are")
      .option("--from", "FILE", options->extract, "the extract; - for standard input")
      .choice("--mode", {"update", "append", "replace"}, options->mode,
              "what becomes of figures there already: corrected, kept, or all replaced (default: update)")
      .option("--date-column", "NAME", request.date_column, "the column of dates, by name or number")
      .option("--value-column", "NAME", request.value_column, "the column of values")
      .option("--numerator-column", "NAME", request.numerator_column, "the column of numerators")
      .option("--denominator-column", "NAME", request.denominator_column, "the column of denominators")
      .option("--note-column", "NAME", request.note_column, "the column of notes")
      .option("--where", "COLUMN=VALUE", options->where, "only rows with this value; may be repeated")
      .choice("--date-form", measures::date_form_words(), options->date_form,
              "how dates are written (default: recognised)")
      .records()
      .dated()
      .example("measure import --measure triage-wait --from extract.csv", "the latest figures from the data team")
      .example("measure import -n --measure goals --from extract.csv --where team=North", "what would change")
      .run([options](cli::Session& session) {
        if (options->measure.empty() || options->extract.empty())
          return session.usage_error("--measure and --from are needed");
        const auto project = session.project();
        if (!project) return cli::Exit::trouble;
        const auto target =
            measures::import_target(project->model(), options->measure, session.today(), session.problems());
        const auto extract = session.table(options->extract);
        if (!target || !extract ||
            !measures::complete(options->request, options->where, options->date_form, session.problems()))
          return cli::Exit::trouble;
        return session.record_file(
            *project, target->file, measures::empty_data_file(target->ratio),
            [&](const text::Source& data) { return merged_bytes(*options, *extract, *target, data, session); });
      });
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool("measure", "weekly figures, run charts and process control");
  tool.command("import", "put the figures of an extract into a measure's data file", declare_import);
  tool.command("analyse", "what the figures say: signals, limits, runs, data checks", declare_analyse);
  tool.command("chart", "a chart for a board paper, a terminal or a page", declare_chart);
  tool.command("signals", "what became special since a date or the last run", declare_signals);
  tool.command("suggest-rebase", "where limits might start anew, with the evidence", declare_suggest_rebase);
  tool.command("list", "each measure: latest value, how late, what it says", declare_list);
  return tool.run(argc, argv);
}
