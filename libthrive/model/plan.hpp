// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

/// Does it hold the work up or help it?
enum class BarrierKind { barrier, facilitator };
template <>
struct Names<BarrierKind> {
  static constexpr std::string_view title = "kind of barrier";
  static constexpr std::pair<BarrierKind, std::string_view> values[] = {{BarrierKind::barrier, "barrier"},
                                                                        {BarrierKind::facilitator, "facilitator"}};
};

enum class AskAnswer { yes, no, later };
template <>
struct Names<AskAnswer> {
  static constexpr std::string_view title = "answer to an ask";
  static constexpr std::pair<AskAnswer, std::string_view> values[] = {
      {AskAnswer::yes, "yes"}, {AskAnswer::no, "no"}, {AskAnswer::later, "later"}};
};

/// A line along which the work is reported.
struct GovernanceLine {
  std::string name;
  std::string to;
  std::optional<std::string> kind;
  std::optional<int> every_weeks;
  friend bool operator==(const GovernanceLine&, const GovernanceLine&) = default;
};

/// When and why something was stopped.
struct Stopped {
  text::Date date{};
  std::string reason;
  friend bool operator==(const Stopped&, const Stopped&) = default;
};

/// An end that was put off or brought forward.
struct Moved {
  text::Date from{};
  text::Date to{};
  std::string reason;
  friend bool operator==(const Moved&, const Moved&) = default;
};

/// A piece of work with a beginning and an end; its state is worked out from dates.
struct PlanTask {
  std::string name;
  std::string step;
  std::optional<std::string> owner;
  text::Date start{};
  text::Date end{};
  std::vector<std::string> after;
  std::vector<std::string> serves;
  std::optional<text::Date> started;
  std::optional<text::Date> done;
  std::optional<Stopped> stopped;
  std::optional<std::string> waiting_for;
  std::optional<std::string> risk;
  std::optional<std::string> evidence;
  std::vector<std::string> qif;
  std::vector<Moved> moved;
  friend bool operator==(const PlanTask&, const PlanTask&) = default;
};

/// Help from outside the team.
struct Help {
  std::string from;
  std::optional<std::string> what;
  std::optional<int> every_weeks;
  std::optional<text::Date> until;
  friend bool operator==(const Help&, const Help&) = default;
};

/// What was decided.
struct AskDecided {
  text::Date date{};
  AskAnswer answer = AskAnswer::yes;
  std::optional<std::string> note;
  friend bool operator==(const AskDecided&, const AskDecided&) = default;
};

/// Something that somebody is asked to decide.
struct Ask {
  std::string text;
  std::optional<std::string> of;
  std::optional<text::Date> by;
  std::optional<std::string> because;
  std::optional<AskDecided> decided;
  friend bool operator==(const Ask&, const Ask&) = default;
};

/// Something that holds the work up, or helps it.
struct Barrier {
  std::string text;
  BarrierKind kind = BarrierKind::barrier;
  std::optional<std::string> level;
  std::optional<text::Date> since;
  std::optional<std::string> done;
  std::optional<std::string> about;
  friend bool operator==(const Barrier&, const Barrier&) = default;
};

/// Who does what by when, who oversees it, and who helps.
struct ImplementationPlan {
  std::optional<std::string> focus;
  Keyed<std::string> team;
  Keyed<GovernanceLine> lines;
  Keyed<PlanTask> tasks;
  Keyed<Help> help;
  Keyed<Ask> asks;
  Keyed<Barrier> barriers;
  friend bool operator==(const ImplementationPlan&, const ImplementationPlan&) = default;
};

template <>
struct Description<GovernanceLine> {
  static constexpr std::string_view title = "line of governance";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& g) {
    visit("name", g.name, "The group that oversees", Rule{}.required().non_empty());
    visit("to", g.to, "The body it reports to", Rule{}.required().non_empty());
    visit("kind", g.kind, "What kind of body that is", Rule{}.from("line-kinds"));
    visit("every_weeks", g.every_weeks, "Weeks between reports", Rule{}.at_least(1));
  }
};

template <>
struct Description<Stopped> {
  static constexpr std::string_view title = "stop of a task";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& s) {
    visit("date", s.date, "When it was stopped", Rule{}.required());
    visit("reason", s.reason, "Why", Rule{}.required().non_empty());
  }
};

template <>
struct Description<Moved> {
  static constexpr std::string_view title = "move of a task";
  static constexpr std::string_view shorthand = "";
  static constexpr std::string_view identity[] = {"from", "to"};
  static void fields(auto& visit, auto& m) {
    visit("from", m.from, "The end before", Rule{}.required());
    visit("to", m.to, "The end after", Rule{}.required());
    visit("reason", m.reason, "Why", Rule{}.required().non_empty());
  }
};

template <>
struct Description<PlanTask> {
  static constexpr std::string_view title = "plan task";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& p) {
    visit("name", p.name, "The work in a few words", Rule{}.required().non_empty());
    visit("step", p.step, "The step of implementation it belongs to", Rule{}.required().from("plan-steps"));
    visit("owner", p.owner, "Who sees to it; a role, never a name", Rule{});
    visit("start", p.start, "First day", Rule{}.required());
    visit("end", p.end, "Last day", Rule{}.required());
    visit("after", p.after, "The tasks it waits for", Rule{}.names("task").one_line());
    visit("serves", p.serves, "What it serves: ideas, recommendations, ramps, drivers, risks or priorities",
          Rule{}.names("ref").one_line());
    visit("started", p.started, "When it really began", Rule{});
    visit("done", p.done, "When it was done", Rule{});
    visit("stopped", p.stopped, "When and why it was stopped", Rule{}.one_line());
    visit("waiting_for", p.waiting_for, "What it waits for", Rule{});
    visit("risk", p.risk, "The risk that says so", Rule{}.names("risk"));
    visit("evidence", p.evidence, "What shows that it is done", Rule{});
    visit("qif", p.qif,
          "Steps of the Quality Implementation Framework it belongs to, where they are others than those of its step",
          Rule{}.from("qif-steps").one_line());
    visit("moved", p.moved, "How often its end was moved, and why", Rule{}.one_line());
  }
};

template <>
struct Description<Help> {
  static constexpr std::string_view title = "help";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& h) {
    visit("from", h.from, "Who helps; a role, never a name", Rule{}.required().non_empty());
    visit("what", h.what, "What kind of help", Rule{}.from("help-kinds"));
    visit("every_weeks", h.every_weeks, "Weeks between times", Rule{}.at_least(1));
    visit("until", h.until, "The last day of it", Rule{});
  }
};

template <>
struct Description<AskDecided> {
  static constexpr std::string_view title = "decision on an ask";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& a) {
    visit("date", a.date, "When", Rule{}.required());
    visit("answer", a.answer, "Yes, no or later", Rule{}.required());
    visit("note", a.note, "What was said with it", Rule{});
  }
};

template <>
struct Description<Ask> {
  static constexpr std::string_view title = "ask";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& a) {
    visit("text", a.text, "What is asked for", Rule{}.required().non_empty());
    visit("of", a.of, "Who is asked: a stakeholder, or a role", Rule{}.names_or_words("stakeholder"));
    visit("by", a.by, "By when an answer is needed", Rule{});
    visit("because", a.because, "What it is needed for: a risk, a task, a recommendation", Rule{}.names("ref"));
    visit("decided", a.decided, "What was decided", Rule{}.one_line());
  }
};

template <>
struct Description<Barrier> {
  static constexpr std::string_view title = "barrier";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& b) {
    visit("text", b.text, "What it is", Rule{}.required().non_empty());
    visit("kind", b.kind, "Does it hold up or help?", Rule{});
    visit("level", b.level, "The level of the system it is at", Rule{}.from("levels"));
    visit("since", b.since, "Since when", Rule{});
    visit("done", b.done, "What was done about it", Rule{});
    visit("about", b.about, "What it is about", Rule{}.names("ref"));
  }
};

template <>
struct Description<ImplementationPlan> {
  static constexpr std::string_view title = "implementation plan";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& i) {
    visit("focus", i.focus, "What is worked on first", Rule{});
    visit("team", i.team, "Who has which part in the team; roles, never names", Rule{});
    visit("lines", i.lines, "The lines along which the work is reported", Rule{}.defines("line"));
    visit("tasks", i.tasks, "What is to be done", Rule{}.defines("task").numbered());
    visit("help", i.help, "Help from outside the team", Rule{}.defines("help").numbered());
    visit("asks", i.asks, "What somebody is asked to decide", Rule{}.defines("ask").numbered());
    visit("barriers", i.barriers, "What holds the work up, and what helps", Rule{}.defines("barrier").numbered());
  }
};

}  // namespace thrive::model
