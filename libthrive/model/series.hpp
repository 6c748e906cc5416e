// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/text/date.hpp"

namespace thrive::model {

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

}  // namespace thrive::model
