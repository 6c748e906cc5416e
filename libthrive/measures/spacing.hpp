// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "libthrive/measures/frequencies.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::measures {

/// How the dates of a series lie.
struct Spacing {
  model::Frequency frequency = model::Frequency::weekly;
  bool even = false;              // nearly all steps fit the frequency
  int missing_periods = 0;        // periods between first and last date without a row
  std::vector<std::size_t> gaps;  // rows that come after a gap
};

/// Spacing of sorted dates; the frequency is the one stated, or the one that most steps have. Nothing for fewer than
/// three dates without a stated frequency.
std::optional<Spacing> spacing_of(const std::vector<text::Date>& dates, std::optional<model::Frequency> stated);
/// Periods from one date to a later one: 1 for neighbours. Months count by the calendar.
int periods_between(text::Date from, text::Date to, model::Frequency frequency);
}  // namespace thrive::measures
