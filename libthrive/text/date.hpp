// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace thrive::text {

/// A calendar day, without a time or a time zone.
using Date = std::chrono::sys_days;

/// Reads `YYYY-MM-DD`, years 1900 to 2199; nothing for any other text, or for a day that does not exist.
std::optional<Date> parse_date(std::string_view text);
/// `YYYY-MM-DD`.
std::string format_date(Date date);
/// `5 March 2024`, for sentences.
std::string format_date_in_words(Date date);
/// The Monday of the ISO week that holds the day.
Date monday_of(Date date);
/// ISO 8601 week, `2025-W05`.
std::string format_week(Date date);
/// Whole days from one date to another; negative when `to` is earlier.
int days_between(Date from, Date to);

}  // namespace thrive::text
