// SPDX-License-Identifier: MIT
#include "libthrive/measures/spacing.hpp"

#include <algorithm>
#include <iterator>

namespace thrive::measures {

using model::Frequency;

namespace {

int month_number(text::Date date) {
  const std::chrono::year_month_day day(date);
  return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month()));
}

std::optional<Frequency> frequency_of_step(int days) {
  switch (days) {
    case 1:
      return Frequency::daily;
    case 7:
      return Frequency::weekly;
    case 14:
      return Frequency::fortnightly;
    case 28:
      return Frequency::four_weekly;
    case 29:
    case 30:
    case 31:
      return Frequency::monthly;
    case 90:
    case 91:
    case 92:
      return Frequency::quarterly;
    case 365:
    case 366:
      return Frequency::yearly;
    default:
      return std::nullopt;
  }
}

/// The frequency that more than half of the steps have. February makes a monthly series look four-weekly once a year.
std::optional<Frequency> usual_frequency(const std::vector<text::Date>& dates) {
  int counts[std::size(model::Names<Frequency>::values)] = {};
  for (std::size_t i = 1; i < dates.size(); ++i)
    if (const auto frequency = frequency_of_step(text::days_between(dates[i - 1], dates[i])))
      ++counts[static_cast<int>(*frequency)];
  const int four_weekly = counts[static_cast<int>(Frequency::four_weekly)];
  int& monthly = counts[static_cast<int>(Frequency::monthly)];
  if (monthly > four_weekly) monthly += four_weekly;
  const int* most = std::max_element(std::begin(counts), std::end(counts));
  if (2 * *most <= static_cast<int>(dates.size()) - 1) return std::nullopt;
  return static_cast<Frequency>(most - counts);
}

}  // namespace

int periods_between(text::Date from, text::Date to, Frequency frequency) {
  if (const int months = kind_of(frequency).months; months > 0) {
    const int between = month_number(to) - month_number(from);
    return (2 * between + months) / (2 * months);
  }
  const int days = text::days_between(from, to), period = days_in(frequency);
  return (2 * days + period) / (2 * period);  // rounded; dates are sorted
}

std::optional<Spacing> spacing_of(const std::vector<text::Date>& dates, std::optional<Frequency> stated) {
  if (dates.size() < 3 && !stated) return std::nullopt;
  const std::optional<Frequency> usual = usual_frequency(dates);
  Spacing spacing;
  if (!stated && !usual) return spacing;
  spacing.frequency = stated ? *stated : *usual;
  int odd = 0;
  for (std::size_t i = 1; i < dates.size(); ++i) {
    const int days = text::days_between(dates[i - 1], dates[i]);
    const int periods = periods_between(dates[i - 1], dates[i], spacing.frequency);
    const bool goes_by_months = kind_of(spacing.frequency).months > 0;
    if (periods < 1 || (!goes_by_months && days != periods * days_in(spacing.frequency))) ++odd;
    if (periods < 2) continue;
    spacing.missing_periods += periods - 1;
    spacing.gaps.push_back(i);
  }
  spacing.even = 10 * odd <= static_cast<int>(dates.size());
  return spacing;
}

}  // namespace thrive::measures
