// SPDX-License-Identifier: MIT
#include "libthrive/journeys/describe/discovery_words.hpp"

#include <fmt/core.h>

#include "libthrive/report/render.hpp"

namespace thrive::journeys {

std::string count_words(const Count& count) {
  return count.hidden ? "*" : report::number(static_cast<double>(count.people));
}

std::string count_words(const Count& count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count_words(count), !count.hidden && count.people == 1 ? one : many);
}

std::string percent_words(const Figure& percent) {
  if (percent.is_hidden()) return "*";
  if (!percent.is_known()) return "-";
  // A share of nearly all or nearly nobody is not rounded to all or nobody.
  const bool is_at_an_end = percent.value > 0 && percent.value < 100 && (percent.value < 0.5 || percent.value >= 99.5);
  return report::number(percent.value, is_at_an_end ? 1 : 0) + " %";
}

std::string days_words(const Figure& days) {
  if (days.is_hidden()) return "*";
  return days.is_known() ? report::number(days.value, 1) : "-";
}

Figure in_days(const Figure& seconds) { return seconds.is_known() ? Figure(seconds.value / 86400) : seconds; }

report::Cell count_cell(const Count& count) {
  return {count_words(count), count.hidden ? text::Value("*") : text::Value(count.people)};
}

report::Cell days_cell(const Figure& days) {
  return {days_words(days), days.is_hidden()  ? text::Value("*")
                            : days.is_known() ? text::Value(days.value)
                                              : text::Value("")};
}

}  // namespace thrive::journeys
