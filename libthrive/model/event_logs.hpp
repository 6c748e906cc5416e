// SPDX-License-Identifier: MIT
//
// How to read an event log: one row for each thing that happened to somebody. The log itself is never named: it has
// another name each month, and it is about people.
#pragma once

#include "libthrive/model/description.hpp"
#include "libthrive/model/extracts.hpp"

namespace thrive::model {

/// What orders events of a case on the same time. file: the order of the rows. order_column: a number in the log. map:
/// the drawn flows, where they allow exactly one order, else the rows. concurrent: nothing does, and no pair is made of
/// them. drop: nothing does, and their cases are left out.
enum class TieRule { file, order_column, map, concurrent, drop };
template <>
struct Names<TieRule> {
  static constexpr std::string_view title = "rule for ties";
  static constexpr std::pair<TieRule, std::string_view> values[] = {{TieRule::file, "file"},
                                                                    {TieRule::order_column, "order-column"},
                                                                    {TieRule::map, "map"},
                                                                    {TieRule::concurrent, "concurrent"},
                                                                    {TieRule::drop, "drop"}};
};

/// The columns of an event log, by what they hold: each names a title as it stands in the file.
struct EventColumns {
  std::optional<std::string> of_case;
  std::optional<std::string> activity;
  std::optional<std::string> time;
  std::optional<std::string> start;
  std::optional<std::string> order;
  friend bool operator==(const EventColumns&, const EventColumns&) = default;
};

/// The service that an activity of a log is.
struct ActivityOfService {
  std::string service;
  friend bool operator==(const ActivityOfService&, const ActivityOfService&) = default;
};

/// An event log, and how it is held against the map.
struct EventLogDefinition {
  std::optional<std::string> name;
  std::optional<std::string> source;
  std::optional<std::string> extracted_by;
  EventColumns columns;
  Keyed<ActivityOfService> activities;
  std::optional<TieRule> ties;
  std::optional<std::string> pathway;
  std::optional<Suppression> suppress;
  std::optional<std::string> note;
  friend bool operator==(const EventLogDefinition&, const EventLogDefinition&) = default;
};

template <>
struct Description<EventColumns> {
  static constexpr std::string_view title = "columns of an event log";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& c) {
    visit("case", c.of_case, "The key of the case, such as a referral's; rows with the same one belong together",
          Rule{}.required().non_empty());
    visit("activity", c.activity, "What happened, or where", Rule{}.required().non_empty());
    visit("time", c.time, "When it was complete", Rule{}.required().non_empty());
    visit("start", c.start, "When it began", Rule{}.non_empty());
    visit("order", c.order, "A number that says what came first on the same time", Rule{}.non_empty());
  }
};

template <>
struct Description<ActivityOfService> {
  static constexpr std::string_view title = "activity of a service";
  static constexpr std::string_view shorthand = "service";
  static void fields(auto& visit, auto& a) {
    visit("service", a.service, "The service that it is", Rule{}.required().names("service"));
  }
};

template <>
struct Description<EventLogDefinition> {
  static constexpr std::string_view title = "event log";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& l) {
    visit("name", l.name, "What it holds, in words", Rule{}.non_empty());
    visit("source", l.source, "The system and table it comes from", Rule{});
    visit("extracted_by", l.extracted_by, "Who extracts it; a role, never a name", Rule{});
    visit("columns", l.columns, "The columns by what they hold: each names a title as it stands in the file",
          Rule{}.required().one_line());
    visit("activities", l.activities,
          "What the log calls services, where it is neither their id nor their name: {ACTIVITY: service}",
          Rule{}.free_keys());
    visit("ties", l.ties, "What orders events of a case on the same time", Rule{});
    visit("pathway", l.pathway, "The pathway that it is held against; the first when left out",
          Rule{}.names("pathway"));
    visit("suppress", l.suppress, "How small numbers of people are kept from being told", Rule{});
    visit("note", l.note, "Anything else", Rule{});
  }
};

}  // namespace thrive::model
