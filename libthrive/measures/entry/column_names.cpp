// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/column_names.hpp"

#include "libthrive/findings/say.hpp"
#include "libthrive/measures/entry/dates_in_words.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::measures {

const std::vector<std::string> date_names = {"date",
                                             "week",
                                             "week-commencing",
                                             "week-beginning",
                                             "week-starting",
                                             "week-start",
                                             "w/c",
                                             "wc",
                                             "w/b",
                                             "week-ending",
                                             "week-end",
                                             "w/e",
                                             "week-date",
                                             "week-commencing-date",
                                             "week-ending-date",
                                             "w/c-date",
                                             "week-beginning-date",
                                             "week-start-date",
                                             "week-end-date",
                                             "week-commencing-monday",
                                             "week-commencing-sunday",
                                             "week-ending-sunday",
                                             "week-ending-friday",
                                             "week-ending-saturday",
                                             "period-start",
                                             "reporting-period-start",
                                             "reporting-period",
                                             "period",
                                             "time-period",
                                             "month",
                                             "reporting-month",
                                             "month-year",
                                             "year-month",
                                             "yearmonth",
                                             "month-start",
                                             "month-commencing",
                                             "month-ending",
                                             "month-end",
                                             "quarter",
                                             "quarter-ending",
                                             "financial-quarter",
                                             "week-number",
                                             "week-no",
                                             "iso-week",
                                             "epiweek",
                                             "epi-week",
                                             "period-end",
                                             "period-ending",
                                             "day",
                                             "time",
                                             "reporting-date",
                                             "financial-year",
                                             "year"};
const std::vector<std::string> year_names = {
    "year", "financial-year", "fin-year", "fy", "calendar-year", "iso-year", "epi-year", "epiyear", "reporting-year"};
const std::vector<std::string> value_names = {"value",   "measure-value", "median", "median-days", "mean",
                                              "count",   "number",        "figure", "result",      "rate",
                                              "percent", "percentage",    "%",      "pct",         "activity"};
const std::vector<std::string> numerator_names = {"numerator", "num", "numer", "within", "met", "breached", "yes"};
const std::vector<std::string> denominator_names = {"denominator", "den", "denom",  "n",
                                                    "total",       "all", "out-of", "eligible"};
const std::vector<std::string> note_names = {"note", "notes", "comment", "comments"};
const std::vector<std::string> provisional_names = {"provisional", "is-provisional", "provisional-flag",
                                                    "in-reporting-delay-period"};
const std::vector<std::string> measure_names = {"measure", "measure-id", "measure-name", "indicator", "metric"};

std::optional<std::size_t> first_column_of(const tables::Heading& heading, const std::vector<std::string>& names) {
  for (const std::string& name : names)
    for (std::size_t i = 0; i < heading.titles.size(); ++i)
      if (text::kebab(heading.titles[i].text) == name || tables::plain_title(heading.titles[i].text) == name) return i;
  return std::nullopt;
}

text::Place place_of_heading(const Extract& extract) {
  const auto& rows = extract.heading().rows;
  return rows.empty() ? text::whole_file(extract.file()) : rows.front().place();
}

std::optional<std::size_t> column_named(const Extract& extract, const std::string& name, text::Diagnostics& problems) {
  const std::vector<tables::Title>& titles = extract.heading().titles;
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const bool is_named = text::kebab(titles[i].text) == text::kebab(name);
    if (!is_named && (name.empty() || tables::plain_title(titles[i].text) != text::kebab(name))) continue;
    if (found) {
      findings::say(problems, {"import-columns", place_of_heading(extract), {{"case", "two"}, {"name", name}}});
      return std::nullopt;
    }
    found = i;
  }
  if (found) return found;
  const std::optional<int> number = digits_as_number(name);
  if (number && *number >= 1 && static_cast<std::size_t>(*number) <= titles.size())
    return static_cast<std::size_t>(*number - 1);
  std::vector<std::string> known;
  for (const tables::Title& title : titles) known.push_back(title.text);
  findings::say(
      problems,
      {"import-columns",
       place_of_heading(extract),
       {{"case", "none"}, {"name", name}, {"near", text::without_controls(text::nearest_name(name, known))}}});
  return std::nullopt;
}

}  // namespace thrive::measures
