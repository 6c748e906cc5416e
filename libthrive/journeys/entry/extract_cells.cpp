// SPDX-License-Identifier: MIT
#include "libthrive/journeys/entry/extract_cells.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "libthrive/text/names.hpp"

namespace thrive::journeys {

namespace {

constexpr std::string_view words_for_nothing[] = {"null",   "n/a",    "na",  "#n/a",    "none",      "-",       "--",
                                                  "\u2013", "\u2014", "nan", "unknown", "not known", "no data", "."};

// As spreadsheets count days: 1 January 1982 to 11 August 2119.
constexpr int first_serial = 29952;
constexpr int last_serial = 80214;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Reads digits, at most so many; how many there were, and their value.
struct Digits {
  int count = 0;
  int value = 0;
};
Digits digits_at(std::string_view text, std::size_t at, int most) {
  Digits digits;
  while (digits.count < most && at < text.size() && is_digit(text[at])) {
    digits.value = 10 * digits.value + (text[at++] - '0');
    ++digits.count;
  }
  return digits;
}

constexpr int first_year = 1900;
constexpr int years = 300;

/// The first day of each month from 1900 on, and of the one behind the last.
const std::array<text::Date, 12 * years + 1>& month_starts() {
  static const std::array<text::Date, 12 * years + 1> starts = [] {
    std::array<text::Date, 12 * years + 1> made;
    for (int at = 0; at <= 12 * years; ++at) {
      const auto month = static_cast<unsigned>(at % 12 + 1);
      made[static_cast<std::size_t>(at)] =
          text::Date(std::chrono::year(first_year + at / 12) / std::chrono::month(month) / 1);
    }
    return made;
  }();
  return starts;
}

std::optional<text::Date> date_of(int year, int month, int day) {
  if (year < first_year || year >= first_year + years || month < 1 || month > 12 || day < 1) return std::nullopt;
  const auto at = static_cast<std::size_t>(12 * (year - first_year) + month - 1);
  const text::Date date = month_starts()[at] + std::chrono::days(day - 1);
  if (date >= month_starts()[at + 1]) return std::nullopt;
  return date;
}

/// True where a date is over: at the end, or in front of a time of day.
bool ends_at(std::string_view text, std::size_t at) {
  return at == text.size() || text[at] == ' ' || text[at] == 'T' || text[at] == 't';
}

/// The two spellings that nearly all systems use, without a copy: 2025-03-30 and 30/03/2025.
std::optional<text::Date> usual_day(std::string_view text) {
  const Digits first = digits_at(text, 0, 4);
  const auto here = static_cast<std::size_t>(first.count);
  if (here == 0 || here >= text.size()) return std::nullopt;
  const char separator = text[here];
  if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
  const Digits second = digits_at(text, here + 1, 2);
  const std::size_t there = here + 1 + static_cast<std::size_t>(second.count);
  if (second.count == 0 || there >= text.size() || text[there] != separator) return std::nullopt;
  const Digits third = digits_at(text, there + 1, 4);
  if (!ends_at(text, there + 1 + static_cast<std::size_t>(third.count))) return std::nullopt;
  if (first.count == 4 && (third.count == 1 || third.count == 2))
    return date_of(first.value, second.value, third.value);
  if (first.count > 2) return std::nullopt;
  if (third.count == 4) return date_of(third.value, second.value, first.value);
  if (third.count == 2) return date_of(third.value + (third.value < 70 ? 2000 : 1900), second.value, first.value);
  return std::nullopt;
}

/// The month that a word of three letters or more begins: 1 to 12, or 0.
int month_named(std::string_view word) {
  static constexpr std::string_view names[] = {"january", "february", "march",     "april",   "may",      "june",
                                               "july",    "august",   "september", "october", "november", "december"};
  const std::string lower = text::lower_case(word);
  for (int month = 0; lower.size() >= 3 && month < 12; ++month)
    if (names[month].starts_with(lower)) return month + 1;
  return lower == "sept" ? 9 : 0;
}

/// 30-Mar-25, 30 March 2025, 30th March 2025.
std::optional<text::Date> lettered_day(std::string_view text) {
  const auto skip = [text](std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '-' || text[at] == '/' || text[at] == '.')) ++at;
    return at;
  };
  const auto letters_end = [text](std::size_t at) {
    while (at < text.size() && ((text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z')) ++at;
    return at;
  };
  const Digits day = digits_at(text, 0, 2);
  std::size_t at = letters_end(static_cast<std::size_t>(day.count));
  const std::size_t behind_day = static_cast<std::size_t>(day.count);
  const std::string_view ending = text.substr(behind_day, at - behind_day);
  const bool is_ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
  at = skip(ending.empty() || is_ordinal ? at : behind_day);
  const std::size_t end = letters_end(at);
  const int month = month_named(text.substr(at, end - at));
  at = skip(end);
  const Digits year = digits_at(text, at, 4);
  if (day.count == 0 || month == 0 || !ends_at(text, at + static_cast<std::size_t>(year.count))) return std::nullopt;
  if (year.count == 4) return date_of(year.value, month, day.value);
  if (year.count == 2) return date_of(year.value + (year.value < 70 ? 2000 : 1900), month, day.value);
  return std::nullopt;
}

/// A spreadsheet's count of days, with a fraction for a time of day or without; or 20250330.
std::optional<text::Date> counted_day(std::string_view text) {
  const Digits digits = digits_at(text, 0, 9);
  const auto end = static_cast<std::size_t>(digits.count);
  const bool has_fraction = end < text.size() && text[end] == '.';
  if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(end + (has_fraction ? 1 : 0)), text.end(), is_digit))
    return std::nullopt;
  if (digits.count == 8 && !has_fraction)
    return date_of(digits.value / 10000, digits.value / 100 % 100, digits.value % 100);
  if (digits.value < first_serial || digits.value > last_serial) return std::nullopt;
  return text::Date(std::chrono::year(1899) / 12 / 30) + std::chrono::days(digits.value);
}

}  // namespace

bool says_nothing(std::string_view cell) {
  if (cell.empty()) return true;
  constexpr std::string_view beginnings = "nN#uU-.\xE2";
  if (cell.size() > 9 || beginnings.find(cell.front()) == std::string_view::npos) return false;
  const std::string lower = text::lower_case(cell);
  return std::find(std::begin(words_for_nothing), std::end(words_for_nothing), lower) != std::end(words_for_nothing);
}

std::optional<text::Date> day_in(std::string_view cell) {
  if (cell.empty() || !is_digit(cell.front())) return std::nullopt;
  if (const auto usual = usual_day(cell)) return usual;
  if (const auto counted = counted_day(cell)) return counted;
  return lettered_day(cell);
}

KeyHash key_of(std::string_view text) {
  const auto spread = [](std::uint64_t hash) {
    hash *= 0xBF58476D1CE4E5B9u;
    return hash ^ (hash >> 32);
  };
  return {spread(hash_of(text, 0x243F6A8885A308D3u)), spread(hash_of(text, 0x13198A2E03707344u))};
}

Keys::Found Keys::add(const KeyHash& key) {
  if ((keys_.size() + 1) * 2 > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  const auto mark = static_cast<std::uint32_t>(key.high);
  std::size_t at = key.low & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask)
    if (slots_[at].mark == mark && keys_[slots_[at].number - 1] == key) return {slots_[at].number - 1, false};
  keys_.push_back(key);
  slots_[at] = {static_cast<std::uint32_t>(keys_.size()), mark};
  return {static_cast<std::uint32_t>(keys_.size() - 1), true};
}

void Keys::grow() {
  const std::size_t size = slots_.size() * 2;
  slots_.clear();
  slots_.shrink_to_fit();
  slots_.resize(size);
  std::uint32_t number = 0;
  for (const KeyHash& key : keys_) {
    std::size_t at = key.low & (size - 1);
    while (slots_[at].number != 0) at = (at + 1) & (size - 1);
    slots_[at] = {++number, static_cast<std::uint32_t>(key.high)};
  }
}

}  // namespace thrive::journeys
