// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "libthrive/model/measures.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::measures {

/// How long the periods of a frequency are. A new frequency is a row of the table, and a word in the model.
struct FrequencyKind {
  model::Frequency frequency;
  int days;               // in one period; the most there are for periods of months
  int months;             // 0 for periods that go by days
  int in_a_year;          // periods
  std::string_view word;  // "week", "month": what one period is called
};

const FrequencyKind& kind_of(model::Frequency frequency);
/// Days in one period, for what is late: a month counts 31.
int days_in(model::Frequency frequency);
/// "week", "month": what one period is called.
std::string_view period_word(model::Frequency frequency);
/// The first day of the period that holds the day: the Monday of the week, the first of the month or of the quarter,
/// the day itself. Years begin in different months, so of a year it is the first of the day's month.
text::Date period_start(text::Date day, model::Frequency frequency);
/// The first day of the period behind the one that starts on a day.
text::Date next_period(text::Date start, model::Frequency frequency);

}  // namespace thrive::measures
