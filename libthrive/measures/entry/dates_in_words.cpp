// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/dates_in_words.hpp"

#include <algorithm>
#include <charconv>

#include "libthrive/text/names.hpp"

namespace thrive::measures {

namespace {

using Runs = std::vector<std::string>;

constexpr int first_financial_month = 4;

bool is_digits(const std::string& run) { return !run.empty() && run[0] >= '0' && run[0] <= '9'; }

bool is_any_of(const std::string& run, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), run) != words.end();
}

Period starting(int year, int month, Span span) { return {text::Date(std::chrono::year(year) / month / 1), span}; }

bool is_likely_year(int year) { return year >= 1900 && year <= 2199; }

/// What the runs of a quarter or a year have said so far.
struct Named {
  std::vector<int> months;
  std::vector<std::string> numbers;
  std::optional<int> quarter;
  bool ends = false;        // "ending", "to"
  bool is_quarter = false;  // the word stands there
  bool is_year = false;
};

/// Sorts the runs by what they are; nothing when one of them is no part of a time.
std::optional<Named> named_parts(const Runs& runs) {
  Named named;
  for (std::size_t at = 0; at < runs.size(); ++at) {
    const std::string& run = runs[at];
    if (is_digits(run)) {
      named.numbers.push_back(run);
    } else if (const auto month = month_named(run)) {
      named.months.push_back(*month);
    } else if (is_any_of(run, {"q", "qtr", "quarter"})) {
      named.is_quarter = true;
      if (at + 1 == runs.size() || runs[at + 1].size() != 1 || runs[at + 1] < "1" || runs[at + 1] > "4") continue;
      named.quarter = runs[++at][0] - '0';
    } else if (is_any_of(run, {"fy", "financial", "fin", "year", "cy", "calendar", "yr"})) {
      named.is_year = true;
    } else if (is_any_of(run, {"to", "ending", "end", "ended"})) {
      named.ends = true;
    } else {
      return std::nullopt;
    }
  }
  return named;
}

/// One year, or a financial one of two: 2024; 2024, 25; 2024, 2025; 24, 25.
std::optional<WrittenYear> year_in(const std::vector<std::string>& numbers) {
  if (numbers.empty() || numbers.size() > 2) return std::nullopt;
  const auto first = full_year(numbers[0]);
  if (!first || !is_likely_year(*first)) return std::nullopt;
  if (numbers.size() == 1) return numbers[0].size() == 4 ? std::optional<WrittenYear>({*first, false}) : std::nullopt;
  const auto second = full_year(numbers[1]);
  if (!second || numbers[1].size() > numbers[0].size()) return std::nullopt;
  if (*second == *first) return WrittenYear{*first, false};  // Oct 2023 - Dec 2023
  return (*first + 1) % 100 == *second % 100 ? std::optional<WrittenYear>({*first, true}) : std::nullopt;
}

int quarter_start(int quarter, bool is_financial) {
  return (is_financial ? first_financial_month : 1) + 3 * (quarter - 1);
}

/// The calendar year in which a month of a written year lies.
int year_of_month(const WrittenYear& year, int month) {
  return year.first + (year.is_financial && month < first_financial_month ? 1 : 0);
}

/// The first month of "Apr-Jun", "April 2023 to March 2024" or "quarter ending June", with how many months there are.
std::optional<std::pair<int, int>> months_in(const Named& named) {
  if (named.months.size() == 1 && named.is_quarter && named.ends && named.months[0] % 3 == 0)
    return std::pair(named.months[0] - 2, 3);
  if (named.months.size() != 2) return std::nullopt;
  const int between = (named.months[1] - named.months[0] + 12) % 12 + 1;
  return std::pair(named.months[0], between);
}

}  // namespace

std::vector<std::string> runs_of(std::string_view text) {
  Runs runs;
  char kind = ' ';
  for (const char letter : text::lower_case(text)) {
    const bool digit = letter >= '0' && letter <= '9', word = letter >= 'a' && letter <= 'z';
    const bool other = (static_cast<unsigned char>(letter) & 0x80U) != 0;  // a dash, or a letter of another script
    const char is = digit ? 'd' : word ? 'w' : other ? 'o' : ' ';
    if (is != ' ' && is != kind) runs.emplace_back();
    if (is != ' ') runs.back() += letter;
    kind = is;
  }
  std::erase_if(runs, [](const std::string& run) { return run == "\xe2\x80\x93" || run == "\xe2\x80\x94"; });
  return runs;
}

std::optional<int> digits_as_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<int> full_year(std::string_view digits) {
  const std::optional<int> value = digits_as_number(digits);
  if (!value || (digits.size() != 2 && digits.size() != 4)) return std::nullopt;
  if (digits.size() == 4) return value;
  return *value < 70 ? 2000 + *value : 1900 + *value;
}

std::optional<int> month_named(std::string_view letters) {
  static constexpr std::string_view names[] = {"january", "february", "march",     "april",   "may",      "june",
                                               "july",    "august",   "september", "october", "november", "december"};
  if (letters.size() < 3) return std::nullopt;
  for (int i = 0; i < 12; ++i)
    if (names[i].starts_with(letters)) return i + 1;
  return letters == "sept" ? std::optional<int>(9) : std::nullopt;
}

std::optional<text::Date> monday_of_week(int year, int week) {
  if (!is_likely_year(year) || week < 1 || week > 53) return std::nullopt;
  const text::Date fourth = text::Date(std::chrono::year(year) / 1 / 4);
  const text::Date monday = text::monday_of(fourth) + std::chrono::days(7 * (week - 1));
  // Week 53 of a year that has 52 is week 1 of the next.
  if (digits_as_number(text::format_week(monday).substr(0, 4)) != year) return std::nullopt;
  return monday;
}

std::optional<Period> read_week(const Runs& runs, bool of_weeks) {
  Runs numbers;
  bool has_word = false;
  for (const std::string& run : runs)
    if (is_digits(run))
      numbers.push_back(run);
    else if (is_any_of(run, {"w", "wk", "week"}))
      has_word = true;
    else
      return std::nullopt;
  if (numbers.size() == 1 && of_weeks && numbers[0].size() == 6)
    numbers = {numbers[0].substr(0, 4), numbers[0].substr(4)};
  if (numbers.size() != 2 || !(has_word || of_weeks)) return std::nullopt;
  if (numbers[0].size() != 4) std::swap(numbers[0], numbers[1]);
  if (numbers[0].size() != 4 || numbers[1].size() > 2) return std::nullopt;
  const auto monday = monday_of_week(*digits_as_number(numbers[0]), *digits_as_number(numbers[1]));
  return monday ? std::optional<Period>({*monday, Span::week}) : std::nullopt;
}

std::optional<Period> read_month(const Runs& given, bool of_weeks) {
  Runs runs = given;
  std::erase(runs, "m");  // M04 2024
  std::erase(runs, "month");
  std::optional<int> year, month;
  if (runs.size() == 1 && runs[0].size() == 6 && is_digits(runs[0]) && !of_weeks) {
    year = digits_as_number(runs[0].substr(0, 4));
    month = digits_as_number(runs[0].substr(4));
  } else if (runs.size() == 2 && is_digits(runs[0]) && is_digits(runs[1])) {
    const bool year_first = runs[0].size() == 4;
    if (runs[year_first ? 0 : 1].size() != 4 || runs[year_first ? 1 : 0].size() > 2 || of_weeks) return std::nullopt;
    year = digits_as_number(runs[year_first ? 0 : 1]);
    month = digits_as_number(runs[year_first ? 1 : 0]);
  } else if (runs.size() == 2 && is_digits(runs[0])) {  // 24-Apr, 2024 Apr
    year = full_year(runs[0]);
    month = month_named(runs[1]);
  }
  if (!year || !month || !is_likely_year(*year) || *month < 1 || *month > 12) return std::nullopt;
  return starting(*year, *month, Span::month);
}

std::optional<Period> read_quarter(const Runs& runs) {
  const auto named = named_parts(runs);
  auto year = named ? year_in(named->numbers) : std::nullopt;
  // Behind a month a year may have two digits.
  if (named && !named->months.empty() && named->numbers.size() == 1)
    if (const auto only = full_year(named->numbers[0])) year = WrittenYear{*only, false};
  if (!year) return std::nullopt;
  const auto months = months_in(*named);
  if (!named->months.empty() && (!months || months->second != 3)) return std::nullopt;
  if (months && (months->first - 1) % 3 != 0) return std::nullopt;  // Feb-Apr is no quarter of a calendar
  if (!named->quarter)
    return months ? std::optional(starting(year_of_month(*year, months->first), months->first, Span::quarter))
                  : std::nullopt;
  int month = quarter_start(*named->quarter, year->is_financial);
  int first_year = year->first;
  if (month > 12) {
    month -= 12;
    ++first_year;
  }
  if (months && months->first != month) return std::nullopt;
  return starting(first_year, month, Span::quarter);
}

std::optional<Period> read_year(const Runs& runs) {
  const auto named = named_parts(runs);
  if (!named || named->is_quarter) return std::nullopt;
  if (named->months.empty()) {
    const auto year = year_in(named->numbers);
    const bool is_doubtful = year && !year->is_financial && is_any_of(runs[0], {"fy", "financial", "fin"});
    if (!year || is_doubtful || named->ends) return std::nullopt;  // FY2024 may be 2023/24 or 2024/25
    return starting(year->first, year->is_financial ? first_financial_month : 1, Span::year);
  }
  // April 2023 to March 2024, Jan-Dec 2023
  const auto months = months_in(*named);
  const int first = named->numbers.empty() ? 0 : full_year(named->numbers[0]).value_or(0);
  if (!months || months->second != 12 || !is_likely_year(first)) return std::nullopt;
  if (named->numbers.size() == 1 ? months->first != 1 : !year_in(named->numbers)) return std::nullopt;
  return starting(first, months->first, Span::year);
}

std::optional<WrittenYear> written_year(std::string_view text) {
  const auto named = named_parts(runs_of(text));
  if (!named || named->is_quarter || !named->months.empty()) return std::nullopt;
  return year_in(named->numbers);
}

std::optional<Period> read_beside_year(std::string_view year_text, std::string_view text, std::string_view title) {
  const auto year = written_year(year_text);
  Runs runs = runs_of(text);
  if (!year || runs.empty()) return std::nullopt;
  if (runs.size() == 1 && !is_digits(runs[0])) {
    const auto month = month_named(runs[0]);
    return month ? std::optional(starting(year_of_month(*year, *month), *month, Span::month)) : std::nullopt;
  }
  const Runs titled = runs_of(title);
  const auto says = [&](std::initializer_list<std::string_view> words) {
    const auto is_one = [&](const std::string& run) { return is_any_of(run, words); };
    return std::any_of(titled.begin(), titled.end(), is_one) || (runs.size() == 2 && is_one(runs[0]));
  };
  const auto number = digits_as_number(runs.back());
  if (!number || runs.size() > 2 || (runs.size() == 2 && is_digits(runs[0])) || runs.back().size() > 2)
    return std::nullopt;
  if (says({"q", "qtr", "quarter"})) {
    if (*number < 1 || *number > 4) return std::nullopt;
    return read_quarter(
        {"q", runs.back(), std::to_string(year->first), std::to_string(year->first + 1 - !year->is_financial)});
  }
  if (year->is_financial) return std::nullopt;  // whether 1 is January or April nobody says
  if (says({"w", "wk", "week", "weeks", "epiweek", "isoweek"})) {
    const auto monday = monday_of_week(year->first, *number);
    return monday ? std::optional<Period>({*monday, Span::week}) : std::nullopt;
  }
  if (!says({"m", "month", "mth"}) || *number < 1 || *number > 12) return std::nullopt;
  return starting(year->first, *number, Span::month);
}

}  // namespace thrive::measures
