// SPDX-License-Identifier: MIT
#include "libthrive/journeys/log_columns.hpp"

#include <algorithm>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::journeys {

namespace {

/// What a column holds, the title that was named for it, and the titles that other programs write.
struct Role {
  const char* name;
  std::string LogColumns::*title;
  std::vector<std::string> usual;
};

const std::vector<Role>& roles() {
  static const std::vector<Role> all = {
      {"case", &LogColumns::of_case, {"case_id", "case", "case:concept:name", "caseid", "referral_id", "case_key"}},
      {"activity", &LogColumns::activity, {"activity", "concept:name", "event", "activity_name"}},
      {"time",
       &LogColumns::time,
       {"timestamp", "time:timestamp", "complete_timestamp", "completed", "time", "event_time", "date"}},
      {"start", &LogColumns::start, {"start_timestamp", "started", "start_time"}}};
  return all;
}

bool names_any(const LogColumns& wanted) {
  return std::any_of(roles().begin(), roles().end(), [&](const Role& role) { return !(wanted.*role.title).empty(); });
}

std::vector<std::string> all_titles(const tables::Heading& heading) {
  std::vector<std::string> titles;
  for (const tables::Title& title : heading.titles)
    if (!title.text.empty()) titles.push_back(title.text);
  return titles;
}

/// The only column with a title, letter by letter; the first of the usual names otherwise.
std::optional<std::size_t> place_of_title(const tables::Heading& heading, const std::string& wanted) {
  for (std::size_t column = 0; column < heading.titles.size(); ++column)
    if (heading.titles[column].text == wanted) return column;
  return std::nullopt;
}

}  // namespace

tables::KnownColumns known_log_columns(const LogColumns& wanted) {
  tables::KnownColumns known;
  for (const Role& role : roles()) {
    const std::string& title = wanted.*role.title;
    known.add_key(role.name, title.empty() ? role.usual : std::vector<std::string>{title});
  }
  if (!wanted.order.empty()) known.add("order", {wanted.order});
  return known;
}

std::optional<ColumnPlaces> find_log_columns(const tables::Heading& heading, const LogColumns& wanted,
                                             text::Diagnostics& problems) {
  bool is_whole = true;
  const auto find = [&](const char* role, const std::string& title, bool required) -> std::optional<std::size_t> {
    std::optional<std::size_t> found = title.empty() ? heading.find(role) : place_of_title(heading, title);
    if (found || (!required && title.empty())) return found;
    is_whole = false;
    const std::vector<std::string> titles = all_titles(heading);
    if (title.empty())
      findings::say(problems,
                    {"log-columns", heading.place(0), {{"role", role}, {"known", text::Value::list_of(titles)}}});
    else
      findings::say(problems, {"extract-columns",
                               heading.place(0),
                               {{"case", "missing"},
                                {"title", title},
                                {"near", text::nearest_name(title, titles)},
                                {"known", text::Value::list_of(titles)}}});
    return std::nullopt;
  };
  if (tables::refuse_twice_named(heading, {"case", "activity", "time", "start", "order"}, problems))
    return std::nullopt;
  ColumnPlaces places;
  places.of_case = find("case", wanted.of_case, true).value_or(0);
  places.activity = find("activity", wanted.activity, true).value_or(0);
  places.time = find("time", wanted.time, true).value_or(0);
  if (!wanted.start.empty() || !names_any(wanted)) places.start = find("start", wanted.start, false);
  if (!wanted.order.empty()) places.order = find("order", wanted.order, true);
  if (!is_whole) return std::nullopt;
  return places;
}

LogColumns titles_of(const ColumnPlaces& places, const tables::Heading& heading) {
  const auto title = [&](std::optional<std::size_t> column) {
    return column ? heading.titles[*column].text : std::string();
  };
  return {title(places.of_case), title(places.activity), title(places.time), title(places.start), title(places.order)};
}

}  // namespace thrive::journeys
