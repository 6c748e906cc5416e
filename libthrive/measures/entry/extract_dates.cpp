// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/extract_dates.hpp"

#include <algorithm>

#include "libthrive/measures/entry/dates_in_words.hpp"
#include "libthrive/measures/entry/extract_marks.hpp"
#include "libthrive/measures/entry/time_of_day.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::measures {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

constexpr std::string_view commencing_words[] = {
    "w/c", "w/b", "wc ", "wb ", "week commencing", "week beginning", "week starting", "week of"};
constexpr std::string_view ending_words[] = {"w/e", "we ", "week ending", "week to"};

/// A text in small letters without what stands before a day, and which day of its week that makes it.
std::string without_lead(std::string_view words, WeekEdge& edge) {
  std::string lower = text::lower_case(text::trimmed(words));
  const auto take = [&](std::string_view before, WeekEdge said) {
    if (!lower.starts_with(before)) return;
    lower.erase(0, before.size());
    edge = said;
  };
  for (const std::string_view before : commencing_words) take(before, WeekEdge::first_day);
  for (const std::string_view before : ending_words) take(before, WeekEdge::last_day);
  const auto blank = [](char letter) { return letter == ' ' || letter == ':'; };
  lower.erase(lower.begin(), std::find_if_not(lower.begin(), lower.end(), blank));
  return lower;
}

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts(1);
  for (const char letter : text) {
    if (letter == '/' || letter == '-' || letter == '.' || letter == ' ' || letter == ',' || letter == '_') {
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

std::optional<text::Date> read_iso(const std::string& text) {
  if (text.size() == 8 && std::all_of(text.begin(), text.end(), is_digit))
    return make(digits_as_number(text.substr(0, 4)), digits_as_number(text.substr(4, 2)),
                digits_as_number(text.substr(6, 2)));
  const std::vector<std::string> parts = parts_of(text);
  if (parts.size() != 3 || parts[0].size() != 4) return std::nullopt;
  return make(digits_as_number(parts[0]), digits_as_number(parts[1]), digits_as_number(parts[2]));
}

std::optional<text::Date> read_slashed(const std::string& text, bool month_is_first) {
  const std::vector<std::string> parts = parts_of(text);
  if (parts.size() != 3 || parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
  return make(full_year(parts[2]), digits_as_number(parts[month_is_first ? 0 : 1]),
              digits_as_number(parts[month_is_first ? 1 : 0]));
}

/// A day, or a month when the text names none.
std::optional<Period> read_lettered(const std::string& text) {
  std::vector<std::string> parts = parts_of(text);
  if (parts.size() == 4 && !is_digit(parts[0][0])) parts.erase(parts.begin());  // Monday 17 June 2024
  if (parts.size() == 2 && !is_digit(parts[0][0])) {
    const auto first = make(full_year(parts[1]), month_named(parts[0]), 1);
    return first ? std::optional<Period>({*first, Span::month}) : std::nullopt;
  }
  if (parts.size() != 3) return std::nullopt;
  if (!is_digit(parts[0][0])) std::swap(parts[0], parts[1]);                    // June 17, 2024
  while (!parts[0].empty() && !is_digit(parts[0].back())) parts[0].pop_back();  // 17th
  const auto date = make(full_year(parts[2]), month_named(parts[1]), digits_as_number(parts[0]));
  return date ? std::optional<Period>({*date, Span::day}) : std::nullopt;
}

std::optional<text::Date> read_serial(const std::string& text) {
  const std::optional<int> days = digits_as_number(text.substr(0, text.find('.')));
  // 1 January 1982 to 14 August 2119: nothing that is a count or a year.
  if (!days || *days < 29952 || *days > 80214) return std::nullopt;
  return text::Date(year(1899) / 12 / 30) + std::chrono::days(*days);
}

/// A month behind a year of two digits, which could as well be a day: 24-Apr. It is a year when that is not long ago.
bool may_be_day(const std::vector<std::string>& runs, const Period& period, text::Date today) {
  constexpr int days_back = 15 * 366;
  if (runs.size() != 2 || runs[0].size() != 2 || today == text::Date()) return false;
  const int days_ago = text::days_between(period.first, today);
  return days_ago < 0 || days_ago > days_back;
}

}  // namespace

Span span_of(model::Frequency frequency) {
  const FrequencyKind& kind = kind_of(frequency);
  if (kind.months == 0) return kind.days == 1 ? Span::day : Span::week;
  return kind.months == 1 ? Span::month : kind.months == 3 ? Span::quarter : Span::year;
}

std::string_view span_word(Span span) {
  static constexpr std::string_view words[] = {"day", "week", "month", "quarter", "year"};
  return words[static_cast<std::size_t>(span)];
}

DateColumn date_column(std::string_view title, Span wanted, text::Date today) {
  DateColumn column;
  column.wanted = wanted;
  column.today = today;
  const std::vector<std::string> runs = runs_of(title);
  const auto says = [&runs](std::initializer_list<std::string_view> words) {
    return std::any_of(runs.begin(), runs.end(), [&](const std::string& run) {
      return std::find(words.begin(), words.end(), run) != words.end();
    });
  };
  const std::string lower = text::lower_case(title);
  const auto has = [&lower](std::string_view words) { return lower.find(words) != std::string::npos; };
  column.of_weeks = wanted == Span::week && (says({"week", "weeks", "wk", "epiweek", "isoweek", "w"}));
  if (says({"commencing", "beginning", "starting", "start", "begins", "starts", "from", "comm", "wc", "wb"}) ||
      has("w/c") || has("w/b"))
    column.edge = WeekEdge::first_day;
  else if (says({"ending", "end", "ends", "ended", "to", "we"}) || has("w/e"))
    column.edge = WeekEdge::last_day;
  return column;
}

std::optional<Period> read_period(std::string_view words, DateForm form, const DateColumn& column) {
  WeekEdge edge = WeekEdge::unsaid;
  take_marks(words);  // "Mar 2024 [p]"
  std::string text = without_lead(words, edge);
  const std::optional<TimeOfDay> time = take_time_of_day(text);
  text = std::string(text::trimmed(text));
  while (!text.empty() && text.back() == ':') text.pop_back();
  if (text.empty()) return std::nullopt;
  const auto a_day = [&](const std::optional<text::Date>& date) {
    if (!date) return std::optional<Period>();
    return std::optional<Period>({time ? day_in_london(*date, *time) : *date, Span::day, edge});
  };
  switch (form) {
    case DateForm::iso:
      return a_day(read_iso(text));
    case DateForm::day_first:
      return a_day(read_slashed(text, false));
    case DateForm::month_first:
      return a_day(read_slashed(text, true));
    case DateForm::month_in_letters: {
      const auto period = read_lettered(text);
      return period && period->span == Span::day ? a_day(period->first) : period;
    }
    case DateForm::serial:
      return a_day(read_serial(text));
    case DateForm::week:
      return read_week(runs_of(text), column.of_weeks);
    case DateForm::month: {
      const std::vector<std::string> runs = runs_of(text);
      const auto period = read_month(runs, column.of_weeks);
      return period && may_be_day(runs, *period, column.today) ? std::nullopt : period;
    }
    case DateForm::quarter:
      return read_quarter(runs_of(text));
    case DateForm::year:
      return read_year(runs_of(text));
  }
  return std::nullopt;
}

void FormsOfDates::add(std::string_view text) {
  constexpr std::size_t few = 5000;
  auto known = known_.find(text);
  Readable readable{};
  if (known != known_.end()) {
    readable = known->second;
  } else {
    for (std::size_t at = 0; at < form_count; ++at)
      readable[at] = read_period(text, model::Names<DateForm>::values[at].first, column_).has_value();
    if (known_.size() < few) known_.emplace(text, readable);
  }
  for (std::size_t at = 0; at < form_count; ++at) counts_[at] += readable[at] ? 1 : 0;
}

std::size_t FormsOfDates::count(DateForm wanted) const {
  for (std::size_t at = 0; at < form_count; ++at)
    if (model::Names<DateForm>::values[at].first == wanted) return counts_[at];
  return 0;
}

std::vector<DateForm> FormsOfDates::forms() const {
  std::vector<DateForm> forms;
  // What the measure has a figure for comes before what only contains it: 2011-12 is a month, or a year.
  std::vector<DateForm> order = {DateForm::iso,   DateForm::month_in_letters, DateForm::week, DateForm::serial,
                                 DateForm::month, DateForm::quarter,          DateForm::year};
  if (column_.wanted == Span::year) std::swap(order[4], order[6]);
  for (const DateForm form : order)
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
    case DateForm::month:
      return "year and month";
    case DateForm::quarter:
      return "quarters";
    case DateForm::year:
      return "years";
  }
  return {};
}

text::Date placed(const Period& period, model::Frequency frequency, WeekEdge edge) {
  constexpr std::chrono::days middle{3};  // of a week, from either end
  const bool is_edge = period.span == Span::day && span_of(frequency) == Span::week;
  const WeekEdge said = period.edge == WeekEdge::unsaid ? edge : period.edge;
  if (is_edge && said == WeekEdge::first_day) return text::monday_of(period.first + middle);
  if (is_edge && said == WeekEdge::last_day) return text::monday_of(period.first - middle);
  return period_start(period.first, frequency);
}

}  // namespace thrive::measures
