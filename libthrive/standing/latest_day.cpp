// SPDX-License-Identifier: MIT
#include "libthrive/standing/latest_day.hpp"

#include "libthrive/records/to_value.hpp"

namespace thrive::standing {

namespace {

using LatestDay = std::optional<text::Date>;

void take_day(const std::string& words, text::Date today, LatestDay& latest) {
  const auto day = text::parse_date(words);
  if (day && *day <= today && (!latest || *day > *latest)) latest = day;
}

/// Fields that hold a day, and keys that are one.
void look_for_days(const text::Value& value, text::Date today, LatestDay& latest) {
  if (value.is_day()) take_day(*value.as_text(), today, latest);
  if (const text::Value::List* list = value.as_list())
    for (const text::Value& each : *list) look_for_days(each, today, latest);
  if (const text::Value::Map* map = value.as_map())
    for (const auto& [key, each] : *map) {
      take_day(key, today, latest);
      look_for_days(each, today, latest);
    }
}

}  // namespace

std::optional<text::Date> latest_day(const model::Project& project, text::Date today) {
  LatestDay latest;
  look_for_days(records::to_value(project, records::Fullness::brief), today, latest);
  return latest;
}

}  // namespace thrive::standing
