// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "libthrive/model/series.hpp"
#include "libthrive/tables/reader.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::project {

/// What the columns are called when they are not `date`, `value`, `numerator`, `denominator`, `note`.
struct SeriesColumns {
  std::string date = "date";
  std::string value = "value";
  std::string numerator = "numerator";
  std::string denominator = "denominator";
  std::string note = "note";
  double multiply = 1;       // ratios times this; 100 for percent
  bool is_share = false;     // no numerator is more than its denominator
  bool all_figures = false;  // plain values are multiplied too
};

/// Reads `date,value` or `date,numerator,denominator`, with an optional note. Empty cells, `NA`, `null` and `*` are
/// missing. Every bad cell is reported with its line and column; two rows of one date are an error. Nothing on error.
/// A project's own file is read strictly; another one leniently, rows above its heading left out, and with a column of
/// denominators that was named its values are the numerators.
std::optional<model::Series> read_series(const tables::Input& input, const SeriesColumns& columns,
                                         tables::Manner manner, text::Diagnostics& problems);

}  // namespace thrive::project
