// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/measures/entry/extract.hpp"
#include "libthrive/measures/entry/extract_dates.hpp"
#include "libthrive/measures/entry/row_choice.hpp"
#include "libthrive/model/project.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::measures {

/// How to read an extract; names that are left out are recognised.
struct ImportRequest {
  std::string date_column;
  std::string value_column;
  std::string numerator_column;
  std::string denominator_column;
  std::string note_column;
  std::string provisional_column;
  std::vector<RowCondition> where;  // only rows that fulfil them
  std::optional<DateForm> date_form;
  bool add_rows = false;  // several rows of one period are added up

  bool names_ratio() const { return !numerator_column.empty() || !denominator_column.empty(); }
};

/// Whose figures are wanted.
struct ImportTarget {
  std::string id;
  std::string name;
  std::string file;  // its data file
  model::Frequency frequency = model::Frequency::weekly;
  bool ratio = false;              // the figures have a numerator and a denominator
  bool percent = false;            // its values are percentages
  std::optional<double> aimed_at;  // the value of its target
  std::optional<int> provisional;  // how many of its latest points may still change
  text::Date today{};              // periods that are not over by then are left out
};

/// The target that a measure of a project is; nothing, with a problem, when there is no such measure.
std::optional<ImportTarget> import_target(const model::Project& project, const std::string& measure, text::Date today,
                                          text::Diagnostics& problems);

/// The figures of one period, as the data file will hold them; an empty text is a missing figure.
struct ImportedRow {
  text::Date date{};
  std::string value{};
  std::string numerator{};
  std::string denominator{};
  std::string note{};
  std::size_t line = 0;  // of the extract
};

struct Imported {
  std::vector<ImportedRow> rows{};  // by date, every date once
  std::vector<std::string> said{};  // what was recognised and left aside, in words
  /// The dates whose figures the extract marks as provisional; nothing when it does not speak of that.
  std::optional<std::vector<text::Date>> provisional{};
};

/// What the titles of an extract's columns may be.
tables::KnownColumns columns_of_extracts(const ImportRequest& request, const ImportTarget& target);

/// The columns of an extract that hold what is wanted.
struct ImportColumns {
  std::size_t date = 0;
  std::optional<std::size_t> year, value, numerator, denominator, note, provisional;
  RowChoice choice;
};
/// Finds them by their titles, and by the rows where the titles do not tell.
std::optional<ImportColumns> find_columns(Extract& extract, const ImportRequest& request, const ImportTarget& target,
                                          std::vector<std::string>& said, text::Diagnostics& problems);

/// Takes the wanted figures out of an extract, with a row for each period or a column for each. Dates go to the start
/// of their period. Totals, subtotals, lines of words and periods that are not over are left out and said; a cell that
/// is neither a figure nor a known way to say that there is none, a date that cannot be read, and rows of one period
/// that are not the same in all cells are errors. Of the rows nothing is held but the wanted ones, while they are few.
std::optional<Imported> import_figures(const tables::Input& input, const ImportRequest& request,
                                       const ImportTarget& target, text::Diagnostics& problems);

}  // namespace thrive::measures
