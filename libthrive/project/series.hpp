// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "libthrive/model/series.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::project {

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
std::optional<model::Series> read_series(const text::Source& source, const SeriesColumns& columns,
                                         text::Diagnostics& problems);

}  // namespace thrive::project
