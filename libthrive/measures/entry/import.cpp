// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/import.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/findings/say.hpp"
#include "libthrive/measures/entry/dates_in_words.hpp"
#include "libthrive/measures/entry/extract_figures.hpp"
#include "libthrive/measures/entry/figure_taker.hpp"
#include "libthrive/measures/entry/import_across.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::measures {

namespace {

/// A wanted row with the words for its time, which may stand in rows above.
struct TimedRow {
  tables::Row row;
  std::string when;
  std::string year;
};

/// Rows that are wanted again, while they are few.
class KeptRows {
 public:
  void add(const tables::Row& row, const std::string& when, const std::string& year) {
    bytes_ += row.bytes().size();
    if (has_all())
      rows_.push_back({row.held(), when, year});
    else
      rows_ = {};
  }
  /// False when there were too many to keep.
  bool has_all() const { return bytes_ <= most_bytes; }
  const std::vector<TimedRow>& rows() const { return rows_; }

 private:
  static constexpr std::size_t most_bytes = std::size_t{1} << 20;
  std::vector<TimedRow> rows_;
  std::size_t bytes_ = 0;
};

/// What merged cells leave empty below their first row: the text of the last row that had one.
class MergedCells {
 public:
  /// The text of a cell, or of the last above it that had one.
  std::string text(std::string_view here) {
    if (!here.empty()) last_ = here;
    return last_;
  }

 private:
  std::string last_;
};

/// Takes the rows below the heading, one after the other.
class RowImporter {
 public:
  RowImporter(Extract& extract, const ImportRequest& request, const ImportTarget& target, ImportColumns& columns,
              text::Diagnostics& problems)
      : extract_(extract),
        columns_(columns),
        title_(extract.heading().titles[columns.date].text),
        dates_(date_column(title_, span_of(target.frequency), target.today)),
        all_problems_(problems),
        taker_(target, request, dates_.edge, problems),
        adds_rows_(request.add_rows) {
    if (request.date_form) forms_ = {*request.date_form};
    if (request.date_form == DateForm::month) forms_.push_back(DateForm::month_in_letters);
    if (columns.provisional) taker_.has_provisional_column();
  }

  std::optional<Imported> run() {
    KeptRows kept;
    const bool knows_forms = !forms_.empty();
    if (!knows_forms && !recognise_dates(kept)) return std::nullopt;
    if (!knows_forms && kept.has_all())
      for (const TimedRow& row : kept.rows()) take(row.row, row.when, row.year);
    else if (!each_wanted_row([this](const tables::Row& row, const std::string& when, const std::string& year) {
               take(row, when, year);
             }))
      return std::nullopt;
    const auto errors_before = all_problems_.has_errors();
    columns_.choice.report_unmet(extract_.file(), all_problems_);
    auto imported = taker_.finish();
    if (!imported || (!errors_before && all_problems_.has_errors())) return std::nullopt;
    imported->said.insert(imported->said.begin(), said_.begin(), said_.end());
    return imported;
  }

 private:
  /// False when the extract cannot be read.
  bool recognise_dates(KeptRows& kept) {
    FormsOfDates forms(dates_);
    std::size_t beside_year = 0;
    const auto look = [&](const tables::Row& row, const std::string& when, const std::string& year) {
      kept.add(row, when, year);
      forms.add(when);
      beside_year += columns_.year && read_beside_year(year, when, title_) ? 1 : 0;
    };
    if (!each_wanted_row(look)) return false;
    forms_ = forms.forms();
    stands_beside_year_ = forms_.empty() && beside_year > 0;
    std::vector<std::string> words;
    for (const DateForm form : forms_) words.push_back(form_in_words(form));
    if (stands_beside_year_)
      said_.push_back(fmt::format("dates recognised as '{}' of the year in '{}'", text::without_controls(title_),
                                  text::without_controls(extract_.heading().titles[*columns_.year].text)));
    else if (!words.empty() && forms_ != std::vector<DateForm>{DateForm::iso})
      said_.push_back("dates recognised as " + text::join_in_words(words));
    return true;
  }

  std::optional<Period> period_of(std::string_view text, std::string_view year) const {
    if (stands_beside_year_) return read_beside_year(year, text, title_);
    for (const DateForm form : forms_)
      if (const auto period = read_period(text, form, dates_)) return period;
    return std::nullopt;
  }

  /// True when a row has a text, beside its date and its figures, that tells it from others: a team, say.
  bool has_label(const tables::Row& row) const {
    for (std::size_t column = 0; column < row.size() && column < extract_.heading().titles.size(); ++column) {
      const bool is_other = column != columns_.date && column != columns_.year && column != columns_.note;
      if (is_other && !is_figure_column(column) &&
          read_figure(row.text(column)).kind == ExtractFigure::Kind::not_a_number)
        return true;
    }
    return false;
  }

  bool is_figure_column(std::size_t column) const {
    return column == columns_.value || column == columns_.numerator || column == columns_.denominator;
  }

  /// True when a text of the row says that it is a total of others.
  bool is_total(const tables::Row& row) const {
    for (std::size_t column = 0; column < row.size(); ++column)
      if (!is_figure_column(column) && column != columns_.note && names_a_total(row.text(column))) return true;
    return false;
  }

  bool repeats_heading(const tables::Row& row) const { return row.text(columns_.date) == title_; }

  /// True for a number in one of the columns that are read.
  bool has_figure(const tables::Row& row) const {
    for (const auto& column : {columns_.value, columns_.numerator, columns_.denominator})
      if (column && read_figure(row.text(*column)).kind == ExtractFigure::Kind::number) return true;
    return false;
  }

  /// Where the figures of a row would stand there are words, or nothing: a footnote, however many commas it has.
  bool is_words(const tables::Row& row, const std::string& when) const {
    bool has_sentence = false;
    if (has_figure(row)) return false;
    for (const auto& column : {columns_.value, columns_.numerator, columns_.denominator}) {
      if (!column) continue;
      std::size_t words = 0;
      for (const std::string& run : runs_of(row.text(*column))) words += run.size() > 1 && run[0] >= 'a' ? 1 : 0;
      has_sentence = has_sentence || words > 1;
    }
    return has_sentence || !looks_like_date(when);
  }

  /// Hands on every row that is wanted, with its time. False when the extract cannot be read.
  template <class Look>
  bool each_wanted_row(Look look) {
    MergedCells years, days;
    return extract_.each_row(
        [&](const tables::Row& row) {
          const std::string year = columns_.year ? years.text(row.text(*columns_.year)) : std::string();
          const bool has_date = !row.text(columns_.date).empty();
          // Of merged cells only the first row has the date; what belongs to no team may as well be a total.
          const bool is_below = !has_date && has_label(row) && !is_total(row);
          const std::string when = has_date || is_below ? days.text(row.text(columns_.date)) : std::string();
          if (columns_.choice.wants(row)) look(row, when, year);
        },
        all_problems_);
  }

  /// What has no time, or is a total: left out and counted, or refused.
  void leave_out(const tables::Row& row, const std::string& when) {
    if (is_total(row)) return taker_.leave_out_total();
    if ((row.filled() <= 1 && !has_figure(row)) || repeats_heading(row)) return taker_.leave_out_words();
    if (when.empty()) return taker_.leave_out_dateless();
    if (is_words(row, when)) return taker_.leave_out_words();
    if (taker_.fails("import-not-a-date", row.cell(columns_.date)))
      taker_.report({"import-not-a-date", row.place(columns_.date), {{"cell", text::without_controls(when)}}});
  }

  void take(const tables::Row& row, const std::string& when, const std::string& year) {
    const auto period = when.empty() ? std::nullopt : period_of(when, year);
    // Where rows are added up, those that are sums of others would count twice.
    const bool is_sum =
        names_a_total(row.text(columns_.date)) || (adds_rows_ && columns_.choice.empty() && is_total(row));
    if (!period || is_sum) return leave_out(row, when);
    FigureCells cells;
    cells.date = row.cell(columns_.date);
    cells.period = *period;
    const auto cell = [&row](const std::optional<std::size_t>& column) {
      return column ? row.cell(*column) : tables::Cell{};
    };
    cells.value = cell(columns_.value);
    cells.numerator = cell(columns_.numerator);
    cells.denominator = cell(columns_.denominator);
    cells.note = cell(columns_.note);
    std::string_view date = row.text(columns_.date);
    if (take_marks(date).is_provisional) cells.is_provisional = true;
    if (columns_.provisional && says_provisional(row.text(*columns_.provisional))) cells.is_provisional = true;
    cells.all_cells = when;
    for (std::size_t column = 0; column < row.size(); ++column)
      if (column != columns_.date) (cells.all_cells += '\x1f') += row.text(column);
    refuse_surplus(row);
    taker_.take(cells);
  }

  /// A short text with a digit: a date in a form that is not known, rather than words.
  static bool looks_like_date(std::string_view text) {
    return text.size() <= 12 && text.find_first_of("0123456789") != std::string_view::npos;
  }

  /// 1,234 without quotes is a 1 and a 234.
  void refuse_surplus(const tables::Row& row) {
    for (std::size_t column = extract_.heading().titles.size(); column < row.size(); ++column)
      if (!row.text(column).empty() && taker_.fails("cell-without-column", row.cell(column)))
        taker_.report_in_words({text::Severity::error, "cell-without-column", row.place(column),
                                "'" + text::without_controls(row.text(column)) + "' stands in no named column",
                                "put a figure or a text that has a comma into quotes, or name the column"});
  }

  Extract& extract_;
  ImportColumns& columns_;
  std::string title_;  // of the column of dates
  DateColumn dates_;
  text::Diagnostics& all_problems_;
  FigureTaker taker_;
  std::vector<DateForm> forms_;
  bool adds_rows_ = false;
  bool stands_beside_year_ = false;
  std::vector<std::string> said_;
};

}  // namespace

std::optional<Imported> import_figures(const tables::Input& input, const ImportRequest& request,
                                       const ImportTarget& target, text::Diagnostics& problems) {
  auto extract = Extract::open(input, columns_of_extracts(request, target), problems);
  if (!extract) return std::nullopt;
  if (request.add_rows && target.percent && !target.ratio) {
    findings::say(problems, {"import-cannot-add", text::whole_file(input.name), {{"measure", target.id}}});
    return std::nullopt;
  }
  std::vector<std::string> said;
  std::optional<Imported> imported;
  if (const auto across = find_across(*extract, request, target)) {
    imported = import_across(*extract, *across, request, target, problems);
  } else {
    auto columns = find_columns(*extract, request, target, said, problems);
    if (!columns) return std::nullopt;
    imported = RowImporter(*extract, request, target, *columns, problems).run();
  }
  if (!imported) return std::nullopt;
  const std::vector<std::string> said_of_file = extract->said();
  said.insert(said.begin(), said_of_file.begin(), said_of_file.end());
  imported->said.insert(imported->said.begin(), said.begin(), said.end());
  if (imported->rows.empty()) {
    findings::say(problems, {"import-nothing", text::whole_file(input.name), {{"measure", target.id}}});
    return std::nullopt;
  }
  return imported;
}

}  // namespace thrive::measures
