// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/import.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "libthrive/measures/entry/extract_figures.hpp"
#include "libthrive/tables/row_problems.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::measures {

namespace {

using text::Severity;

std::string count_of(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

/// Rows that are wanted again, while they are few.
class KeptRows {
 public:
  void add(const tables::Row& row) {
    bytes_ += row.bytes().size();
    if (has_all())
      rows_.push_back(row.held());
    else
      rows_ = {};
  }
  /// False when there were too many to keep.
  bool has_all() const { return bytes_ <= most_bytes; }
  const std::vector<tables::Row>& rows() const { return rows_; }

 private:
  static constexpr std::size_t most_bytes = std::size_t{1} << 20;
  std::vector<tables::Row> rows_;
  std::size_t bytes_ = 0;
};

/// Takes the rows below the heading, one after the other.
class Importer {
 public:
  Importer(Extract& extract, const ImportRequest& request, const ImportTarget& target, const ImportColumns& columns,
           text::Diagnostics& problems)
      : extract_(extract), target_(target), columns_(columns), all_problems_(problems), problems_(problems) {
    if (request.date_form) forms_ = {*request.date_form};
  }

  std::optional<Imported> run() {
    KeptRows kept;
    const bool knows_forms = !forms_.empty();
    if (!knows_forms && !recognise_dates(kept)) return std::nullopt;
    if (!knows_forms && kept.has_all())
      for (const tables::Row& row : kept.rows()) take(row);
    else if (!extract_.each_row(
                 [this](const tables::Row& row) {
                   if (columns_.want(row)) take(row);
                 },
                 all_problems_))
      return std::nullopt;
    problems_.say_how_many_more();
    if (failed_) return std::nullopt;
    say_counts();
    std::stable_sort(result_.rows.begin(), result_.rows.end(),
                     [](const ImportedRow& a, const ImportedRow& b) { return a.date < b.date; });
    return std::move(result_);
  }

 private:
  /// True when an error is to be put in words; a kind that many rows have is only counted after a while.
  bool fails(const char* code, const tables::Row& row, std::size_t column) {
    failed_ = true;
    return problems_.is_said(Severity::error, code, row, column);
  }

  void error(const char* code, const tables::Row& row, std::size_t column, std::string message, std::string hint) {
    problems_.add(Severity::error, code, row.place(column), std::move(message), std::move(hint));
  }

  /// False when the extract cannot be read.
  bool recognise_dates(KeptRows& kept) {
    FormsOfDays forms;
    const auto look = [&](const tables::Row& row) {
      if (!columns_.want(row)) return;
      forms.add(row.text(columns_.date));
      kept.add(row);
    };
    if (!extract_.each_row(look, all_problems_)) return false;
    forms_ = forms.forms();
    std::vector<std::string> words;
    for (const DateForm form : forms_) words.push_back(form_in_words(form));
    if (!words.empty() && forms_ != std::vector<DateForm>{DateForm::iso})
      result_.said.push_back("dates recognised as " + text::join_in_words(words));
    return true;
  }

  std::optional<text::Date> date_of(const tables::Row& row) const {
    for (const DateForm form : forms_)
      if (const auto date = read_day(row.text(columns_.date), form)) return date;
    return std::nullopt;
  }

  bool is_total(const tables::Row& row) const { return names_a_total(row.text(0)) || names_a_total(row.text(1)); }

  bool repeats_heading(const tables::Row& row) const {
    return row.text(columns_.date) == extract_.heading().titles[columns_.date].text;
  }

  void take(const tables::Row& row) {
    const auto day = date_of(row);
    if (!day) {
      if (is_total(row)) return static_cast<void>(++totals_);
      if (row.filled() <= 1 || repeats_heading(row)) return static_cast<void>(++words_);
      if (row.text(columns_.date).empty()) return static_cast<void>(++dateless_);
      if (fails("import-not-a-date", row, columns_.date))
        error("import-not-a-date", row, columns_.date,
              fmt::format("'{}' is not a date in a form that is known", row.text(columns_.date)),
              "name the form with --date-form, or the column with --date-column");
      return;
    }
    ImportedRow figures;
    figures.line = row.line();
    figures.date = period_start(*day, target_.frequency);
    if (figures.date > target_.today) return warn_of_future(row, figures.date);
    moved_ += figures.date != *day ? 1 : 0;
    if (columns_.value) figures.value = figure(row, *columns_.value);
    if (columns_.numerator) figures.numerator = figure(row, *columns_.numerator);
    if (columns_.denominator) figures.denominator = figure(row, *columns_.denominator);
    if (columns_.note) figures.note = std::string(row.text(*columns_.note));
    check_share(row, figures);
    refuse_surplus(row);
    keep(row, std::move(figures));
  }

  /// What the data file would be refused for afterwards.
  void check_share(const tables::Row& row, const ImportedRow& figures) {
    if (!columns_.numerator || !columns_.denominator) return;
    for (const std::size_t column : {*columns_.numerator, *columns_.denominator})
      if (read_figure(row.text(column)).digits.starts_with('-') && fails("out-of-range", row, column))
        error("out-of-range", row, column, "a count cannot be less than 0", "");
    if (figures.numerator.empty() || figures.denominator.empty() || !target_.percent) return;
    if (value_of(figures.numerator) > value_of(figures.denominator) && fails("more-than-all", row, *columns_.numerator))
      error("more-than-all", row, *columns_.numerator,
            fmt::format("{} of {} is more than all of them", figures.numerator, figures.denominator),
            "check which of the two numbers is which");
  }

  static double value_of(const std::string& digits) {
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }

  /// 1,234 without quotes is a 1 and a 234.
  void refuse_surplus(const tables::Row& row) {
    for (std::size_t column = extract_.heading().titles.size(); column < row.size(); ++column)
      if (!row.text(column).empty() && fails("cell-without-column", row, column))
        error("cell-without-column", row, column,
              fmt::format("'{}' stands in no named column", text::without_controls(row.text(column))),
              "put a figure or a text that has a comma into quotes, or name the column");
  }

  void warn_of_future(const tables::Row& row, text::Date date) {
    if (!problems_.is_said(Severity::warning, "import-future-date", row, columns_.date)) return;
    problems_.add(
        Severity::warning, "import-future-date", row.place(columns_.date),
        fmt::format("{} has not begun on {}: left out", text::format_date(date), text::format_date(target_.today)),
        "look at the form of the dates");
  }

  std::string figure(const tables::Row& row, std::size_t column) {
    const ExtractFigure read = read_figure(row.text(column));
    if (read.kind == ExtractFigure::Kind::not_a_number && fails("import-not-a-number", row, column))
      error("import-not-a-number", row, column, fmt::format("'{}' is not a figure", row.text(column)),
            row.text(column).find(',') != std::string::npos
                ? "write decimals with a point; a comma parts thousands, as in 1,234"
                : "a figure that is missing is left empty, or says NULL, n/a or *");
    if (read.kind == ExtractFigure::Kind::suppressed) ++suppressed_;
    if (read.percent && !target_.percent && fails("import-not-a-number", row, column))
      error("import-not-a-number", row, column,
            fmt::format("'{}' is a percentage, and measure '{}' has no unit 'percent'", row.text(column), target_.id),
            "write unit: percent under the measure, or choose another column");
    return read.digits;
  }

  void keep(const tables::Row& row, ImportedRow figures) {
    const auto [known, is_new] = position_of_.try_emplace(figures.date, result_.rows.size());
    if (is_new) return result_.rows.push_back(std::move(figures));
    const ImportedRow& same = result_.rows[known->second];
    const bool equal =
        same.value == figures.value && same.numerator == figures.numerator && same.denominator == figures.denominator;
    const Severity severity = equal ? Severity::warning : Severity::error;
    failed_ = failed_ || !equal;
    if (!problems_.is_said(severity, "import-duplicate", row, columns_.date)) return;
    problems_.add(severity, "import-duplicate", row.place(columns_.date),
                  fmt::format("{} is already on line {}, with {}", text::format_date(figures.date), same.line,
                              equal ? "the same figures: taken once" : "other figures"),
                  equal ? "" : "choose rows with --where COLUMN=VALUE, or correct the extract");
  }

  void say_counts() {
    const auto say = [&](std::size_t count, std::string_view one, std::string_view what) {
      if (count > 0) result_.said.push_back(count_of(count, one) + " " + std::string(what));
    };
    const char* start = target_.frequency == model::Frequency::monthly ? "put on the first of the month"
                                                                       : "put on the Monday of the week";
    say(moved_, "date", start);
    say(totals_, "row", "of totals left out");
    say(words_, "line", "of words left out");
    say(dateless_, "row", "with figures and without a date left out; look for merged cells");
    say(suppressed_, "small number", "hidden in the extract: missing, not zero");
  }

  Extract& extract_;
  const ImportTarget& target_;
  const ImportColumns& columns_;
  text::Diagnostics& all_problems_;
  tables::RowProblems problems_;
  Imported result_;
  std::vector<DateForm> forms_;
  std::map<text::Date, std::size_t> position_of_;  // of each date among the rows of the result
  std::size_t moved_ = 0, totals_ = 0, words_ = 0, dateless_ = 0, suppressed_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<Imported> import_figures(const tables::Input& input, const ImportRequest& request,
                                       const ImportTarget& target, text::Diagnostics& problems) {
  auto extract = Extract::open(input, columns_of_extracts(request, target), problems);
  if (!extract) return std::nullopt;
  std::vector<std::string> said;
  const auto columns = find_columns(*extract, request, target, said, problems);
  if (!columns) return std::nullopt;
  auto imported = Importer(*extract, request, target, *columns, problems).run();
  if (!imported) return std::nullopt;
  const std::vector<std::string> said_of_file = extract->said();
  said.insert(said.begin(), said_of_file.begin(), said_of_file.end());
  imported->said.insert(imported->said.begin(), said.begin(), said.end());
  if (imported->rows.empty()) {
    problems.error("import-nothing", text::whole_file(input.name),
                   "the extract has no figures for measure '" + target.id + "'",
                   "look at --where, and at the column of dates");
    return std::nullopt;
  }
  return imported;
}

}  // namespace thrive::measures
