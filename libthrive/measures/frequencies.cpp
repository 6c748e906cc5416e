// SPDX-License-Identifier: MIT
#include "libthrive/measures/frequencies.hpp"

#include <chrono>

namespace thrive::measures {

using model::Frequency;

const FrequencyKind& kind_of(Frequency frequency) {
  static constexpr FrequencyKind kinds[] = {{Frequency::daily, 1, 0, 365, "day"},
                                            {Frequency::weekly, 7, 0, 52, "week"},
                                            {Frequency::fortnightly, 14, 0, 26, "fortnight"},
                                            {Frequency::four_weekly, 28, 0, 13, "four-week period"},
                                            {Frequency::monthly, 31, 1, 12, "month"},
                                            {Frequency::quarterly, 92, 3, 4, "quarter"},
                                            {Frequency::yearly, 366, 12, 1, "year"}};
  for (const FrequencyKind& kind : kinds)
    if (kind.frequency == frequency) return kind;
  return kinds[1];
}

int days_in(Frequency frequency) { return kind_of(frequency).days; }

std::string_view period_word(Frequency frequency) { return kind_of(frequency).word; }

text::Date period_start(text::Date day, Frequency frequency) {
  if (frequency == Frequency::daily) return day;
  if (kind_of(frequency).months == 0) return text::monday_of(day);
  const std::chrono::year_month_day parts(day);
  unsigned month = static_cast<unsigned>(parts.month());
  if (frequency == Frequency::quarterly) month -= (month - 1) % 3;
  return text::Date(parts.year() / std::chrono::month(month) / 1);
}

text::Date next_period(text::Date start, Frequency frequency) {
  const FrequencyKind& kind = kind_of(frequency);
  if (kind.months == 0) return start + std::chrono::days(kind.days);
  const std::chrono::year_month_day parts(start);
  return text::Date(std::chrono::year_month_day(parts.year() / parts.month() / 1) + std::chrono::months(kind.months));
}

}  // namespace thrive::measures
