// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/measures/entry/extract_marks.hpp"

namespace thrive::measures {

/// A cell of an extract as a figure.
struct ExtractFigure {
  enum class Kind { number, missing, suppressed, not_a_number };
  Kind kind = Kind::missing;
  std::string digits{};       // a number as a data file holds it: digits, a point, a minus
  bool percent = false;       // it had a percent sign
  bool provisional = false;   // it is marked as one that may still change
  std::vector<Mark> marks{};  // in its place, or behind it
};

/// Separators that part thousands, a percent sign and marks behind it go, digits stay as they are. Empty, NULL, n/a and
/// the like, and the marks of official statistics, are missing; *, <5, [c], 1 to 7 are missing because the number was
/// small. Nothing is ever taken for zero.
ExtractFigure read_figure(std::string_view text);

/// True for the words that stand before totals: Total, Grand total, Average, Year to date.
bool names_a_total(std::string_view text);

}  // namespace thrive::measures
