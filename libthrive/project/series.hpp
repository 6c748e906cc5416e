// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/tables/reader.hpp"
#include "libthrive/text/date.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::project {

/// One row of a measure's data file.
struct SeriesPoint {
  text::Date date{};
  std::optional<double> value;  // for a ratio: numerator / denominator, times 100 when the unit is percent
  std::optional<double> numerator;
  std::optional<double> denominator;
  std::string note;
  std::size_t line = 0;
};

/// The figures of a measure, sorted by date. A missing figure is a point without a value.
struct Series {
  std::string file;
  bool has_denominator = false;
  std::vector<SeriesPoint> points;
};

/// What the columns are called when they are not `date`, `value`, `numerator`, `denominator`, `note`.
struct SeriesColumns {
  std::string date = "date";
  std::string value = "value";
  std::string numerator = "numerator";
  std::string denominator = "denominator";
  std::string note = "note";
  double multiply = 1;  // ratio times this; 100 for percent
};

/// Reads `date,value` or `date,numerator,denominator`, with an optional note. Empty cells, `NA`, `null` and `*` are
/// missing. Every bad cell is reported with its line and column; two rows of one date are an error. Nothing on error.
/// A project's own file is read strictly; another one leniently, rows above its heading left out, and with a column of
/// denominators that was named its values are the numerators.
std::optional<Series> read_series(const tables::Input& input, const SeriesColumns& columns, tables::Manner manner,
                                  text::Diagnostics& problems);

}  // namespace thrive::project
