// SPDX-License-Identifier: MIT
#include "libthrive/journeys/entry/extract_cells.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "libthrive/measures/entry/extract_dates.hpp"
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

std::optional<text::Date> date_of(int year, int month, int day) {
  const std::chrono::year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day)));
  if (year < 1900 || year > 2199 || !date.ok()) return std::nullopt;
  return text::Date(date);
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

/// A month alone is no day: a day and a year stand beside it.
bool has_two_numbers(std::string_view text) {
  int numbers = 0;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (is_digit(text[at]) && (at == 0 || !is_digit(text[at - 1]))) ++numbers;
  return numbers >= 2;
}

}  // namespace

bool says_nothing(std::string_view cell) {
  if (cell.empty()) return true;
  if (is_digit(cell.front()) || cell.size() > 9) return false;
  const std::string lower = text::lower_case(cell);
  return std::find(std::begin(words_for_nothing), std::end(words_for_nothing), lower) != std::end(words_for_nothing);
}

namespace {

/// A cell that names a month or a year names no day.
std::optional<text::Date> day_written(std::string_view cell, measures::DateForm form) {
  const auto period = measures::read_period(cell, form);
  if (!period || period->span != measures::Span::day) return std::nullopt;
  return period->first;
}

}  // namespace

std::optional<text::Date> day_in(std::string_view cell) {
  if (cell.empty()) return std::nullopt;
  if (is_digit(cell.front())) {
    if (const auto usual = usual_day(cell)) return usual;
    const Digits digits = digits_at(cell, 0, 9);
    const auto end = static_cast<std::size_t>(digits.count);
    if (end == cell.size() || cell[end] == '.') {
      const bool is_number =
          std::all_of(cell.begin() + static_cast<std::ptrdiff_t>(std::min(end + 1, cell.size())), cell.end(), is_digit);
      const auto epoch = text::Date(std::chrono::year(1899) / 12 / 30);
      if (is_number && digits.value >= first_serial && digits.value <= last_serial)
        return epoch + std::chrono::days(digits.value);
      if (digits.count != 8) return std::nullopt;
    }
    if (const auto day = day_written(cell, measures::DateForm::iso)) return day;
    if (const auto day = day_written(cell, measures::DateForm::day_first)) return day;
  }
  if (!has_two_numbers(cell)) return std::nullopt;
  return day_written(cell, measures::DateForm::month_in_letters);
}

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = seed ^ (text.size() * factor);
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * factor;
    hash ^= hash >> 29;
  };
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, sizeof word);
    mix(word);
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, text.data() + at, text.size() - at);
  mix(rest);
  hash *= 0xBF58476D1CE4E5B9u;
  return hash ^ (hash >> 32);
}

KeyHash key_of(std::string_view text) {
  return {hash_of(text, 0x243F6A8885A308D3u), hash_of(text, 0x13198A2E03707344u)};
}

Keys::Found Keys::add(const KeyHash& key) {
  if ((keys_.size() + 1) * 2 > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.low & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask)
    if (keys_[slots_[at] - 1] == key) return {slots_[at] - 1, false};
  keys_.push_back(key);
  slots_[at] = static_cast<std::uint32_t>(keys_.size());
  return {static_cast<std::uint32_t>(keys_.size() - 1), true};
}

void Keys::grow() {
  const std::size_t size = slots_.size() * 2;
  slots_.clear();
  slots_.shrink_to_fit();
  slots_.resize(size);
  for (std::size_t number = 0; number < keys_.size(); ++number) {
    std::size_t at = keys_[number].low & (size - 1);
    while (slots_[at] != 0) at = (at + 1) & (size - 1);
    slots_[at] = static_cast<std::uint32_t>(number + 1);
  }
}

}  // namespace thrive::journeys
