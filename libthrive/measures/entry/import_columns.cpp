// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/measures/entry/extract_figures.hpp"
#include "libthrive/measures/entry/import.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::measures {

namespace {

using Names = std::vector<std::string>;

// What informatics teams call their columns, likeliest first.
const Names date_names = {"date",
                          "week",
                          "week-commencing",
                          "week-beginning",
                          "week-starting",
                          "week-start",
                          "w/c",
                          "wc",
                          "week-ending",
                          "week-end",
                          "w/e",
                          "week-date",
                          "period-start",
                          "reporting-period-start",
                          "period",
                          "month",
                          "month-start",
                          "month-commencing",
                          "day"};
const Names value_names = {"value",  "measure-value", "median",  "median-days", "mean", "count", "number",  "figure",
                           "result", "rate",          "percent", "percentage",  "%",    "pct",   "activity"};
const Names numerator_names = {"numerator", "num", "numer", "within", "met", "breached", "yes"};
const Names denominator_names = {"denominator", "den", "denom", "n", "total", "all", "out-of", "eligible"};
const Names note_names = {"note", "notes", "comment", "comments"};

class Finder {
 public:
  Finder(const Extract& extract, text::Diagnostics& problems) : extract_(extract), problems_(problems) {}

  const std::vector<ExtractCell>& header() const { return extract_.rows[header_row].cells; }
  std::size_t header_row = 0;

  void fail(std::size_t row, std::string message, std::string hint) {
    failed_ = true;
    const std::size_t offset = row < extract_.rows.size() ? extract_.rows[row].begin : 0;
    problems_.error("import-columns", {extract_.source.name(), extract_.source.position(offset)}, std::move(message),
                    std::move(hint));
  }

  /// The first row that has one of these names among its cells; titles may stand above it.
  bool find_header(const Names& names) {
    for (const std::string& name : names)
      for (std::size_t row = 0; row < std::min<std::size_t>(extract_.rows.size(), 30); ++row)
        for (const ExtractCell& cell : extract_.rows[row].cells)
          if (text::kebab(cell.text) == name && extract_.rows[row].cells.size() > 1) {
            header_row = row;
            return true;
          }
    return false;
  }

  /// A column by its name, or by its number from 1.
  std::optional<std::size_t> named(const std::string& name) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < header().size(); ++i) {
      if (text::kebab(header()[i].text) != text::kebab(name)) continue;
      if (found) {
        fail(header_row, fmt::format("there are two columns '{}'", name),
             "name one of them by its number, counted from 1");
        return std::nullopt;
      }
      found = i;
    }
    if (found) return found;
    std::size_t number = 0;
    for (const char letter : name)
      number = letter >= '0' && letter <= '9' && number < 10000 ? number * 10 + static_cast<std::size_t>(letter - '0')
                                                                : 100000;
    if (number >= 1 && number <= header().size()) return number - 1;
    Names known;
    for (const ExtractCell& cell : header()) known.push_back(cell.text);
    fail(header_row, fmt::format("there is no column '{}'", name), text::did_you_mean(name, known));
    return std::nullopt;
  }

  /// The column that was recognised, unless a second one is called the same.
  std::optional<std::size_t> only_one_of(std::size_t column) {
    for (std::size_t other = column + 1; other < header().size(); ++other)
      if (text::kebab(header()[other].text) == text::kebab(header()[column].text)) {
        fail(header_row, fmt::format("there are two columns '{}'", header()[column].text),
             "name one of them by its number, counted from 1");
        return std::nullopt;
      }
    return column;
  }
  bool has_failed() const { return failed_; }

  std::optional<std::size_t> recognised(const Names& names) const {
    for (const std::string& name : names)
      for (std::size_t i = 0; i < header().size(); ++i)
        if (text::kebab(header()[i].text) == name) return i;
    return std::nullopt;
  }

  /// The only column besides the date that holds figures.
  std::optional<std::size_t> only_figures(std::size_t date) const {
    std::optional<std::size_t> found;
    for (std::size_t column = 0; column < header().size(); ++column) {
      if (column == date) continue;
      std::size_t figures = 0, words = 0;
      for (std::size_t row = header_row + 1; row < extract_.rows.size(); ++row) {
        if (column >= extract_.rows[row].cells.size()) continue;
        const ExtractFigure figure = read_figure(extract_.rows[row].cells[column].text);
        figures += figure.kind == ExtractFigure::Kind::number ? 1 : 0;
        words += figure.kind == ExtractFigure::Kind::not_a_number ? 1 : 0;
      }
      if (figures == 0 || words > figures) continue;
      if (found) return std::nullopt;
      found = column;
    }
    return found;
  }

 private:
  const Extract& extract_;
  text::Diagnostics& problems_;
  bool failed_ = false;
};

std::string listed(const std::vector<ExtractCell>& header) {
  Names names;
  for (const ExtractCell& cell : header) names.push_back("'" + cell.text + "'");
  return text::join_in_words(names);
}

/// A column that was named, or one that is known by what it is called.
bool choose(Finder& finder, const std::string& asked, const Names& names, std::optional<std::size_t>& into) {
  if (asked.empty()) {
    into = finder.recognised(names);
    if (into) into = finder.only_one_of(*into);
    return into || !finder.has_failed();
  }
  into = finder.named(asked);
  return into.has_value();
}

Names figure_names(const ImportTarget& target, const Names& usual) {
  Names names = usual;
  names.insert(names.begin(), {text::kebab(target.id), text::kebab(target.name)});
  return names;
}

bool choose_figures(Finder& finder, const ImportRequest& request, const ImportTarget& target, ImportColumns& columns) {
  if (target.ratio) {
    if (!choose(finder, request.numerator_column, numerator_names, columns.numerator)) return false;
    if (!choose(finder, request.denominator_column, denominator_names, columns.denominator)) return false;
    if (columns.numerator && columns.denominator) return true;
    finder.fail(finder.header_row,
                fmt::format("no columns of numerator and denominator among {}", listed(finder.header())),
                "name them with --numerator-column and --denominator-column");
    return false;
  }
  if (!choose(finder, request.value_column, figure_names(target, value_names), columns.value)) return false;
  if (!columns.value) columns.value = finder.only_figures(columns.date);
  if (columns.value) return true;
  finder.fail(finder.header_row, fmt::format("no column of values can be told among {}", listed(finder.header())),
              "name it with --value-column");
  return false;
}

/// Long extracts have a row a week and measure: the column that tells them apart, when it names this measure.
void recognise_measure_column(Finder& finder, const Extract& extract, const ImportTarget& target,
                              ImportColumns& columns) {
  const auto column = finder.recognised({"measure", "measure-id", "measure-name", "indicator", "metric"});
  if (!column) return;
  for (const std::string& word : {target.id, target.name})
    for (std::size_t row = columns.header + 1; row < extract.rows.size(); ++row)
      if (*column < extract.rows[row].cells.size() &&
          text::kebab(extract.rows[row].cells[*column].text) == text::kebab(word)) {
        columns.where.push_back({*column, extract.rows[row].cells[*column].text});
        return;
      }
}

void say_columns(const Finder& finder, const ImportRequest& request, const ImportColumns& columns, Names& said) {
  Names words;
  const auto say = [&](const char* what, const std::string& asked, std::optional<std::size_t> column) {
    if (column && asked.empty() && text::kebab(finder.header()[*column].text) != what)
      words.push_back(fmt::format("'{}' is the {}", finder.header()[*column].text, what));
  };
  say("date", request.date_column, columns.date);
  say("value", request.value_column, columns.value);
  say("numerator", request.numerator_column, columns.numerator);
  say("denominator", request.denominator_column, columns.denominator);
  say("note", request.note_column, columns.note);
  if (!words.empty()) said.push_back("columns recognised: " + text::join_in_words(words));
  if (request.where.empty())
    for (const auto& [column, value] : columns.where)
      said.push_back(fmt::format("only rows with '{}' in column '{}' are taken", value, finder.header()[column].text));
}

}  // namespace

std::optional<ImportColumns> find_columns(const Extract& extract, const ImportRequest& request,
                                          const ImportTarget& target, std::vector<std::string>& said,
                                          text::Diagnostics& problems) {
  Finder finder(extract, problems);
  const Names dates = request.date_column.empty() ? date_names : Names{text::kebab(request.date_column)};
  if (extract.rows.empty() || (!finder.find_header(dates) && request.date_column.empty())) {
    finder.fail(0, extract.rows.empty() ? "the extract is empty" : "no line names a column of dates",
                "a line with the names of the columns is needed; name the one of dates with --date-column");
    return std::nullopt;
  }
  ImportColumns columns;
  columns.header = finder.header_row;
  std::optional<std::size_t> date;
  if (!choose(finder, request.date_column, date_names, date)) return std::nullopt;
  columns.date = *date;
  if (!choose_figures(finder, request, target, columns)) return std::nullopt;
  if (!choose(finder, request.note_column, note_names, columns.note)) return std::nullopt;
  for (const auto& [name, value] : request.where) {
    const auto column = finder.named(name);
    if (!column) return std::nullopt;
    columns.where.push_back({*column, value});
  }
  if (request.where.empty()) recognise_measure_column(finder, extract, target, columns);
  say_columns(finder, request, columns, said);
  return columns;
}

}  // namespace thrive::measures
