// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/findings/say.hpp"
#include "libthrive/measures/entry/column_names.hpp"
#include "libthrive/measures/entry/extract_figures.hpp"
#include "libthrive/measures/entry/import.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::measures {

namespace {

using Names = std::vector<std::string>;

class Finder {
 public:
  Finder(Extract& extract, text::Diagnostics& problems) : extract_(extract), problems_(problems) {}

  const std::vector<tables::Title>& header() const { return extract_.heading().titles; }

  void fail(const findings::Finding& finding) {
    failed_ = true;
    findings::say(problems_, finding);
  }
  text::Place place() const { return place_of_heading(extract_); }

  /// A column by its name, or by its number from 1.
  std::optional<std::size_t> named(const std::string& name) {
    const auto column = column_named(extract_, name, problems_);
    failed_ = failed_ || !column;
    return column;
  }

  /// The column that was recognised, unless a second one is called the same.
  std::optional<std::size_t> only_one_of(std::size_t column) {
    for (std::size_t other = column + 1; other < header().size(); ++other)
      if (text::kebab(header()[other].text) == text::kebab(header()[column].text)) {
        fail({"import-columns", place(), {{"case", "two"}, {"name", text::without_controls(header()[column].text)}}});
        return std::nullopt;
      }
    return column;
  }
  bool has_failed() const { return failed_; }

  std::optional<std::size_t> recognised(const Names& names) const { return first_column_of(extract_.heading(), names); }

  /// The only column besides those of the time that holds figures.
  std::optional<std::size_t> only_figures(std::size_t date, std::optional<std::size_t> year) {
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
      const bool is_time = column == date || column == year;
      if (is_time || counts[column].figures == 0 || counts[column].words > counts[column].figures) continue;
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

text::Value titles_of(const std::vector<tables::Title>& header) {
  Names names;
  for (const tables::Title& title : header) names.push_back(text::without_controls(title.text));
  return text::Value::list_of(names);
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
    // With a column of denominators the values are what is counted above the line.
    const std::string& above = request.numerator_column.empty() ? request.value_column : request.numerator_column;
    if (!choose(finder, above, numerator_names, columns.numerator)) return false;
    if (!choose(finder, request.denominator_column, denominator_names, columns.denominator)) return false;
    if (columns.numerator && columns.denominator) return true;
    finder.fail({"import-columns", finder.place(), {{"case", "ratio"}, {"titles", titles_of(finder.header())}}});
    return false;
  }
  if (!choose(finder, request.value_column, figure_names(target, value_names), columns.value)) return false;
  if (!columns.value) columns.value = finder.only_figures(columns.date, columns.year);
  if (columns.value) return true;
  finder.fail({"import-columns", finder.place(), {{"case", "value"}, {"titles", titles_of(finder.header())}}});
  return false;
}

/// Long extracts have a row a week and measure: the column that tells them apart, when it names this measure.
void recognise_measure_column(Finder& finder, const ImportTarget& target, ImportColumns& columns, Names& said) {
  const auto column = finder.recognised(measure_names);
  if (!column) return;
  const std::string word = finder.first_word_in(*column, {target.id, target.name});
  if (word.empty()) return;
  const std::string& title = finder.header()[*column].text;
  columns.choice.add(*column, {title, {word}, false});
  said.push_back(fmt::format("only rows with '{}' in column '{}' are taken", word, title));
}

void say_columns(const Finder& finder, const ImportRequest& request, const ImportColumns& columns, Names& said) {
  Names words;
  const auto say = [&](const char* what, const std::string& asked, std::optional<std::size_t> column) {
    if (column && asked.empty() && text::kebab(finder.header()[*column].text) != what)
      words.push_back(fmt::format("'{}' is the {}", finder.header()[*column].text, what));
  };
  say("date", request.date_column, columns.date);
  say("value", request.value_column, columns.value);
  say("numerator", request.numerator_column.empty() ? request.value_column : request.numerator_column,
      columns.numerator);
  say("denominator", request.denominator_column, columns.denominator);
  say("note", request.note_column, columns.note);
  if (!words.empty()) said.push_back("columns recognised: " + text::join_in_words(words));
}

/// The column of years that stands beside a column of months, weeks or quarters.
std::optional<std::size_t> year_beside(const Finder& finder, std::size_t date) {
  const auto year = finder.recognised(year_names);
  return year != date ? year : std::nullopt;
}

}  // namespace

tables::KnownColumns columns_of_extracts(const ImportRequest& request, const ImportTarget& target) {
  tables::KnownColumns known;
  if (request.date_column.empty())
    for (const std::string& name : date_names) known.add_key(name);
  else
    known.add_key(request.date_column);
  for (const std::string* asked : {&request.date_column, &request.value_column, &request.numerator_column,
                                   &request.denominator_column, &request.note_column, &request.provisional_column})
    if (!asked->empty()) known.ask_for(*asked);
  for (const RowCondition& condition : request.where) known.ask_for(condition.column);
  for (const std::string* name : {&target.id, &target.name}) known.add(*name);
  for (const Names* names : {&date_names, &year_names, &value_names, &numerator_names, &denominator_names, &note_names,
                             &provisional_names, &measure_names})
    for (const std::string& name : *names) known.add(name);
  return known;
}

std::optional<ImportColumns> find_columns(Extract& extract, const ImportRequest& request, const ImportTarget& target,
                                          std::vector<std::string>& said, text::Diagnostics& problems) {
  Finder finder(extract, problems);
  const bool is_empty = extract.heading().rows.empty();
  if (is_empty || (!extract.heading().has_key && request.date_column.empty())) {
    finder.fail({"import-columns", finder.place(), {{"case", is_empty ? "empty" : "dates"}}});
    return std::nullopt;
  }
  ImportColumns columns;
  std::optional<std::size_t> date;
  if (!choose(finder, request.date_column, date_names, date)) return std::nullopt;
  columns.date = *date;
  columns.year = year_beside(finder, columns.date);
  if (!choose_figures(finder, request, target, columns)) return std::nullopt;
  if (!choose(finder, request.note_column, note_names, columns.note)) return std::nullopt;
  if (!choose(finder, request.provisional_column, provisional_names, columns.provisional)) return std::nullopt;
  for (const RowCondition& condition : request.where) {
    const auto column = finder.named(condition.column);
    if (!column) return std::nullopt;
    columns.choice.add(*column, condition);
  }
  if (request.where.empty()) recognise_measure_column(finder, target, columns, said);
  if (finder.has_failed()) return std::nullopt;
  const std::size_t measure_said = said.size();
  say_columns(finder, request, columns, said);
  std::rotate(said.begin(), said.begin() + static_cast<std::ptrdiff_t>(measure_said), said.end());
  return columns;
}

}  // namespace thrive::measures
