// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "libthrive/journeys/report.hpp"
#include "libthrive/journeys/waits.hpp"

namespace thrive::journeys {

/// Waits of which nothing is left that must not be told.
struct Published {
  Waits waits;
  std::size_t hidden = 0;     // counts
  std::size_t secondary = 0;  // of these, hidden only to protect others
};

/// Takes out what a rule for small numbers forbids. Of counts there stay the lines of the gate that add up to the rows,
/// the three outcomes, bands, reasons, the sizes of cohorts and the tables of splits, as far as `hide` shows them. Days
/// become whole; percentages go in steps that stand for five people or more; both need a count that is shown, and
/// nothing is said of weeks.
Published published(Waits waits, SuppressionRule rule);

/// The step of percentages of so many people: the smallest of 1, 2, 5, 10 and 25 that stands for five people; 0 for
/// fewer than 20.
int percent_step(std::int64_t people);

}  // namespace thrive::journeys
