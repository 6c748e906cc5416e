// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

/// A meeting that comes again.
struct Meeting {
  std::string name;
  std::optional<std::string> kind;
  std::vector<std::string> who;
  std::optional<std::string> line;
  std::optional<std::string> uses;
  std::optional<int> every_weeks;
  std::optional<text::Date> last;
  std::optional<text::Date> next;
  std::optional<std::string> no_next;
  std::optional<std::string> time;
  std::optional<int> minutes;
  std::optional<std::string> where;
  std::vector<std::string> agenda;
  std::vector<text::Date> held;
  friend bool operator==(const Meeting&, const Meeting&) = default;
};

/// A group or a role that has an interest in the change; never a person.
struct Stakeholder {
  std::string name;
  std::string kind;
  std::optional<std::string> level;
  std::optional<int> power;
  std::optional<int> interest;
  std::optional<int> stance;
  std::optional<int> needed;
  std::optional<text::Date> asked;
  std::optional<std::string> owner;
  std::optional<std::string> meeting;
  std::optional<std::string> engage;
  std::optional<text::Date> until;
  friend bool operator==(const Stakeholder&, const Stakeholder&) = default;
};

/// Something that is told again and again.
struct Communication {
  std::vector<std::string> to;
  std::string message;
  std::optional<std::string> channel;
  std::optional<std::string> from;
  std::optional<int> every_weeks;
  std::vector<std::string> measures;
  std::vector<std::string> about;
  std::optional<std::string> feedback;
  std::optional<text::Date> last;
  std::optional<text::Date> next;
  friend bool operator==(const Communication&, const Communication&) = default;
};

/// Figures that set something off: the latest so many, all on the wrong side.
struct Trigger {
  std::string measure;
  std::optional<double> above;
  std::optional<double> below;
  int points = 1;
  friend bool operator==(const Trigger&, const Trigger&) = default;
};

/// When and why a risk was closed.
struct RiskClosed {
  text::Date date{};
  std::string reason;
  friend bool operator==(const RiskClosed&, const RiskClosed&) = default;
};

/// Something that may happen.
struct Risk {
  std::string text;
  int likelihood = 0;
  int impact = 0;
  std::optional<std::string> owner;
  std::optional<std::string> response;
  std::optional<text::Date> review;
  std::optional<Trigger> watch;
  std::vector<std::string> serves;
  Keyed<std::vector<int>> history;
  std::optional<RiskClosed> closed;
  friend bool operator==(const Risk&, const Risk&) = default;
};

template <>
struct Description<Meeting> {
  static constexpr std::string_view title = "meeting";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& m) {
    visit("name", m.name, "What it is called", Rule{}.required().non_empty());
    visit("kind", m.kind, "What kind of meeting it is", Rule{}.from("meeting-kinds"));
    visit("who", m.who, "Who comes", Rule{}.names("stakeholder").one_line());
    visit("line", m.line, "The line of governance it is part of", Rule{}.names("line"));
    visit("uses", m.uses, "The existing meeting it is part of", Rule{});
    visit("every_weeks", m.every_weeks, "Weeks between meetings", Rule{}.at_least(1));
    visit("last", m.last, "When it last was", Rule{});
    visit("next", m.next, "When it is next", Rule{});
    visit("no_next", m.no_next, "Why there is no next one", Rule{});
    visit("time", m.time, "When it begins, such as 14:00", Rule{});
    visit("minutes", m.minutes, "How long it is", Rule{}.at_least(1));
    visit("where", m.where, "Where it is", Rule{});
    visit("agenda", m.agenda, "What is on it: words, or what it is about", Rule{}.names_or_words("ref"));
    visit("held", m.held, "When it was held", Rule{}.one_line());
  }
};

template <>
struct Description<Stakeholder> {
  static constexpr std::string_view title = "stakeholder";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& s) {
    visit("name", s.name, "The role or the group; never a name", Rule{}.required().non_empty());
    visit("kind", s.kind, "What kind of stakeholder", Rule{}.required().from("stakeholder-kinds"));
    visit("level", s.level, "The level of the system", Rule{}.from("levels"));
    visit("power", s.power, "How much they can do for or against it, 1 to 5", Rule{}.at_least(1).at_most(5));
    visit("interest", s.interest, "How much it matters to them, 1 to 5", Rule{}.at_least(1).at_most(5));
    visit("stance", s.stance, "How they stand, from -2 against to 2 for", Rule{}.at_least(-2).at_most(2));
    visit("needed", s.needed, "How they need to stand, from -2 to 2", Rule{}.at_least(-2).at_most(2));
    visit("asked", s.asked, "When their stance was last talked about", Rule{});
    visit("owner", s.owner, "Who keeps in touch; a role, never a name", Rule{});
    visit("meeting", s.meeting, "The meeting where they are met", Rule{}.names("meeting"));
    visit("engage", s.engage, "How they are brought in", Rule{});
    visit("until", s.until, "The last day of the role", Rule{});
  }
};

template <>
struct Description<Communication> {
  static constexpr std::string_view title = "communication";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& c) {
    visit("to", c.to, "Who is told", Rule{}.required().non_empty().names("stakeholder").one_line());
    visit("message", c.message, "What is told", Rule{}.required().non_empty());
    visit("channel", c.channel, "How it reaches them", Rule{});
    visit("from", c.from, "Who tells it; a role, never a name", Rule{});
    visit("every_weeks", c.every_weeks, "Weeks between times", Rule{}.at_least(1));
    visit("measures", c.measures, "Measures that it carries", Rule{}.names("measure").one_line());
    visit("about", c.about, "What it tells of: ramps, cycles, notes, voices", Rule{}.names("ref").one_line());
    visit("feedback", c.feedback, "How they can answer", Rule{});
    visit("last", c.last, "When it was last told", Rule{});
    visit("next", c.next, "When it is told next", Rule{});
  }
};

template <>
struct Description<Trigger> {
  static constexpr std::string_view title = "trigger";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& t) {
    visit("measure", t.measure, "The measure that is watched", Rule{}.required().names("measure"));
    visit("above", t.above, "Set off by figures above this", Rule{});
    visit("below", t.below, "Set off by figures below this", Rule{});
    visit("points", t.points, "How many of the latest figures, all of them", Rule{}.at_least(1));
  }
};

template <>
struct Description<RiskClosed> {
  static constexpr std::string_view title = "end of a risk";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& r) {
    visit("date", r.date, "When", Rule{}.required());
    visit("reason", r.reason, "Why", Rule{}.required().non_empty());
  }
};

template <>
struct Description<Risk> {
  static constexpr std::string_view title = "risk";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& r) {
    visit("text", r.text, "What may happen: cause, event and effect", Rule{}.required().non_empty());
    visit("likelihood", r.likelihood, "How likely it is, 1 to 5", Rule{}.required().at_least(1).at_most(5));
    visit("impact", r.impact, "How bad it would be, 1 to 5", Rule{}.required().at_least(1).at_most(5));
    visit("owner", r.owner, "Who watches it; a role, never a name", Rule{});
    visit("response", r.response, "What is done about it", Rule{});
    visit("review", r.review, "When it is looked at next", Rule{});
    visit("watch", r.watch, "Figures that say it is happening", Rule{}.one_line());
    visit("serves", r.serves, "What it threatens", Rule{}.names("ref").one_line());
    visit("history", r.history, "Likelihood and impact before, by date",
          Rule{}.by_date().at_least(1).at_most(5).one_line());
    visit("closed", r.closed, "When and why it was closed", Rule{}.one_line());
  }
};

}  // namespace thrive::model
