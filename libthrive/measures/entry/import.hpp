// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/measures/entry/extract.hpp"
#include "libthrive/measures/entry/extract_dates.hpp"
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
  std::vector<std::pair<std::string, std::string>> where;  // only rows with this value in this column
  std::optional<DateForm> date_form;
};

/// Whose figures are wanted.
struct ImportTarget {
  std::string id;
  std::string name;
  std::string file;  // its data file
  model::Frequency frequency = model::Frequency::weekly;
  bool ratio = false;    // the data file has a numerator and a denominator
  bool percent = false;  // its values are percentages
  text::Date today{};    // later periods are left out
};

/// The target that a measure of a project is; nothing, with a problem, when there is no such measure.
std::optional<ImportTarget> import_target(const model::Project& project, const std::string& measure, text::Date today,
                                          text::Diagnostics& problems);
/// Puts conditions `COLUMN=VALUE` into a request. False, with a problem, for one without `=`.
bool add_conditions(ImportRequest& request, const std::vector<std::string>& where, text::Diagnostics& problems);

/// The figures of one period, as the data file will hold them; an empty text is a missing figure.
struct ImportedRow {
  text::Date date{};
  std::string value;
  std::string numerator;
  std::string denominator;
  std::string note;
  std::size_t line = 0;  // of the extract
};

struct Imported {
  std::vector<ImportedRow> rows;  // by date, every date once
  std::vector<std::string> said;  // what was recognised and left aside, in words
};

/// What the titles of an extract's columns may be.
tables::KnownColumns columns_of_extracts(const ImportRequest& request, const ImportTarget& target);

/// The columns of an extract that hold what is wanted.
struct ImportColumns {
  std::size_t date = 0;
  std::optional<std::size_t> value, numerator, denominator, note;
  std::vector<std::pair<std::size_t, std::string>> where;

  /// True for a row that fulfils every condition.
  bool want(const tables::Row& row) const;
};
/// Finds them by their titles, and by the rows where the titles do not tell.
std::optional<ImportColumns> find_columns(Extract& extract, const ImportRequest& request, const ImportTarget& target,
                                          std::vector<std::string>& said, text::Diagnostics& problems);

/// Takes the wanted figures out of an extract. Dates go to the start of their period. Totals, lines of words, later
/// periods and repeated lines are left out and said; a cell that is neither a figure nor a known way to say that there
/// is none, a date that cannot be read, and two different figures for one period are errors. Of the rows nothing is
/// held but the wanted ones, while they are few.
std::optional<Imported> import_figures(const tables::Input& input, const ImportRequest& request,
                                       const ImportTarget& target, text::Diagnostics& problems);

}  // namespace thrive::measures
