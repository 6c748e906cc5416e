// SPDX-License-Identifier: MIT
#include "libthrive/journeys/event_log.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "libthrive/findings/say.hpp"
#include "libthrive/journeys/log_columns.hpp"
#include "libthrive/journeys/moment.hpp"
#include "libthrive/journeys/words_by_number.hpp"
#include "libthrive/tables/row_problems.hpp"
#include "libthrive/tables/table.hpp"

namespace thrive::journeys {

namespace {

/// The words that stand for a missing value in a log, as pandas reads them.
bool is_missing_in_log(std::string_view text) {
  constexpr std::array<std::string_view, 18> missing = {"",     "#N/A", "#N/A N/A", "#NA",  "-1.#IND", "-1.#QNAN",
                                                        "-NaN", "-nan", "1.#IND",   "<NA>", "1.#QNAN", "N/A",
                                                        "NA",   "NULL", "NaN",      "n/a",  "nan",     "null"};
  constexpr std::string_view how_they_begin = "#-1<Nn";
  if (text.empty()) return true;
  if (text.size() > 8 || how_they_begin.find(text.front()) == std::string_view::npos) return false;
  return std::find(missing.begin(), missing.end(), text) != missing.end();
}

/// Makes a log of rows.
class LogReader {
 public:
  LogReader(tables::Table& table, const ColumnPlaces& columns, text::Diagnostics& problems)
      : table_(table), columns_(columns), row_problems_(problems) {}

  EventLog read() {
    tables::Row row;
    while (table_.next(row)) add(row);
    const auto empty = static_cast<std::int64_t>(table_.empty_rows());
    for (Count* rows : {&log_.rows.read, &log_.rows.without_case, &log_.rows.without_activity, &log_.rows.without_time})
      rows->people += empty;
    row_problems_.say_how_many_more();
    log_.rows.used = static_cast<std::int64_t>(log_.size());
    log_.cases = cases_.size();
    for (std::size_t number = 0; number < activities_.size(); ++number)
      log_.activities.emplace_back(activities_.word(number));
    return std::move(log_);
  }

 private:
  void add(const tables::Row& row) {
    ++log_.rows.read.people;
    const std::string_view of_case = row.text(columns_.of_case);
    const std::string_view activity = row.text(columns_.activity);
    const std::string_view time = row.text(columns_.time);
    bool is_whole = has(of_case, row, columns_.of_case, "case", log_.rows.without_case);
    is_whole = has(activity, row, columns_.activity, "activity", log_.rows.without_activity) && is_whole;
    if (!has(time, row, columns_.time, "time", log_.rows.without_time)) return;
    const auto moment = moments_.read(time);
    if (!moment) {
      ++log_.rows.without_time.people;
      ++log_.rows.unreadable_times.people;
      if (is_said("event-time-unreadable", row, columns_.time))
        say(findings::in_words({"event-time-unreadable", row.place(columns_.time)}));
      return;
    }
    if (!is_whole) return;
    log_.case_of.push_back(cases_.number_of(of_case));
    log_.activity_of.push_back(activities_.number_of(activity));
    log_.time_of.push_back(ticks(*moment));
    if (columns_.start) log_.start_of.push_back(start_in(row));
    if (columns_.order) log_.order_of.push_back(order_in(row));
  }

  bool has(std::string_view text, const tables::Row& row, std::size_t column, const char* what, Count& missing) {
    if (!is_missing_in_log(text)) return true;
    ++missing.people;
    if (is_said("event-incomplete", row, column))
      say(findings::in_words({"event-incomplete", row.place(column), {{"what", what}}}));
    return false;
  }

  bool is_said(const char* code, const tables::Row& row, std::size_t column) {
    return row_problems_.is_said(text::Severity::warning, code, row, column);
  }

  void say(const text::Diagnostic& said) {
    row_problems_.add(said.severity, said.code, said.place, said.message, said.hint);
  }

  std::int64_t start_in(const tables::Row& row) {
    const std::string_view text = row.text(*columns_.start);
    const auto moment = is_missing_in_log(text) ? std::nullopt : starts_.read(text);
    if (moment) return ticks(*moment);
    ++log_.rows.without_start.people;
    if (is_said("event-without-start", row, *columns_.start))
      say(findings::in_words({"event-without-start", row.place(*columns_.start)}));
    return log_.time_of.back();
  }

  double order_in(const tables::Row& row) {
    const std::string_view text = row.text(*columns_.order);
    double order = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), order);
    if (error == std::errc{} && end == text.data() + text.size() && std::isfinite(order)) return order;
    ++log_.rows.without_order.people;
    if (is_said("event-without-order", row, *columns_.order))
      say(findings::in_words({"event-without-order", row.place(*columns_.order)}));
    return std::numeric_limits<double>::max();
  }

  std::int64_t ticks(const Moment& moment) {
    if (moment.millionths != 0 && log_.ticks_per_second == 1) {
      for (std::int64_t& time : log_.time_of) time *= finest_ticks;
      for (std::int64_t& start : log_.start_of) start *= finest_ticks;
      log_.ticks_per_second = finest_ticks;
    }
    return log_.ticks_per_second == 1 ? moment.seconds : moment.seconds * finest_ticks + moment.millionths;
  }

  tables::Table& table_;
  const ColumnPlaces& columns_;
  tables::RowProblems row_problems_;
  MomentReader moments_, starts_;
  WordsByNumber cases_, activities_;
  EventLog log_;
};

/// Says it when most of the times of a log are none: then the column is another one.
bool refuse_unreadable_times(const EventLog& log, const tables::Table& table, std::size_t column,
                             text::Diagnostics& problems) {
  const std::int64_t unreadable = log.rows.unreadable_times.people;
  const std::int64_t filled = log.rows.read.people - (log.rows.without_time.people - unreadable);
  if (unreadable * 2 <= filled) return false;
  findings::say(problems, {"extract-dates",
                           table.heading().place(column),
                           {{"title", table.heading().titles[column].text},
                            {"unreadable", unreadable},
                            {"filled", filled},
                            {"role", "time"}}});
  return true;
}

std::optional<ReadLog> read_sheet(const tables::Input& input, const LogColumns& wanted, text::Diagnostics& problems) {
  const tables::KnownColumns known = known_log_columns(wanted);
  tables::Table table(input, known, problems);
  if (!table.is_good() || table.heading().rows.empty()) {
    table.say_how_it_was_read();
    if (table.is_good()) findings::say(problems, {"extract-empty", text::whole_file(input.name)});
    return std::nullopt;
  }
  const auto columns = find_log_columns(table.heading(), wanted, problems);
  if (!columns) return std::nullopt;
  ReadLog read{LogReader(table, *columns, problems).read(), titles_of(*columns, table.heading())};
  if (!table.is_good() || refuse_unreadable_times(read.log, table, columns->time, problems)) return std::nullopt;
  return read;
}

}  // namespace

LogRows& LogRows::operator+=(const LogRows& more) {
  read += more.read;
  used += more.used;
  without_case += more.without_case;
  without_activity += more.without_activity;
  without_time += more.without_time;
  unreadable_times += more.unreadable_times;
  without_start += more.without_start;
  without_order += more.without_order;
  return *this;
}

std::optional<ReadLog> read_event_log(const tables::Input& input, const LogColumns& wanted,
                                      text::Diagnostics& problems) {
  text::Diagnostics about_sheet;
  const auto read = read_sheet(input, wanted, about_sheet);
  for (const text::Diagnostic& problem : about_sheet.entries()) {
    if (problem.code == "sheet-open-quote")
      findings::say(problems, {"extract-quote", problem.place});
    else
      problems.add(problem);
  }
  return read;
}

}  // namespace thrive::journeys
