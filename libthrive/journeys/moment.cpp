// SPDX-License-Identifier: MIT
#include "libthrive/journeys/moment.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstring>

#include "libthrive/text/names.hpp"

namespace thrive::journeys {

namespace {

constexpr std::int64_t seconds_of_day = 86400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads a text from its front, step by step.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  char next() const { return rest_.empty() ? '\0' : rest_.front(); }
  bool take(char wanted) {
    if (next() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void skip_blanks() {
    while (take(' ')) continue;
  }
  /// So many digits at least and at most.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t length = 0;
    while (length < rest_.size() && is_digit(rest_[length])) ++length;
    if (length < least || length > most) return std::nullopt;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    last_length_ = length;
    rest_.remove_prefix(length);
    return value;
  }
  /// How many digits the last number had.
  std::size_t last_length() const { return last_length_; }
  /// Letters, in lower case.
  std::string word() {
    std::size_t length = 0;
    while (length < rest_.size() && ((rest_[length] | 0x20) >= 'a' && (rest_[length] | 0x20) <= 'z')) ++length;
    std::string taken = text::lower_case(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return taken;
  }
  /// Millionths, of as many digits as there are.
  std::optional<std::int64_t> fraction() {
    std::int64_t millionths = 0;
    int digits = 0;
    for (; is_digit(next()); rest_.remove_prefix(1), ++digits)
      if (digits < 6) millionths = millionths * 10 + (rest_.front() - '0');
    if (digits == 0) return std::nullopt;
    for (; digits < 6; ++digits) millionths *= 10;
    return millionths;
  }

 private:
  std::string_view rest_;
  std::size_t last_length_ = 0;
};

/// The number of a month by its name or the first three letters of it, or `sept`.
std::optional<int> month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
  for (std::size_t month = 0; month < months.size(); ++month)
    if (word == months[month] || word == months[month].substr(0, 3) || (month == 8 && word == "sept"))
      return static_cast<int>(month) + 1;
  return std::nullopt;
}

std::optional<std::int64_t> first_second(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || year < 1900 || year > 2199) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count() * seconds_of_day;
}

/// The day at the front of a text, as its first second.
std::optional<std::int64_t> take_day(Scanner& from) {
  const auto first = from.number(1, 4);
  if (!first) return std::nullopt;
  if (from.last_length() == 4) {
    const char separator = from.next();
    if ((separator != '-' && separator != '/') || !from.take(separator)) return std::nullopt;
    const auto month = from.number(1, 2);
    if (!month || !from.take(separator)) return std::nullopt;
    const auto day = from.number(1, 2);
    return day ? first_second(*first, *month, *day) : std::nullopt;
  }
  if (from.last_length() == 3) return std::nullopt;
  const char separator = from.next();
  if ((separator != '/' && separator != '.' && separator != '-' && separator != ' ') || !from.take(separator))
    return std::nullopt;
  const auto month = is_digit(from.next()) && separator != ' ' ? from.number(1, 2) : month_of(from.word());
  if (!month || !from.take(separator)) return std::nullopt;
  const auto year = from.number(2, 4);
  if (!year || from.last_length() == 3) return std::nullopt;
  const int century = from.last_length() == 4 ? 0 : *year < 70 ? 2000 : 1900;
  return first_second(century + *year, *month, *first);
}

/// Minutes ahead of UTC, of `Z`, `UTC`, `+01:00`, `+0100` or `+01` at the front of a text; 0 when there is none.
std::optional<int> take_zone(Scanner& from) {
  from.skip_blanks();
  const char sign = from.next();
  if (sign != '+' && sign != '-') {
    const std::string word = from.word();
    if (word.empty() || word == "z" || word == "utc" || word == "gmt") return 0;
    return std::nullopt;
  }
  from.take(sign);
  auto hours = from.number(1, 4);
  int minutes = 0;
  if (hours && from.last_length() > 2) {
    minutes = *hours % 100;
    hours = *hours / 100;
  } else if (hours && from.take(':')) {
    const auto rest = from.number(2, 2);
    if (!rest) return std::nullopt;
    minutes = *rest;
  }
  if (!hours || *hours > 23 || minutes > 59) return std::nullopt;
  return (sign == '-' ? -1 : 1) * (*hours * 60 + minutes);
}

/// The time of day behind a day; the rest of the text has to be one.
std::optional<Moment> with_time(std::int64_t day, Scanner from) {
  if (!from.take('T')) {
    if (!from.at_end() && from.next() != ' ' && from.next() != 'Z') return std::nullopt;
    from.skip_blanks();
  }
  Moment moment{day, 0};
  if (is_digit(from.next())) {
    auto hour = from.number(1, 2);
    if (!hour || !from.take(':')) return std::nullopt;
    const auto minute = from.number(2, 2);
    int second = 0;
    if (minute && from.take(':')) {
      const auto given = from.number(2, 2);
      if (!given) return std::nullopt;
      second = *given;
      if (from.take('.') || from.take(',')) {
        const auto fraction = from.fraction();
        if (!fraction) return std::nullopt;
        moment.millionths = *fraction;
      }
    }
    Scanner behind = from;
    behind.skip_blanks();
    const std::string half = behind.word();
    if (half == "am" || half == "pm") {
      if (*hour < 1 || *hour > 12) return std::nullopt;
      hour = *hour % 12 + (half == "pm" ? 12 : 0);
      from = behind;
    }
    if (!minute || *hour > 23 || *minute > 59 || second > 59) return std::nullopt;
    moment.seconds += *hour * 3600 + *minute * 60 + second;
  }
  const auto zone = take_zone(from);
  if (!zone) return std::nullopt;
  from.skip_blanks();
  if (!from.at_end()) return std::nullopt;
  moment.seconds -= *zone * 60;
  return moment;
}

/// A spreadsheet's count of days since 30 December 1899, to the nearest second.
std::optional<Moment> from_day_count(std::string_view text) {
  double days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc{} || end != text.data() + text.size() || !(days >= 29952 && days < 80215)) return std::nullopt;
  constexpr std::int64_t days_to_1970 = 25569;
  return Moment{std::llround((days - static_cast<double>(days_to_1970)) * static_cast<double>(seconds_of_day)), 0};
}

/// Two digits, or less than 0.
int two_digits(const char* at) { return is_digit(at[0]) && is_digit(at[1]) ? (at[0] - '0') * 10 + at[1] - '0' : -1; }

}  // namespace

std::optional<std::int64_t> MomentReader::day_of(std::string_view ten_characters) {
  if (has_last_ && std::memcmp(last_day_, ten_characters.data(), sizeof last_day_) == 0) return last_seconds_;
  if (ten_characters[4] != '-' || ten_characters[7] != '-') return std::nullopt;
  const char* const at = ten_characters.data();
  const int century = two_digits(at), year = two_digits(at + 2), month = two_digits(at + 5),
            day_of_month = two_digits(at + 8);
  if (century < 0 || year < 0 || month < 0 || day_of_month < 0) return std::nullopt;
  const auto day = first_second(century * 100 + year, month, day_of_month);
  if (!day) return std::nullopt;
  std::memcpy(last_day_, ten_characters.data(), sizeof last_day_);
  last_seconds_ = *day;
  has_last_ = true;
  return day;
}

std::optional<Moment> MomentReader::read(std::string_view text) {
  if (text.size() >= 10) {
    if (const auto day = day_of(text.substr(0, 10))) {
      if (text.size() == 10) return Moment{*day, 0};
      // The form that most logs have is read without further ado.
      if (text.size() == 19 && text[13] == ':' && text[16] == ':' && (text[10] == ' ' || text[10] == 'T')) {
        const int hour = two_digits(&text[11]), minute = two_digits(&text[14]), second = two_digits(&text[17]);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return std::nullopt;
        return Moment{*day + hour * 3600 + minute * 60 + second, 0};
      }
      return with_time(*day, Scanner(text.substr(10)));
    }
  }
  Scanner from(text);
  if (const auto day = take_day(from)) return with_time(*day, from);
  return from_day_count(text);
}

}  // namespace thrive::journeys
