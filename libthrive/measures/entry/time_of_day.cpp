// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/time_of_day.hpp"

#include <algorithm>
#include <string_view>

#include "libthrive/measures/entry/dates_in_words.hpp"

namespace thrive::measures {

namespace {

/// "z", "+01:00", "+0100", "+01", "utc", "gmt", "bst": minutes ahead of UTC.
std::optional<int> zone_of(std::string_view text) {
  if (text == "z" || text == "utc" || text == "gmt") return 0;
  if (text == "bst") return 60;
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto hours = digits_as_number(text.substr(1, 2));
  const std::string_view rest = text.substr(3);
  const auto minutes = rest.empty() ? std::optional<int>(0) : digits_as_number(rest.substr(rest[0] == ':' ? 1 : 0));
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (60 * *hours + *minutes);
}

/// "23:00", "9:30:15.5": minutes since midnight.
std::optional<int> clock_of(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto hours = digits_as_number(text.substr(0, colon)), minutes = digits_as_number(text.substr(colon + 1, 2));
  const std::string_view rest = text.substr(std::min(colon + 3, text.size()));
  const bool has_seconds = rest.empty() || (rest[0] == ':' && rest.find_first_not_of("0123456789.", 1) == rest.npos);
  if (!hours || !minutes || !has_seconds || *hours > 24 || *minutes > 59) return std::nullopt;
  return 60 * *hours + *minutes;
}

/// The last Sunday of March or October, at one in the morning UTC: when London's clocks change.
std::chrono::sys_time<std::chrono::minutes> clocks_change(std::chrono::year year, unsigned month) {
  return text::Date(year / std::chrono::month(month) / std::chrono::Sunday[std::chrono::last]) + std::chrono::hours(1);
}

}  // namespace

std::optional<TimeOfDay> take_time_of_day(std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || colon < 2) return std::nullopt;
  const std::size_t begin = text.find_last_not_of("0123456789", colon - 1);
  if (begin == std::string::npos || (text[begin] != ' ' && text[begin] != 't' && text[begin] != ':'))
    return std::nullopt;
  std::string_view rest = std::string_view(text).substr(begin + 1);
  const std::size_t end = std::min(rest.find_first_not_of("0123456789:."), rest.size());
  std::string_view zone = rest.substr(end);
  while (zone.starts_with(' ')) zone.remove_prefix(1);
  TimeOfDay time;
  const auto clock = clock_of(rest.substr(0, end));
  if (!clock) return std::nullopt;
  time.minutes = *clock;
  if (zone == "pm" && time.minutes < 720) time.minutes += 720;
  if (zone == "am" && time.minutes >= 720) time.minutes -= 720;
  if (!zone.empty() && zone != "am" && zone != "pm") {
    time.ahead = zone_of(zone);
    if (!time.ahead) return std::nullopt;
  }
  text.resize(begin);
  return time;
}

text::Date day_in_london(text::Date day, const TimeOfDay& time) {
  if (!time.ahead) return day;
  const std::chrono::sys_time<std::chrono::minutes> instant = day + std::chrono::minutes(time.minutes - *time.ahead);
  const auto year = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(instant)).year();
  const bool is_summer = instant >= clocks_change(year, 3) && instant < clocks_change(year, 10);
  return std::chrono::floor<std::chrono::days>(instant + std::chrono::hours(is_summer ? 1 : 0));
}

}  // namespace thrive::measures
