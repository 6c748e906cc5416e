// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "libthrive/journeys/report.hpp"
#include "libthrive/journeys/weeks.hpp"

namespace thrive::journeys {

/// What a data file holds of one week: a value, or a numerator and a denominator.
struct WeeklyFigure {
  text::Date monday{};
  Figure value;  // of statistics that are no share; hidden where too few people stand behind it
  Figure numerator;
  Figure denominator;
  bool provisional = false;

  bool is_empty() const { return !value.is_known() && !denominator.is_known(); }
};

/// One statistic of weeks, as a rule for small numbers lets it be kept: a figure about too few people is hidden, counts
/// are rounded and days whole where the rule rounds. A numerator below the rule's number is kept under the rules that
/// do not round, as the share needs it; its denominator is not below.
std::vector<WeeklyFigure> weekly_figures(const std::vector<Week>& weeks, model::WaitStatistic statistic,
                                         SuppressionRule rule);

}  // namespace thrive::journeys
