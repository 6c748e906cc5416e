// SPDX-License-Identifier: MIT
#include "tools/measure/reading.hpp"

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/data/data_files.hpp"
#include "libthrive/measures/false_alarms.hpp"
#include "libthrive/measures/request.hpp"
#include "libthrive/measures/rule_set.hpp"

using namespace thrive;

namespace {

std::optional<measures::Read> read_series(const Reading& reading, DatedRules& book, measures::Subject subject,
                                          const model::Series& series, text::Diagnostics& problems) {
  const auto rules = book.find(measures::rule_set_name(reading.request, subject.measure));
  if (!rules) return std::nullopt;
  auto settings = measures::settings_for(reading.request, subject.measure, *rules, problems);
  if (!settings) return std::nullopt;
  if (!subject.has_frequency) settings->frequency.reset();
  if (subject.scale) settings->scale = *subject.scale;
  settings->names_as_of = book.names_as_of();
  // Nobody waits for a bare file, so it is late only on a day that somebody names.
  if (subject.has_frequency || settings->names_as_of) settings->as_of = book.today();
  return measures::Read{std::move(subject), measures::analyse(series, *settings)};
}

}  // namespace

void add_rules_option(cli::Command& command, Reading& reading) {
  command.choice("--rules", data::data_words("rules/"), reading.request.rules,
                 "the rule set (default: the measure's, or nhs)");
}

void add_reading_options(cli::Command& command, Reading& reading) {
  measures::Request& request = reading.request;
  command.option("--measure", "ID", reading.measures, "the measure to read; may be repeated (default: all)")
      .choice("--chart", request.chart, "the chart to read it on (default: the measure's, or xmr)");
  add_rules_option(command, reading);
  command.option("--shift", "N", request.shift, "points in a row that make a shift, instead of the rule set's")
      .option("--trend", "N", request.trend, "points in a row that make a trend, instead of the rule set's")
      .choice("--screening", "on", "off", request.screening, "leave out very large moving ranges, or not")
      .choice("--better", request.better, "which way is improvement")
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
      .option("--multiply", "X", reading.columns.multiply,
              "figures times X: 100 for percent, 1000 for a rate per 1,000");
}

void refuse_ignored(const Reading& reading, const cli::Session& session) {
  session.goes_with("series", {"date-column", "value-column", "denominator-column", "multiply"});
  if (!reading.series.empty() && !reading.measures.empty())
    session.only_with("series", {"chart",         "rules",       "shift",        "trend",
                                 "screening",     "better",      "target",       "baseline-points",
                                 "baseline-from", "baseline-to", "rebase",       "exclude",
                                 "provisional",   "date-column", "value-column", "denominator-column",
                                 "multiply",      "all",         "theme",        "as-of",
                                 "format",        "output",      "part"});
}

DatedRules::DatedRules(cli::Session& session)
    : measures::RuleBook([&session](const std::string& file) { return session.data(file); }, session.problems()),
      session_(session) {}

text::Date DatedRules::today() const { return session_.today(); }

bool DatedRules::names_as_of() const { return session_.has_as_of(); }

std::optional<measures::Read> read_measure(const Reading& reading, const project::Opened& project,
                                           const std::string& id, DatedRules& book, text::Diagnostics& problems) {
  const auto series = project.series(id, problems);
  if (!series) return std::nullopt;
  return read_series(reading, book, measures::subject_of(project.model(), id, *series), *series, problems);
}

std::optional<std::vector<measures::Read>> read_file(const Reading& reading, cli::Session& session) {
  project::SeriesColumns columns = reading.columns;
  if (!reading.value_column.empty()) columns.value = columns.numerator = reading.value_column;
  columns.is_share = columns.multiply == 100;
  columns.all_figures = true;
  const auto series = session.series(reading.series, columns);
  if (!series) return std::nullopt;
  DatedRules book(session);
  auto read = read_series(reading, book, measures::subject_of_file(reading.series, columns.multiply, *series), *series,
                          session.problems());
  if (!read) return std::nullopt;
  return std::vector<measures::Read>{std::move(*read)};
}

std::optional<std::vector<measures::Read>> read_measures(const Reading& reading, const project::Opened& project,
                                                         const std::vector<std::string>& ids, DatedRules& book,
                                                         text::Diagnostics& problems) {
  std::vector<std::optional<measures::Read>> read(ids.size());
  cli::Session::at_once(
      ids.size(),
      [&](std::size_t position, text::Diagnostics& found) {
        read[position] = read_measure(reading, project, ids[position], book, found);
      },
      problems);
  if (problems.has_errors()) return std::nullopt;
  std::vector<measures::Read> all;
  for (auto& one : read)
    if (one) all.push_back(std::move(*one));
  if (all.empty() && !ids.empty()) return std::nullopt;  // none of the figures is here, which has been said
  return all;
}

std::optional<std::vector<measures::Read>> read_measures(const Reading& reading, const project::Opened& project,
                                                         const std::vector<std::string>& ids, cli::Session& session) {
  DatedRules book(session);
  return read_measures(reading, project, ids, book, session.problems());
}

std::optional<std::vector<measures::Read>> read_all(const Reading& reading, cli::Session& session) {
  if (!reading.series.empty()) return read_file(reading, session);
  const auto project = session.project();
  if (!project) return std::nullopt;
  return read_measures(reading, *project, measures::wanted(project->model(), reading.measures, session.problems()),
                       session);
}

measures::FalseAlarmTable read_false_alarms(cli::Session& session) {
  return measures::FalseAlarmTable::read(session.data("false-alarms.yaml").value_or(text::Value()));
}

void add_false_alarms(std::vector<measures::Read>& all, cli::Session& session) {
  const measures::FalseAlarmTable table = read_false_alarms(session);
  for (measures::Read& read : all)
    read.analysis.false_alarm_percent = measures::false_alarm_percent(read.analysis, table);
}
