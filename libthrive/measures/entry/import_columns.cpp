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

const Names measure_names = {"measure", "measure-id", "measure-name", "indicator", "metric"};

class Finder {
 public:
  Finder(Extract& extract, text::Diagnostics& problems) : extract_(extract), problems_(problems) {}

  const std::vector<tables::Title>& header() const { return extract_.heading().titles; }

  void fail(std::string message, std::string hint) {
    failed_ = true;
    const auto& rows = extract_.heading().rows;
    problems_.error("import-columns", rows.empty() ? text::whole_file(extract_.file()) : rows.front().place(),
                    std::move(message), std::move(hint));
  }

  /// A column by its name, or by its number from 1.
  std::optional<std::size_t> named(const std::string& name) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < header().size(); ++i) {
      if (text::kebab(header()[i].text) != text::kebab(name)) continue;
      if (found) {
        fail(fmt::format("there are two columns '{}'", name), "name one of them by its number, counted from 1");
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
    for (const tables::Title& title : header()) known.push_back(title.text);
    fail(fmt::format("there is no column '{}'", name), text::did_you_mean(name, known));
    return std::nullopt;
  }

  /// The column that was recognised, unless a second one is called the same.
  std::optional<std::size_t> only_one_of(std::size_t column) {
    for (std::size_t other = column + 1; other < header().size(); ++other)
      if (text::kebab(header()[other].text) == text::kebab(header()[column].text)) {
        fail(fmt::format("there are two columns '{}'", header()[column].text),
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
  std::optional<std::size_t> only_figures(std::size_t date) {
    struct Count {
      std::size_t figures = 0, words = 0;
    };
    std::vector<Count> counts(header().size());
    const auto look = [&counts](const tables::Row& row) {
      for (std::size_t column = 0; column < counts.size() && column < row.size(); ++column) {
        const ExtractFigure::Kind kind = read_figure(row.text(column)).kind;
        counts[column].figures += kind == ExtractFigure::Kind::number ? 1 : 0;
        counts[column].words += kind == ExtractFigure::Kind::not_a_number ? 1 : 0;
      }
    };
    failed_ = !extract_.each_row(look, problems_) || failed_;
    std::optional<std::size_t> found;
    for (std::size_t column = 0; column < counts.size(); ++column) {
      if (column == date || counts[column].figures == 0 || counts[column].words > counts[column].figures) continue;
      if (found) return std::nullopt;
      found = column;
    }
    return found;
  }

  /// The first of some words that stands in a column, as it is written there; empty when none does.
  std::string first_word_in(std::size_t column, const std::vector<std::string>& words) {
    std::vector<std::string> found(words.size());
    const auto look = [&](const tables::Row& row) {
      for (std::size_t at = 0; at < words.size(); ++at)
        if (found[at].empty() && text::kebab(row.text(column)) == text::kebab(words[at])) found[at] = row.text(column);
    };
    failed_ = !extract_.each_row(look, problems_) || failed_;
    const auto first = std::find_if(found.begin(), found.end(), [](const std::string& word) { return !word.empty(); });
    return first == found.end() ? std::string() : *first;
  }

 private:
  Extract& extract_;
  text::Diagnostics& problems_;
  bool failed_ = false;
};

std::string listed(const std::vector<tables::Title>& header) {
  Names names;
  for (const tables::Title& title : header) names.push_back("'" + title.text + "'");
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
    finder.fail(fmt::format("no columns of numerator and denominator among {}", listed(finder.header())),
                "name them with --numerator-column and --denominator-column");
    return false;
  }
  if (!choose(finder, request.value_column, figure_names(target, value_names), columns.value)) return false;
  if (!columns.value) columns.value = finder.only_figures(columns.date);
  if (columns.value) return true;
  finder.fail(fmt::format("no column of values can be told among {}", listed(finder.header())),
              "name it with --value-column");
  return false;
}

/// Long extracts have a row a week and measure: the column that tells them apart, when it names this measure.
void recognise_measure_column(Finder& finder, const ImportTarget& target, ImportColumns& columns) {
  const auto column = finder.recognised(measure_names);
  if (!column) return;
  const std::string word = finder.first_word_in(*column, {target.id, target.name});
  if (!word.empty()) columns.where.push_back({*column, word});
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

/// True for a text that names the same as a name in kebab-case.
bool reads_as(std::string_view text, std::string_view folded) {
  const auto fold = [](char letter) {
    if (letter == '_' || letter == ' ') return '-';
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  };
  return text.size() == folded.size() &&
         std::equal(text.begin(), text.end(), folded.begin(), [&fold](char a, char b) { return fold(a) == b; });
}

}  // namespace

bool ImportColumns::want(const tables::Row& row) const {
  for (const auto& [column, word] : where)
    if (!reads_as(row.text(column), word)) return false;
  return true;
}

tables::KnownColumns columns_of_extracts(const ImportRequest& request, const ImportTarget& target) {
  tables::KnownColumns known;
  if (request.date_column.empty())
    for (const std::string& name : date_names) known.add_key(name);
  else
    known.add_key(request.date_column);
  for (const std::string* asked : {&request.value_column, &request.numerator_column, &request.denominator_column,
                                   &request.note_column, &target.id, &target.name})
    if (!asked->empty()) known.add(*asked);
  for (const auto& [name, value] : request.where) known.add(name);
  for (const Names* names :
       {&date_names, &value_names, &numerator_names, &denominator_names, &note_names, &measure_names})
    for (const std::string& name : *names) known.add(name);
  return known;
}

std::optional<ImportColumns> find_columns(Extract& extract, const ImportRequest& request, const ImportTarget& target,
                                          std::vector<std::string>& said, text::Diagnostics& problems) {
  Finder finder(extract, problems);
  const bool is_empty = extract.heading().rows.empty();
  if (is_empty || (!extract.heading().has_key && request.date_column.empty())) {
    finder.fail(is_empty ? "the extract is empty" : "no line names a column of dates",
                "a line with the names of the columns is needed; name the one of dates with --date-column");
    return std::nullopt;
  }
  ImportColumns columns;
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
  if (request.where.empty()) recognise_measure_column(finder, target, columns);
  if (finder.has_failed()) return std::nullopt;
  say_columns(finder, request, columns, said);
  for (auto& [column, word] : columns.where) word = text::kebab(word);
  return columns;
}

}  // namespace thrive::measures
