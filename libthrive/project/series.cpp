// SPDX-License-Identifier: MIT
#include "libthrive/project/series.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/records/scalars.hpp"
#include "libthrive/tables/csv.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::project {

namespace {

constexpr std::size_t no_column = static_cast<std::size_t>(-1);

bool is_missing(std::string_view cell) {
  if (cell.empty() || cell == "*" || cell == "NA") return true;
  if (cell.size() > 4) return false;
  const std::string folded = text::kebab(cell);
  return folded == "na" || folded == "n/a" || folded == "null";
}

/// Reads the rows of one file.
class SeriesReader {
 public:
  SeriesReader(const text::Source& source, const SeriesColumns& names, text::Diagnostics& problems)
      : source_(source), names_(names), problems_(problems), rows_(source.bytes()) {}

  std::optional<model::Series> read() {
    series_.file = source_.name();
    if (!read_header()) return std::nullopt;
    while (rows_.next(row_)) read_row();
    if (rows_.has_open_quote())
      error("csv-open-quote", rows_.open_quote(), "a quote is opened here and never closed",
            "close it, or take it away");
    sort_by_date();
    if (failed_) return std::nullopt;
    return std::move(series_);
  }

 private:
  struct Order {
    text::Date date;
    std::size_t position;
    std::size_t offset;
  };

  void error(std::string_view code, std::size_t offset, std::string message, std::string hint = {}) {
    failed_ = true;
    problems_.error(std::string(code), {source_.name(), source_.position(offset)}, std::move(message), std::move(hint));
  }

  std::size_t column(std::string_view name) const {
    for (std::size_t i = 0; i < header_.size(); ++i)
      if (text::kebab(header_[i]) == text::kebab(name)) return i;
    return no_column;
  }

  bool read_header() {
    if (!rows_.next(row_)) {
      error("csv-columns", 0, "the file is empty", "the first line names the columns: date,value");
      return false;
    }
    for (const CsvCell& cell : row_) header_.emplace_back(trimmed(cell.text));
    date_ = column(names_.date);
    value_ = column(names_.value);
    numerator_ = column(names_.numerator);
    denominator_ = column(names_.denominator);
    note_ = column(names_.note);
    series_.has_denominator = numerator_ != no_column && denominator_ != no_column;
    if (date_ != no_column && (value_ != no_column || series_.has_denominator)) return true;
    const std::string missing = date_ == no_column          ? names_.date
                                : numerator_ != no_column   ? names_.denominator
                                : denominator_ != no_column ? names_.numerator
                                                            : names_.value;
    const std::string near = text::nearest_name(missing, header_);
    std::string hint = near.empty() ? std::string() : fmt::format("should '{}' be that?", near);
    if (hint.empty())
      hint = header_.size() == 1 && header_[0].find(';') != std::string::npos
                 ? "put commas between the columns"
                 : fmt::format("the first line names the columns: {},{} or {},{},{}", names_.date, names_.value,
                               names_.date, names_.numerator, names_.denominator);
    error("csv-columns", row_.front().offset, fmt::format("there is no column '{}'", missing), std::move(hint));
    return false;
  }

  void read_row() {
    // A note may be left off at the end; anything else that is too short or too long has shifted its cells.
    const bool only_note_missing = row_.size() + 1 == header_.size() && note_ == row_.size();
    if (row_.size() != header_.size() && !only_note_missing)
      return error("csv-cells", row_.front().offset,
                   fmt::format("the line has {} {}, and the first line names {} columns", row_.size(),
                               row_.size() == 1 ? "cell" : "cells", header_.size()),
                   row_.size() > header_.size() ? "put text that has a comma into quotes" : "");
    model::SeriesPoint point;
    point.line = rows_.line();
    records::Misfit misfit;
    const CsvCell& date = row_[date_];
    const auto day = records::parse_day(trimmed(date.text), misfit);
    if (!day) {
      error(misfit.code, date.offset, fmt::format("'{}' {}", trimmed(date.text), misfit.message), misfit.hint);
      return;
    }
    point.date = *day;
    if (series_.has_denominator) {
      point.numerator = number(row_[numerator_]);
      point.denominator = number(row_[denominator_]);
      check_share(point);
      if (point.numerator && point.denominator && *point.denominator > 0)
        point.value = *point.numerator / *point.denominator * names_.multiply;
    } else {
      point.value = number(row_[value_]);
    }
    if (note_ < row_.size()) point.note = trimmed(row_[note_].text);
    order_.push_back({point.date, series_.points.size(), date.offset});
    series_.points.push_back(std::move(point));
  }

  std::optional<double> number(const CsvCell& cell) {
    const std::string_view text = trimmed(cell.text);
    if (is_missing(text)) return std::nullopt;
    records::Misfit misfit;
    const auto value = records::parse_number(text, misfit);
    if (!value)
      error(misfit.code, cell.offset, fmt::format("'{}' {}", text, misfit.message),
            misfit.hint.empty() ? "a figure that is missing is left empty" : misfit.hint);
    return value;
  }

  void check_share(const model::SeriesPoint& point) {
    const auto negative = [](const std::optional<double>& count) { return count && *count < 0; };
    if (negative(point.numerator)) error("out-of-range", row_[numerator_].offset, "a count cannot be less than 0");
    if (negative(point.denominator)) error("out-of-range", row_[denominator_].offset, "a count cannot be less than 0");
    const bool is_share = names_.multiply == 100;
    if (is_share && point.numerator && point.denominator && *point.numerator > *point.denominator)
      error("more-than-all", row_[numerator_].offset,
            fmt::format("{} of {} is more than all of them", *point.numerator, *point.denominator),
            "check which of the two numbers is which");
  }

  void sort_by_date() {
    const auto earlier = [](const Order& a, const Order& b) { return a.date < b.date; };
    const bool is_sorted = std::is_sorted(order_.begin(), order_.end(), earlier);
    if (!is_sorted) std::stable_sort(order_.begin(), order_.end(), earlier);
    for (std::size_t i = 1; i < order_.size(); ++i)
      if (order_[i].date == order_[i - 1].date)
        error("date-given-twice", order_[i].offset,
              fmt::format("the date {} is already on line {}", text::format_date(order_[i].date),
                          series_.points[order_[i - 1].position].line),
              "keep one of the two lines");
    if (is_sorted) return;
    std::vector<model::SeriesPoint> sorted;
    sorted.reserve(series_.points.size());
    for (const Order& next : order_) sorted.push_back(std::move(series_.points[next.position]));
    series_.points = std::move(sorted);
  }

  const text::Source& source_;
  const SeriesColumns& names_;
  text::Diagnostics& problems_;
  CsvReader rows_;
  model::Series series_;
  std::vector<CsvCell> row_;
  std::vector<std::string> header_;
  std::vector<Order> order_;
  std::size_t date_ = no_column, value_ = no_column, numerator_ = no_column, denominator_ = no_column,
              note_ = no_column;
  bool failed_ = false;
};

}  // namespace

std::optional<model::Series> read_series(const text::Source& source, const SeriesColumns& columns,
                                         text::Diagnostics& problems) {
  if (!text::is_valid_utf8(source.bytes())) {
    problems.error("csv-not-utf8", text::whole_file(source.name()), "the file is not UTF-8 text",
                   "save it from the spreadsheet as 'CSV UTF-8'");
    return std::nullopt;
  }
  return SeriesReader(source, columns, problems).read();
}

}  // namespace thrive::project
