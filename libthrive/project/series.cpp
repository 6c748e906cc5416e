// SPDX-License-Identifier: MIT
#include "libthrive/project/series.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/records/scalars.hpp"
#include "libthrive/tables/table.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

namespace {

constexpr std::size_t no_column = static_cast<std::size_t>(-1);

bool is_missing(std::string_view cell) {
  if (cell.empty() || cell == "*" || cell == "NA") return true;
  if (cell.size() > 4) return false;
  const std::string folded = text::kebab(cell);
  return folded == "na" || folded == "n/a" || folded == "null";
}

/// The columns that a table of figures may have.
tables::KnownColumns known_columns(const SeriesColumns& names) {
  tables::KnownColumns known;
  known.add_key(names.date);
  for (const std::string* name : {&names.value, &names.numerator, &names.denominator, &names.note}) known.add(*name);
  return known;
}

/// Reads the rows of one file.
class SeriesReader {
 public:
  SeriesReader(const tables::Input& input, const SeriesColumns& names, tables::Manner manner,
               text::Diagnostics& problems)
      : file_(input.name),
        names_(names),
        is_strict_(manner == tables::Manner::strict),
        problems_(problems),
        rows_(input, manner) {}

  std::optional<model::Series> read() {
    series_.file = file_;
    const bool has_columns = read_header();
    if (has_columns)
      while (next()) read_row();
    if (rows_.failure()) {
      failed_ = true;
      problems_.add(*rows_.failure());
    } else if (has_columns) {
      sort_by_date();
    }
    if (failed_) return std::nullopt;
    return std::move(series_);
  }

 private:
  struct Order {
    text::Date date;
    std::size_t position;
    text::Position place;
  };

  void error(std::string_view code, const text::Position& place, std::string message, std::string hint = {}) {
    failed_ = true;
    problems_.error(std::string(code), {file_, place}, std::move(message), std::move(hint));
  }

  std::size_t column(std::string_view name) const { return heading_.find(name).value_or(no_column); }

  /// Those rows first among which the heading was sought.
  bool next() {
    if (at_ >= start_.size()) return rows_.next(row_);
    row_ = std::move(start_[at_++]);
    return true;
  }

  void find_columns() {
    const tables::KnownColumns known = known_columns(names_);
    if (is_strict_) {
      if (rows_.next(row_)) start_.push_back(row_.held());
    } else {
      start_ = tables::first_rows(rows_);
    }
    heading_ = tables::find_heading(start_, known);
    at_ = heading_.rows_above + heading_.rows.size();
    for (const tables::Title& title : heading_.titles) header_.push_back(title.text);
    date_ = column(names_.date);
    value_ = column(names_.value);
    numerator_ = column(names_.numerator);
    denominator_ = column(names_.denominator);
    note_ = column(names_.note);
    const bool named_denominators = !is_strict_ && names_.denominator != SeriesColumns().denominator;
    if (named_denominators && numerator_ == no_column) numerator_ = value_;
    series_.has_denominator = numerator_ != no_column && denominator_ != no_column;
  }

  bool read_header() {
    find_columns();
    if (rows_.failure()) return false;
    if (heading_.rows.empty()) {
      error("csv-columns", {}, "the file is empty", "the first line names the columns: date,value");
      return false;
    }
    if (tables::refuse_twice_named(
            heading_, {names_.date, names_.value, names_.numerator, names_.denominator, names_.note}, problems_)) {
      failed_ = true;
      return false;
    }
    if (date_ != no_column && (value_ != no_column || series_.has_denominator)) return true;
    const std::string missing = date_ == no_column          ? names_.date
                                : numerator_ != no_column   ? names_.denominator
                                : denominator_ != no_column ? names_.numerator
                                                            : names_.value;
    const std::string near = text::nearest_name(missing, header_);
    std::string hint = near.empty() ? std::string() : fmt::format("should '{}' be that?", near);
    if (hint.empty())
      hint = header_.size() == 1 && header_[0].find_first_of(";\t") != std::string::npos
                 ? "put commas between the columns"
                 : fmt::format("the first line names the columns: {},{} or {},{},{}", names_.date, names_.value,
                               names_.date, names_.numerator, names_.denominator);
    error("csv-columns", heading_.rows.front().position(), fmt::format("there is no column '{}'", missing),
          std::move(hint));
    return false;
  }

  /// A note may be left off at the end; anything else that is too short or too long has shifted its cells. Empty cells
  /// behind the last column do no harm in a sheet that somebody hands in.
  bool has_all_cells() {
    std::size_t cells = row_.size();
    while (!is_strict_ && cells > header_.size() && row_.text(cells - 1).empty()) --cells;
    const bool only_note_missing = cells + 1 == header_.size() && note_ == cells;
    const bool only_unnamed_missing = !is_strict_ && cells < header_.size() &&
                                      std::all_of(header_.begin() + static_cast<std::ptrdiff_t>(cells), header_.end(),
                                                  [](const std::string& title) { return title.empty(); });
    if (cells == header_.size() || only_note_missing || only_unnamed_missing) return true;
    error("csv-cells", row_.position(),
          fmt::format("the line has {} {}, and the first line names {} columns", cells, cells == 1 ? "cell" : "cells",
                      header_.size()),
          cells > header_.size() ? "put text that has a comma into quotes" : "");
    return false;
  }

  void read_row() {
    if (!has_all_cells()) return;
    model::SeriesPoint point;
    point.line = row_.line();
    records::Misfit misfit;
    const auto day = records::parse_day(row_.text(date_), misfit);
    if (!day) {
      error(misfit.code, row_.position(date_), fmt::format("'{}' {}", row_.text(date_), misfit.message), misfit.hint);
      return;
    }
    point.date = *day;
    if (series_.has_denominator) {
      point.numerator = number(numerator_);
      point.denominator = number(denominator_);
      check_share(point);
      if (point.numerator && point.denominator && *point.denominator > 0)
        point.value = *point.numerator / *point.denominator * names_.multiply;
    } else {
      point.value = number(value_);
      if (point.value && names_.all_figures) *point.value *= names_.multiply;
    }
    point.note = row_.text(note_);
    order_.push_back({point.date, series_.points.size(), row_.position(date_)});
    series_.points.push_back(std::move(point));
  }

  std::optional<double> number(std::size_t column) {
    const std::string_view text = row_.text(column);
    if (is_missing(text)) return std::nullopt;
    records::Misfit misfit;
    const auto value = records::parse_number(text, misfit);
    if (!value)
      error(misfit.code, row_.position(column), fmt::format("'{}' {}", text, misfit.message),
            misfit.hint.empty() ? "a figure that is missing is left empty" : misfit.hint);
    return value;
  }

  void check_share(const model::SeriesPoint& point) {
    const auto negative = [](const std::optional<double>& count) { return count && *count < 0; };
    if (negative(point.numerator)) error("out-of-range", row_.position(numerator_), "a count cannot be less than 0");
    if (negative(point.denominator))
      error("out-of-range", row_.position(denominator_), "a count cannot be less than 0");
    if (names_.is_share && point.numerator && point.denominator && *point.numerator > *point.denominator)
      error("more-than-all", row_.position(numerator_),
            fmt::format("{} of {} is more than all of them", *point.numerator, *point.denominator),
            "check which of the two numbers is which");
  }

  void sort_by_date() {
    const auto earlier = [](const Order& a, const Order& b) { return a.date < b.date; };
    const bool is_sorted = std::is_sorted(order_.begin(), order_.end(), earlier);
    if (!is_sorted) std::stable_sort(order_.begin(), order_.end(), earlier);
    for (std::size_t i = 1; i < order_.size(); ++i)
      if (order_[i].date == order_[i - 1].date)
        error("date-given-twice", order_[i].place,
              fmt::format("the date {} is already on line {}", text::format_date(order_[i].date),
                          series_.points[order_[i - 1].position].line),
              "keep one of the two lines");
    if (is_sorted) return;
    std::vector<model::SeriesPoint> sorted;
    sorted.reserve(series_.points.size());
    for (const Order& next : order_) sorted.push_back(std::move(series_.points[next.position]));
    series_.points = std::move(sorted);
  }

  const std::string& file_;
  const SeriesColumns& names_;
  bool is_strict_;
  text::Diagnostics& problems_;
  tables::Reader rows_;
  std::vector<tables::Row> start_;
  std::size_t at_ = 0;  // of them
  tables::Heading heading_;
  model::Series series_;
  tables::Row row_;
  std::vector<std::string> header_;
  std::vector<Order> order_;
  std::size_t date_ = no_column, value_ = no_column, numerator_ = no_column, denominator_ = no_column,
              note_ = no_column;
  bool failed_ = false;
};

}  // namespace

std::optional<model::Series> read_series(const tables::Input& input, const SeriesColumns& columns,
                                         tables::Manner manner, text::Diagnostics& problems) {
  return SeriesReader(input, columns, manner, problems).read();
}

}  // namespace thrive::project
