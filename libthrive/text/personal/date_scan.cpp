// SPDX-License-Identifier: MIT
#include "libthrive/text/personal/date_scan.hpp"

#include <algorithm>
#include <array>

namespace thrive::text {

namespace {

constexpr auto month_names =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july", "august",
                                     "september", "october", "november", "december"});

int number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

bool are_day_and_month(int one, int other) {
  return one >= 1 && other >= 1 && ((one <= 31 && other <= 12) || (one <= 12 && other <= 31));
}

}  // namespace

std::size_t DateScan::date_end(std::size_t at) const {
  const char c = peek(at);
  if (is_digit_sign(c)) {
    if (is_digit_sign(before(at))) return 0;
    for (const auto form : {&DateScan::numeric_date_end, &DateScan::year_first_end, &DateScan::day_first_end,
                            &DateScan::compact_date_end})
      if (const std::size_t end = (this->*form)(at); end > 0) return end;
    return 0;
  }
  return is_letter_sign(c) ? month_first_end(at) : 0;
}

/// 04/03/2009, 4.3.09, 2009-03-04, 4 - 3 - 2009.
std::size_t DateScan::numeric_date_end(std::size_t at) const {
  std::string_view parts[3];
  for (int part = 0; part < 3; ++part) {
    if (part > 0) {
      const std::size_t sign = skip(at, " ", 1);
      const std::size_t behind = skip(sign, "/-._", 1);
      at = behind > sign ? skip(behind, " ", 1) : sign;
      if (at == sign && before(at) != ' ') return 0;
    }
    const std::size_t begin = at;
    while (is_digit_sign(peek(at)) && at - begin < 5) ++at;
    parts[part] = text_.substr(begin, at - begin);
    if (parts[part].empty()) return 0;
  }
  const bool is_year_first = parts[0].size() == 4 && parts[1].size() <= 2 && parts[2].size() <= 2;
  const bool is_year_last =
      parts[0].size() <= 2 && parts[1].size() <= 2 && (parts[2].size() == 4 || parts[2].size() == 2);
  if (is_year_first && are_day_and_month(number_of(parts[1]), number_of(parts[2]))) return at;
  return is_year_last && are_day_and_month(number_of(parts[0]), number_of(parts[1])) ? at : 0;
}

/// 20090304, 04032009, 040309.
std::size_t DateScan::compact_date_end(std::size_t at) const {
  std::size_t end = at;
  while (is_digit_sign(peek(end)) && end - at < 9) ++end;
  const std::string_view digits = text_.substr(at, end - at);
  if (digits.size() == 6)
    return are_day_and_month(number_of(digits.substr(0, 2)), number_of(digits.substr(2, 2))) ? end : 0;
  if (digits.size() != 8) return 0;
  const auto is_century = [](std::string_view year) { return year.starts_with("19") || year.starts_with("20"); };
  const bool year_first =
      is_century(digits) && are_day_and_month(number_of(digits.substr(4, 2)), number_of(digits.substr(6, 2)));
  const bool year_last =
      is_century(digits.substr(4)) && are_day_and_month(number_of(digits.substr(0, 2)), number_of(digits.substr(2, 2)));
  return year_first || year_last ? end : 0;
}

/// 4, 04, 4th: the end of a day; 0 when there is none.
std::size_t DateScan::day_end(std::size_t at) const {
  std::size_t end = at;
  while (is_digit_sign(peek(end)) && end - at < 3) ++end;
  const int day = number_of(text_.substr(std::min(at, text_.size()), end - at));
  if (end == at || end - at > 2 || day < 1 || day > 31) return 0;
  for (const std::string_view ordinal : {"st", "nd", "rd", "th"})
    if (const std::size_t behind = words_end(end, {ordinal}); behind > 0 && !is_letter_sign(peek(behind)))
      return behind;
  return end;
}

/// Mar, March, Sept: the end of the name of a month; 0 when there is none.
std::size_t DateScan::month_end(std::size_t at) const {
  std::string word(word_at(at));
  std::transform(word.begin(), word.end(), word.begin(), as_small);
  if (word.size() < 3) return 0;
  for (const std::string_view name : month_names)
    if (name.starts_with(word)) return at + word.size();
  return 0;
}

/// 2009, '09, 09: the end of a year; 0 when there is none.
std::size_t DateScan::year_end(std::size_t at) const {
  at = skip(at, "'", 1);
  std::size_t end = at;
  while (is_digit_sign(peek(end)) && end - at < 5) ++end;
  return end - at == 4 || end - at == 2 ? end : 0;
}

/// 4 March 2009, 4th of March 2009, 04-Mar-09, 04Mar2009, 4 March.
std::size_t DateScan::day_first_end(std::size_t at) const {
  std::size_t end = day_end(at);
  if (end == 0) return 0;
  end = skip(end, " -/._,", 2);
  if (const std::size_t behind = words_end(end, {"of"}); behind > 0 && peek(behind) == ' ') end = behind + 1;
  const std::size_t month = month_end(end);
  if (month == 0) return 0;
  const std::size_t year = year_end(skip(month, " -/._,", 2));
  return year > 0 ? year : month;
}

/// March 4, 2009; Mar 4th 2009; March 4.
std::size_t DateScan::month_first_end(std::size_t at) const {
  const std::size_t month = month_end(at);
  if (month == 0) return 0;
  std::size_t from = skip(month, " -/._,", 2);
  if (const std::size_t behind = words_end(from, {"the "}); behind > 0) from = behind;
  const std::size_t day = from > month || is_digit_sign(peek(month)) ? day_end(from) : 0;
  if (day == 0 || is_digit_sign(peek(day))) return 0;
  const std::size_t year = year_end(skip(day, " -/._,", 2));
  return year > 0 ? year : day;
}

/// 2009 March 4, 2009-Mar-04.
std::size_t DateScan::year_first_end(std::size_t at) const {
  std::size_t end = at;
  while (is_digit_sign(peek(end)) && end - at < 5) ++end;
  if (end - at != 4) return 0;
  const std::size_t month = month_end(skip(end, " -/._,", 2));
  return month == 0 ? 0 : day_end(skip(month, " -/._,", 2));
}

}  // namespace thrive::text
