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

/// Reads the rows below the header, one after the other.
class Importer {
 public:
  Importer(const Extract& extract, const ImportRequest& request, const ImportTarget& target,
           const ImportColumns& columns, text::Diagnostics& problems)
      : extract_(extract), target_(target), columns_(columns), problems_(extract.source, problems) {
    if (request.date_form) forms_ = {*request.date_form};
  }

  std::optional<Imported> run() {
    if (forms_.empty()) recognise_dates();
    for (std::size_t row = columns_.header + 1; row < extract_.rows.size(); ++row)
      if (is_wanted(row)) take(row);
    problems_.say_how_many_more();
    if (failed_) return std::nullopt;
    say_counts();
    std::stable_sort(result_.rows.begin(), result_.rows.end(),
                     [](const ImportedRow& a, const ImportedRow& b) { return a.date < b.date; });
    return std::move(result_);
  }
  Imported result_;

 private:
  const std::string& text(std::size_t row, std::size_t column) const {
    static const std::string nothing;
    const auto& cells = extract_.rows[row].cells;
    return column < cells.size() ? cells[column].text : nothing;
  }

  /// The byte that a cell starts at.
  std::size_t start(std::size_t row, std::size_t column) const {
    const auto& cells = extract_.rows[row].cells;
    return column < cells.size() ? cells[column].begin : extract_.rows[row].begin;
  }

  /// True when an error is to be put in words; a kind that many rows have is only counted after a while.
  bool fails(const char* code, std::size_t row, std::size_t column) {
    failed_ = true;
    return problems_.is_said(Severity::error, code, start(row, column));
  }

  void error(const char* code, std::size_t row, std::size_t column, std::string message, std::string hint) {
    problems_.add(Severity::error, code, start(row, column), std::move(message), std::move(hint));
  }

  void recognise_dates() {
    std::vector<std::string> texts;
    for (std::size_t row = columns_.header + 1; row < extract_.rows.size(); ++row)
      if (is_wanted(row)) texts.push_back(text(row, columns_.date));
    forms_ = forms_of(texts);
    std::vector<std::string> words;
    for (const DateForm form : forms_) words.push_back(form_in_words(form));
    if (!words.empty() && forms_ != std::vector<DateForm>{DateForm::iso})
      result_.said.push_back("dates recognised as " + text::join_in_words(words));
  }

  bool is_wanted(std::size_t row) const {
    return std::all_of(columns_.where.begin(), columns_.where.end(), [&](const auto& condition) {
      return text::kebab(text(row, condition.first)) == text::kebab(condition.second);
    });
  }

  std::optional<text::Date> date_of(std::size_t row) const {
    for (const DateForm form : forms_)
      if (const auto date = read_day(text(row, columns_.date), form)) return date;
    return std::nullopt;
  }

  bool is_line_of_words(std::size_t row) const {
    const auto& cells = extract_.rows[row].cells;
    return std::count_if(cells.begin(), cells.end(), [](const ExtractCell& cell) { return !cell.text.empty(); }) <= 1;
  }

  bool is_total(std::size_t row) const {
    const auto& cells = extract_.rows[row].cells;
    return std::any_of(cells.begin(),
                       cells.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(cells.size(), 2)),
                       [](const ExtractCell& cell) { return names_a_total(cell.text); });
  }

  bool repeats_header(std::size_t row) const {
    return text(row, columns_.date) == text(columns_.header, columns_.date);
  }

  void take(std::size_t row) {
    const auto day = date_of(row);
    if (!day) {
      if (is_total(row)) return static_cast<void>(++totals_);
      if (is_line_of_words(row) || repeats_header(row)) return static_cast<void>(++words_);
      if (text(row, columns_.date).empty()) return static_cast<void>(++dateless_);
      if (fails("import-not-a-date", row, columns_.date))
        error("import-not-a-date", row, columns_.date,
              fmt::format("'{}' is not a date in a form that is known", text(row, columns_.date)),
              "name the form with --date-form, or the column with --date-column");
      return;
    }
    ImportedRow figures;
    figures.row = row;
    figures.date = period_start(*day, target_.frequency);
    if (figures.date > target_.today) return warn_of_future(row, figures.date);
    moved_ += figures.date != *day ? 1 : 0;
    if (columns_.value) figures.value = figure(row, *columns_.value);
    if (columns_.numerator) figures.numerator = figure(row, *columns_.numerator);
    if (columns_.denominator) figures.denominator = figure(row, *columns_.denominator);
    if (columns_.note) figures.note = text(row, *columns_.note);
    check_share(row, figures);
    refuse_surplus(row);
    keep(std::move(figures));
  }

  /// What the data file would be refused for afterwards.
  void check_share(std::size_t row, const ImportedRow& figures) {
    if (!columns_.numerator || !columns_.denominator) return;
    for (const std::size_t column : {*columns_.numerator, *columns_.denominator})
      if (read_figure(text(row, column)).digits.starts_with('-') && fails("out-of-range", row, column))
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
  void refuse_surplus(std::size_t row) {
    const auto& cells = extract_.rows[row].cells;
    for (std::size_t column = extract_.rows[columns_.header].cells.size(); column < cells.size(); ++column)
      if (!cells[column].text.empty() && fails("cell-without-column", row, column))
        error("cell-without-column", row, column,
              fmt::format("'{}' stands in no named column", text::without_controls(cells[column].text)),
              "put a figure or a text that has a comma into quotes, or name the column");
  }

  void warn_of_future(std::size_t row, text::Date date) {
    const std::size_t at = start(row, columns_.date);
    if (!problems_.is_said(Severity::warning, "import-future-date", at)) return;
    problems_.add(
        Severity::warning, "import-future-date", at,
        fmt::format("{} has not begun on {}: left out", text::format_date(date), text::format_date(target_.today)),
        "look at the form of the dates");
  }

  std::string figure(std::size_t row, std::size_t column) {
    const ExtractFigure read = read_figure(text(row, column));
    if (read.kind == ExtractFigure::Kind::not_a_number && fails("import-not-a-number", row, column))
      error("import-not-a-number", row, column, fmt::format("'{}' is not a figure", text(row, column)),
            text(row, column).find(',') != std::string::npos
                ? "write decimals with a point; a comma parts thousands, as in 1,234"
                : "a figure that is missing is left empty, or says NULL, n/a or *");
    if (read.kind == ExtractFigure::Kind::suppressed) ++suppressed_;
    if (read.percent && !target_.percent && fails("import-not-a-number", row, column))
      error("import-not-a-number", row, column,
            fmt::format("'{}' is a percentage, and measure '{}' has no unit 'percent'", text(row, column), target_.id),
            "write unit: percent under the measure, or choose another column");
    return read.digits;
  }

  void keep(ImportedRow figures) {
    const auto [known, is_new] = position_of_.try_emplace(figures.date, result_.rows.size());
    if (is_new) return result_.rows.push_back(std::move(figures));
    const ImportedRow& same = result_.rows[known->second];
    const bool equal =
        same.value == figures.value && same.numerator == figures.numerator && same.denominator == figures.denominator;
    const Severity severity = equal ? Severity::warning : Severity::error;
    failed_ = failed_ || !equal;
    const std::size_t at = start(figures.row, columns_.date);
    if (!problems_.is_said(severity, "import-duplicate", at)) return;
    const std::size_t line = extract_.source.position(extract_.rows[same.row].begin).line;
    problems_.add(severity, "import-duplicate", at,
                  fmt::format("{} is already on line {}, with {}", text::format_date(figures.date), line,
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

  const Extract& extract_;
  const ImportTarget& target_;
  const ImportColumns& columns_;
  text::RowProblems problems_;
  std::vector<DateForm> forms_;
  std::map<text::Date, std::size_t> position_of_;  // of each date among the rows of the result
  std::size_t moved_ = 0, totals_ = 0, words_ = 0, dateless_ = 0, suppressed_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<Imported> import_figures(const Extract& extract, const ImportRequest& request, const ImportTarget& target,
                                       text::Diagnostics& problems) {
  std::vector<std::string> said = extract.said;
  const auto columns = find_columns(extract, request, target, said, problems);
  if (!columns) return std::nullopt;
  auto imported = Importer(extract, request, target, *columns, problems).run();
  if (!imported) return std::nullopt;
  imported->said.insert(imported->said.begin(), said.begin(), said.end());
  if (imported->rows.empty()) {
    problems.error("import-nothing", text::whole_file(extract.source.name()),
                   "the extract has no figures for measure '" + target.id + "'",
                   "look at --where, and at the column of dates");
    return std::nullopt;
  }
  return imported;
}

}  // namespace thrive::measures
