// SPDX-License-Identifier: MIT
#include "libthrive/text/date.hpp"

#include <array>
#include <cstdio>

namespace thrive::text {

namespace {

std::optional<int> digits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::string two_digits(unsigned number) {
  return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

std::string four_digits(int year) {
  return two_digits(static_cast<unsigned>(year / 100)) + two_digits(static_cast<unsigned>(year % 100));
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year < 1900 || *year > 2199) return std::nullopt;
  const std::chrono::year_month_day calendar{std::chrono::year{*year},
                                             std::chrono::month{static_cast<unsigned>(*month)},
                                             std::chrono::day{static_cast<unsigned>(*day)}};
  if (!calendar.ok()) return std::nullopt;
  return Date{calendar};
}

std::string format_date(Date date) {
  const std::chrono::year_month_day calendar{date};
  return four_digits(static_cast<int>(calendar.year())) + "-" + two_digits(static_cast<unsigned>(calendar.month())) +
         "-" + two_digits(static_cast<unsigned>(calendar.day()));
}

std::string format_date_in_words(Date date) {
  static constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                              "May",       "June",     "July",     "August",
                                                              "September", "October",  "November", "December"};
  const std::chrono::year_month_day calendar{date};
  return std::to_string(static_cast<unsigned>(calendar.day())) + " " +
         std::string(months[static_cast<unsigned>(calendar.month()) - 1]) + " " +
         four_digits(static_cast<int>(calendar.year()));
}

Date monday_of(Date date) {
  const std::chrono::weekday weekday{date};
  return date - (weekday - std::chrono::Monday);
}

std::string format_week(Date date) {
  // The ISO year of a week is the year that holds its Thursday.
  const Date thursday = monday_of(date) + std::chrono::days{3};
  const auto year = std::chrono::year_month_day{thursday}.year();
  const Date first_of_january{year / std::chrono::January / 1};
  const auto week = static_cast<unsigned>((thursday - first_of_january).count() / 7 + 1);
  return four_digits(static_cast<int>(year)) + "-W" + two_digits(week);
}

int days_between(Date from, Date to) { return static_cast<int>((to - from).count()); }

}  // namespace thrive::text
