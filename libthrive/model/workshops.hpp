// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

/// What people do.
enum class AgendaKind { talk, vote, share, pause };
template <>
struct Names<AgendaKind> {
  static constexpr std::string_view title = "kind of agenda item";
  static constexpr std::pair<AgendaKind, std::string_view> values[] = {{AgendaKind::talk, "talk"},
                                                                       {AgendaKind::vote, "vote"},
                                                                       {AgendaKind::share, "share"},
                                                                       {AgendaKind::pause, "pause"}};
};

/// A part of a session.
struct AgendaItem {
  std::string what;
  int minutes = 0;
  int times = 1;
  AgendaKind kind = AgendaKind::talk;
  friend bool operator==(const AgendaItem&, const AgendaItem&) = default;
};

/// A stretch of a workshop.
struct Session {
  int minutes = 0;
  std::vector<AgendaItem> items;
  friend bool operator==(const Session&, const Session&) = default;
};

/// A workshop, before and after the day.
struct Workshop {
  std::string name;
  std::optional<std::string> kind;
  std::optional<text::Date> date;
  std::optional<std::string> begin;
  std::optional<int> people;
  std::optional<int> tables;
  Keyed<int> seats;
  Keyed<Session> sessions;
  std::optional<text::Date> shared;
  friend bool operator==(const Workshop&, const Workshop&) = default;
};

template <>
struct Description<AgendaItem> {
  static constexpr std::string_view title = "agenda item";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& a) {
    visit("what", a.what, "What is done", Rule{}.required().non_empty());
    visit("minutes", a.minutes, "How long it takes, each time", Rule{}.required().at_least(1));
    visit("times", a.times, "How many times", Rule{}.at_least(1));
    visit("kind", a.kind, "Talk, vote, share or pause", Rule{});
  }
};

template <>
struct Description<Session> {
  static constexpr std::string_view title = "session";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& s) {
    visit("minutes", s.minutes, "How long is booked", Rule{}.required().at_least(1));
    visit("items", s.items, "What is done in it", Rule{}.required().one_line());
  }
};

template <>
struct Description<Workshop> {
  static constexpr std::string_view title = "workshop";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& w) {
    visit("name", w.name, "What it is called", Rule{}.required().non_empty());
    visit("kind", w.kind, "What kind of workshop it is", Rule{}.from("workshop-kinds"));
    visit("date", w.date, "The day", Rule{});
    visit("begin", w.begin, "When it begins, such as 13:00", Rule{});
    visit("people", w.people, "How many people are expected", Rule{}.at_least(1));
    visit("tables", w.tables, "How many tables", Rule{}.at_least(1));
    visit("seats", w.seats, "How many seats for each kind of stakeholder", Rule{}.at_least(0).one_line());
    visit("sessions", w.sessions, "The sessions, in order", Rule{});
    visit("shared", w.shared, "When what came of it went back to those who were there", Rule{});
  }
};

}  // namespace thrive::model
