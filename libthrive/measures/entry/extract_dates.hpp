// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/measures/frequencies.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::measures {

/// Ways in which systems write the time that a figure is of.
enum class DateForm { iso, day_first, month_first, month_in_letters, serial, week, month, quarter, year };

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
      {measures::DateForm::week, "week"},
      {measures::DateForm::month, "month"},
      {measures::DateForm::quarter, "quarter"},
      {measures::DateForm::year, "year"}};
};

}  // namespace thrive::model

namespace thrive::measures {

/// How long a time is that a text names, from short to long.
enum class Span { day, week, month, quarter, year };

/// The span that a measure of a frequency has a figure for.
Span span_of(model::Frequency frequency);
/// "day", "week", "month", "quarter", "year".
std::string_view span_word(Span span);

/// Which day of a week a date is: the one on which it begins, or on which it ends.
enum class WeekEdge { unsaid, first_day, last_day };

/// A time that a text names: "17/06/2024" is a day, "Jun 2024" a month, "2024/25 Q1" a quarter.
struct Period {
  text::Date first{};
  Span span = Span::day;
  WeekEdge edge = WeekEdge::unsaid;  // "w/e 17/06/2024" says that it is the last day
  friend bool operator==(const Period&, const Period&) = default;
};

/// What a column of dates is of, as its title says.
struct DateColumn {
  bool of_weeks = false;             // 202425 is week 25 of 2024, not a month
  WeekEdge edge = WeekEdge::unsaid;  // of its days
  Span wanted = Span::week;          // that the measure has a figure for
  text::Date today{};                // 24-Apr is April 2024 when that is not long ago
};
/// What the title of a column says: "Week commencing" is first days, "W/E" last ones.
DateColumn date_column(std::string_view title, Span wanted, text::Date today);

/// Reads a time in one form: 2024-06-17 or 20240617; 17/06/2024, 17.6.24; 06/17/2024; 17-Jun-24, 17 June 2024, Jun
/// 2024; 45460 (days as spreadsheets count them); 2024-W25, week 25 2024; 2024-06, 202406, 06/2024, 24-Jun, M06 2024;
/// 2024/25 Q1 (from April), 2024 Q2 (from January), Apr-Jun 2024; 2024/25, 2024. "w/c", "w/e" before it are left aside.
/// A time of day is left aside too, unless it has a zone: then the day is London's. Years of two digits are 2000 to
/// 2069 and 1970 to 1999.
std::optional<Period> read_period(std::string_view text, DateForm form, const DateColumn& column = {});

/// Learns from texts, one after the other, in which forms the times among them are written.
class FormsOfDates {
 public:
  explicit FormsOfDates(const DateColumn& column) : column_(column) {}
  void add(std::string_view text);
  /// The forms that read every one of the texts that is a time in some form: one form, or several that cannot be
  /// confused. Of day first and month first the one that fits all; day first when both do. Empty when nothing is a
  /// time.
  std::vector<DateForm> forms() const;

 private:
  static constexpr std::size_t form_count = std::size(model::Names<DateForm>::values);
  using Readable = std::array<bool, form_count>;  // by form, in the order of the names

  std::size_t count(DateForm form) const;

  DateColumn column_;
  std::array<std::size_t, form_count> counts_{};
  std::map<std::string, Readable, std::less<>> known_;  // texts that were met, while they are few
};

/// "17/06/2024, day first": for the note that says what was recognised.
std::string form_in_words(DateForm form);

/// The start of the measure's period that a time belongs to. A week that begins or ends on another day than a Monday or
/// a Sunday goes to the one that has most of its days.
text::Date placed(const Period& period, model::Frequency frequency, WeekEdge edge);

}  // namespace thrive::measures
