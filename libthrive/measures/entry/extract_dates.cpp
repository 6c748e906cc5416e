// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/extract_dates.hpp"

#include <algorithm>
#include <charconv>

#include "libthrive/text/names.hpp"

namespace thrive::measures {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// What stands around a day: "w/c " before it, a time behind it.
std::string bare(std::string_view text) {
  std::string lower = text::lower_case(text);
  for (const std::string_view before : {"w/c", "w/e", "wc ", "week commencing", "week beginning", "week ending"})
    if (lower.starts_with(before)) lower.erase(0, before.size());
  const std::size_t colon = lower.find(':');
  if (colon != std::string::npos) {
    const std::size_t cut = lower.find_last_of(" t", colon);
    lower.resize(cut == std::string::npos ? lower.size() : cut);
  }
  const auto blank = [](char letter) { return letter == ' ' || letter == ':'; };
  lower.erase(lower.begin(), std::find_if_not(lower.begin(), lower.end(), blank));
  while (!lower.empty() && blank(lower.back())) lower.pop_back();
  return lower;
}

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts(1);
  for (const char letter : text) {
    if (letter == '/' || letter == '-' || letter == '.' || letter == ' ' || letter == ',') {
      if (!parts.back().empty()) parts.emplace_back();
    } else {
      parts.back() += letter;
    }
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

std::optional<text::Date> make(std::optional<int> years, std::optional<int> months, std::optional<int> days) {
  if (!years || !months || !days || *months < 1 || *days < 1) return std::nullopt;
  const year_month_day date(year(*years), month(static_cast<unsigned>(*months)), day(static_cast<unsigned>(*days)));
  if (!date.ok() || *years < 1900 || *years > 2199) return std::nullopt;
  return text::Date(date);
}

std::optional<int> full_year(const std::string& text) {
  const std::optional<int> value = number(text);
  if (!value || (text.size() != 2 && text.size() != 4)) return std::nullopt;
  if (text.size() == 4) return value;
  return *value < 70 ? 2000 + *value : 1900 + *value;
}

std::optional<int> month_named(const std::string& text) {
  static constexpr std::string_view names[] = {"january", "february", "march",     "april",   "may",      "june",
                                               "july",    "august",   "september", "october", "november", "december"};
  if (text.size() < 3) return std::nullopt;
  for (int i = 0; i < 12; ++i)
    if (names[i].starts_with(text)) return i + 1;
  return text == "sept" ? std::optional<int>(9) : std::nullopt;
}

std::optional<text::Date> read_iso(const std::string& text) {
  if (text.size() == 8 && std::all_of(text.begin(), text.end(), is_digit))
    return make(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6, 2)));
  const std::vector<std::string> parts = parts_of(text);
  if (parts.size() != 3 || parts[0].size() != 4) return std::nullopt;
  return make(number(parts[0]), number(parts[1]), number(parts[2]));
}

std::optional<text::Date> read_slashed(const std::string& text, bool month_first) {
  const std::vector<std::string> parts = parts_of(text);
  if (parts.size() != 3 || parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
  return make(full_year(parts[2]), number(parts[month_first ? 0 : 1]), number(parts[month_first ? 1 : 0]));
}

std::optional<text::Date> read_lettered(const std::string& text) {
  std::vector<std::string> parts = parts_of(text);
  if (parts.size() == 4 && !is_digit(parts[0][0])) parts.erase(parts.begin());  // Monday 17 June 2024
  if (parts.size() == 2) return make(full_year(parts[1]), month_named(parts[0]), 1);
  if (parts.size() != 3) return std::nullopt;
  if (!is_digit(parts[0][0])) std::swap(parts[0], parts[1]);                    // June 17, 2024
  while (!parts[0].empty() && !is_digit(parts[0].back())) parts[0].pop_back();  // 17th
  return make(full_year(parts[2]), month_named(parts[1]), number(parts[0]));
}

std::optional<text::Date> read_serial(const std::string& text) {
  const std::optional<int> days = number(text.substr(0, text.find('.')));
  // 1 January 1982 to 14 August 2119: nothing that is a count or a year.
  if (!days || *days < 29952 || *days > 80214) return std::nullopt;
  return text::Date(year(1899) / 12 / 30) + std::chrono::days(*days);
}

std::optional<text::Date> read_week(const std::string& text) {
  const std::size_t w = text.find('w');
  if (w < 4 || w == std::string::npos) return std::nullopt;
  const std::optional<int> years = number(text.substr(0, 4)), weeks = number(text.substr(w + 1));
  if (!years || !weeks || *weeks < 1 || *weeks > 53) return std::nullopt;
  const text::Date fourth = text::Date(year(*years) / 1 / 4);
  const text::Date monday = text::monday_of(fourth) + std::chrono::days(7 * (*weeks - 1));
  // Week 53 of a year that has 52 is week 1 of the next.
  if (text::format_week(monday).substr(0, 4) != text.substr(0, 4)) return std::nullopt;
  return monday;
}

}  // namespace

std::optional<text::Date> read_day(std::string_view words, DateForm form) {
  const std::string text = bare(words);
  if (text.empty()) return std::nullopt;
  switch (form) {
    case DateForm::iso:
      return read_iso(text);
    case DateForm::day_first:
      return read_slashed(text, false);
    case DateForm::month_first:
      return read_slashed(text, true);
    case DateForm::month_in_letters:
      return read_lettered(text);
    case DateForm::serial:
      return read_serial(text);
    case DateForm::week:
      return read_week(text);
  }
  return std::nullopt;
}

void FormsOfDays::add(std::string_view text) {
  constexpr std::size_t few = 5000;
  auto known = known_.find(text);
  Readable readable{};
  if (known != known_.end()) {
    readable = known->second;
  } else {
    for (std::size_t at = 0; at < form_count; ++at)
      readable[at] = read_day(text, model::Names<DateForm>::values[at].first).has_value();
    if (known_.size() < few) known_.emplace(text, readable);
  }
  for (std::size_t at = 0; at < form_count; ++at) counts_[at] += readable[at] ? 1 : 0;
}

std::vector<DateForm> FormsOfDays::forms() const {
  const auto count = [this](DateForm wanted) {
    for (std::size_t at = 0; at < form_count; ++at)
      if (model::Names<DateForm>::values[at].first == wanted) return counts_[at];
    return std::size_t{0};
  };
  std::vector<DateForm> forms;
  for (const DateForm form : {DateForm::iso, DateForm::month_in_letters, DateForm::week, DateForm::serial})
    if (count(form) > 0) forms.push_back(form);
  const auto day_first = count(DateForm::day_first), month_first = count(DateForm::month_first);
  if (day_first > 0 || month_first > 0)
    forms.push_back(month_first > day_first ? DateForm::month_first : DateForm::day_first);
  return forms;
}

std::string form_in_words(DateForm form) {
  switch (form) {
    case DateForm::iso:
      return "year-month-day";
    case DateForm::day_first:
      return "day/month/year";
    case DateForm::month_first:
      return "month/day/year";
    case DateForm::month_in_letters:
      return "the month in letters";
    case DateForm::serial:
      return "a spreadsheet's count of days";
    case DateForm::week:
      return "year and week";
  }
  return {};
}

text::Date period_start(text::Date date, model::Frequency frequency) {
  switch (frequency) {
    case model::Frequency::daily:
      return date;
    case model::Frequency::monthly: {
      const year_month_day parts(date);
      return text::Date(parts.year() / parts.month() / day(1));
    }
    default:
      return text::monday_of(date);
  }
}

}  // namespace thrive::measures
