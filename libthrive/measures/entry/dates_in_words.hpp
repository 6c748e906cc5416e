// SPDX-License-Identifier: MIT
//
// Times that are longer than a day, in the words that tables have for them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/measures/entry/extract_dates.hpp"

namespace thrive::measures {

/// A text as its runs of letters and of digits, in small letters: "2024/25 Q1" is 2024, 25, q, 1.
std::vector<std::string> runs_of(std::string_view text);

/// The whole text as a number; nothing when it is none.
std::optional<int> digits_as_number(std::string_view text);
/// 2024 of "2024" and of "24"; nothing for other lengths.
std::optional<int> full_year(std::string_view digits);
/// 4 of "apr" and "april".
std::optional<int> month_named(std::string_view letters);
/// The Monday of a week by the ISO calendar; nothing when the year does not have it.
std::optional<text::Date> monday_of_week(int year, int week);

/// Each reads one form of read_period, from its runs.
std::optional<Period> read_week(const std::vector<std::string>& runs, bool of_weeks);
std::optional<Period> read_month(const std::vector<std::string>& runs, bool of_weeks);
std::optional<Period> read_quarter(const std::vector<std::string>& runs);
std::optional<Period> read_year(const std::vector<std::string>& runs);

/// A year as a column of years has it: 2024, or 2024/25, which begins in April.
struct WrittenYear {
  int first = 0;
  bool is_financial = false;
};
std::optional<WrittenYear> written_year(std::string_view text);

/// The part of a time that stands beside a column of years: "Apr" or "4" of 2024 or 2024/25, "Q1", week "25".
/// `title` says what a bare number counts.
std::optional<Period> read_beside_year(std::string_view year, std::string_view text, std::string_view title);

}  // namespace thrive::measures
