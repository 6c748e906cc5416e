// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/model/measures.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::measures {

/// Ways in which systems write a day.
enum class DateForm { iso, day_first, month_first, month_in_letters, serial, week };

}  // namespace thrive::measures

namespace thrive::model {

template <>
struct Names<measures::DateForm> {
  static constexpr std::string_view title = "date form";
  static constexpr std::pair<measures::DateForm, std::string_view> values[] = {
      {measures::DateForm::iso, "iso"},
      {measures::DateForm::day_first, "day-first"},
      {measures::DateForm::month_first, "month-first"},
      {measures::DateForm::month_in_letters, "month-in-letters"},
      {measures::DateForm::serial, "serial"},
      {measures::DateForm::week, "week"}};
};

}  // namespace thrive::model

namespace thrive::measures {

/// Reads a day in one form: 2024-06-17 or 20240617; 17/06/2024, 17.6.24; 06/17/2024; 17-Jun-24, 17 June 2024, Jun 2024;
/// 45460 (days as spreadsheets count them); 2024-W25. A time of day behind it and "w/c", "w/e" before it are left
/// aside. Years of two digits are 2000 to 2069 and 1970 to 1999.
std::optional<text::Date> read_day(std::string_view text, DateForm form);

/// Learns from texts, one after the other, in which forms the days among them are written.
class FormsOfDays {
 public:
  void add(std::string_view text);
  /// The forms that read every one of the texts that is a day in some form: one form, or several that cannot be
  /// confused. Of day first and month first the one that fits all; day first when both do. Empty when nothing is a day.
  std::vector<DateForm> forms() const;

 private:
  static constexpr std::size_t form_count = std::size(model::Names<DateForm>::values);
  using Readable = std::array<bool, form_count>;  // by form, in the order of the names

  std::array<std::size_t, form_count> counts_{};
  std::map<std::string, Readable, std::less<>> known_;  // texts that were met, while they are few
};

/// "17/06/2024, day first": for the note that says what was recognised.
std::string form_in_words(DateForm form);

/// The first day of the period that holds the day: Monday of the week, the first of the month, the day itself.
text::Date period_start(text::Date day, model::Frequency frequency);

}  // namespace thrive::measures
