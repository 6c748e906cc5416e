// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

enum class CycleKind { collect, test, implement };
template <>
struct Names<CycleKind> {
  static constexpr std::string_view title = "cycle kind";
  static constexpr std::pair<CycleKind, std::string_view> values[] = {
      {CycleKind::collect, "collect"}, {CycleKind::test, "test"}, {CycleKind::implement, "implement"}};
};

/// Did a prediction come true?
enum class Held { yes, no, partly };
template <>
struct Names<Held> {
  static constexpr std::string_view title = "prediction held";
  static constexpr std::pair<Held, std::string_view> values[] = {
      {Held::yes, "yes"}, {Held::no, "no"}, {Held::partly, "partly"}};
};

enum class Decision { adopt, adapt, expand, abandon };
template <>
struct Names<Decision> {
  static constexpr std::string_view title = "decision";
  static constexpr std::pair<Decision, std::string_view> values[] = {{Decision::adopt, "adopt"},
                                                                     {Decision::adapt, "adapt"},
                                                                     {Decision::expand, "expand"},
                                                                     {Decision::abandon, "abandon"}};
};

/// One thing to do in a cycle.
struct Task {
  std::string what;
  std::optional<std::string> who;
  std::optional<std::string> when;
  std::optional<std::string> where;
  friend bool operator==(const Task&, const Task&) = default;
};

/// What will be counted, by whom and how.
struct DataPlan {
  std::string what;
  std::optional<std::string> who;
  std::optional<std::string> how;
  friend bool operator==(const DataPlan&, const DataPlan&) = default;
};

struct Plan {
  std::vector<std::string> questions;
  std::vector<std::string> predictions;
  std::vector<Task> tasks;
  std::optional<DataPlan> data;
  std::optional<text::Date> recorded;
  friend bool operator==(const Plan&, const Plan&) = default;
};

struct Do {
  std::optional<bool> as_planned;
  std::optional<std::string> observed;
  std::optional<std::string> surprises;
  std::optional<text::Date> recorded;
  std::optional<std::string> predictions_hash;  // fingerprint of the predictions when `do` began
  friend bool operator==(const Do&, const Do&) = default;
};

struct Study {
  std::vector<std::string> findings;
  std::vector<Held> predictions_held;
  std::optional<std::string> learning;
  std::optional<text::Date> recorded;
  friend bool operator==(const Study&, const Study&) = default;
};

/// One look at an adopted change.
struct Look {
  text::Date date{};
  Held holds = Held::yes;
  std::optional<std::string> note;
  friend bool operator==(const Look&, const Look&) = default;
};

/// How an adopted change is kept: who, on which agenda, how often somebody looks.
struct Sustain {
  std::optional<std::string> owner;
  std::optional<std::string> agenda;
  std::optional<int> look_every_weeks;
  std::optional<text::Date> next_look;
  std::vector<Look> looks{};
  friend bool operator==(const Sustain&, const Sustain&) = default;
};

struct Act {
  std::optional<Decision> decision;
  std::optional<std::string> reason;
  std::optional<std::string> next;
  std::optional<Sustain> sustain;
  std::optional<text::Date> recorded;
  friend bool operator==(const Act&, const Act&) = default;
};

/// How big a test is; every number is left out when it does not apply.
struct CycleScale {
  std::optional<double> people;
  std::optional<double> referrals;
  std::optional<double> young_people;
  std::optional<double> schools;
  std::optional<double> practices;
  std::optional<double> sites;
  friend bool operator==(const CycleScale&, const CycleScale&) = default;
};

/// What would make the team stop at once: words, and figures that a program can watch.
struct StopRule {
  std::string text;
  std::optional<std::string> measure;
  std::optional<double> above;
  std::optional<double> below;
  int points = 1;
  friend bool operator==(const StopRule&, const StopRule&) = default;
};

/// One Plan-Do-Study-Act cycle.
struct Cycle {
  std::string name;
  CycleKind kind = CycleKind::test;
  text::Date start{};
  std::optional<text::Date> end;
  std::optional<std::string> idea;
  CycleScale scale;
  std::optional<Plan> plan;
  std::optional<Do> do_;
  std::optional<Study> study;
  std::optional<Act> act;
  std::optional<std::string> note;
  friend bool operator==(const Cycle&, const Cycle&) = default;
};

/// A chain of cycles that tests one change at growing scale.
struct Ramp {
  std::string name;
  std::optional<std::string> owner;
  std::optional<std::string> priority;
  std::optional<std::string> driver;
  std::optional<std::string> idea;
  std::vector<std::string> ideas;
  std::optional<std::string> measure;
  std::vector<std::string> balancing;
  std::optional<std::string> change;
  std::optional<std::string> co_produced_with;
  std::optional<StopRule> stop_rule;
  std::optional<double> progress_score;
  Keyed<double> progress;
  Keyed<Cycle> cycles;
  friend bool operator==(const Ramp&, const Ramp&) = default;
};

template <>
struct Description<Task> {
  static constexpr std::string_view title = "task";
  static constexpr std::string_view shorthand = "";
  static constexpr std::string_view identity[] = {"what"};
  static void fields(auto& visit, auto& t) {
    visit("what", t.what, "What is to be done", Rule{}.required().non_empty());
    visit("who", t.who, "Who does it; a role, never a name", Rule{});
    visit("when", t.when, "When", Rule{});
    visit("where", t.where, "Where", Rule{});
  }
};

template <>
struct Description<DataPlan> {
  static constexpr std::string_view title = "data plan";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& d) {
    visit("what", d.what, "What is counted", Rule{}.required().non_empty());
    visit("who", d.who, "Who counts it; a role, never a name", Rule{});
    visit("how", d.how, "How it is written down", Rule{});
  }
};

template <>
struct Description<Plan> {
  static constexpr std::string_view title = "plan";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& p) {
    visit("questions", p.questions, "What the cycle should answer", Rule{});
    visit("predictions", p.predictions, "What the team thinks will happen, with numbers", Rule{});
    visit("tasks", p.tasks, "Who does what, when and where", Rule{}.one_line());
    visit("data", p.data, "What is counted, by whom and how", Rule{}.one_line());
    visit("recorded", p.recorded, "When the plan was written down", Rule{});
  }
};

template <>
struct Description<Do> {
  static constexpr std::string_view title = "do";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& d) {
    visit("as_planned", d.as_planned, "Was it carried out as planned?", Rule{});
    visit("observed", d.observed, "What happened", Rule{});
    visit("surprises", d.surprises, "What nobody expected", Rule{});
    visit("recorded", d.recorded, "When this was written down", Rule{});
    visit("predictions_hash", d.predictions_hash, "Fingerprint of the predictions when doing began", Rule{});
  }
};

template <>
struct Description<Study> {
  static constexpr std::string_view title = "study";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& s) {
    visit("findings", s.findings, "What the data show, beside what was predicted", Rule{});
    visit("predictions_held", s.predictions_held, "Whether each prediction held, in their order",
          Rule{}.one_line().in_order());
    visit("learning", s.learning, "What the team knows now", Rule{});
    visit("recorded", s.recorded, "When this was written down", Rule{});
  }
};

template <>
struct Description<Look> {
  static constexpr std::string_view title = "look";
  static constexpr std::string_view shorthand = "";
  static constexpr std::string_view identity[] = {"date"};
  static void fields(auto& visit, auto& l) {
    visit("date", l.date, "When somebody looked", Rule{}.required());
    visit("holds", l.holds, "Whether the change still holds", Rule{}.required());
    visit("note", l.note, "What was seen", Rule{});
  }
};

template <>
struct Description<StopRule> {
  static constexpr std::string_view title = "stop rule";
  static constexpr std::string_view shorthand = "text";
  static void fields(auto& visit, auto& s) {
    visit("text", s.text, "What would make the team stop at once", Rule{}.required().non_empty());
    visit("measure", s.measure, "The measure that is watched", Rule{}.names("measure"));
    visit("above", s.above, "Stop when figures are above this", Rule{});
    visit("below", s.below, "Stop when figures are below this", Rule{});
    visit("points", s.points, "How many of the latest figures, all of them", Rule{}.at_least(1));
  }
};

template <>
struct Description<Sustain> {
  static constexpr std::string_view title = "sustain plan";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& s) {
    visit("owner", s.owner, "Who keeps it going; a role, never a name", Rule{});
    visit("agenda", s.agenda, "The standing agenda item it is on", Rule{});
    visit("look_every_weeks", s.look_every_weeks, "Weeks between looks at the data",
          Rule{}.at_least(1).smaller_joins());
    visit("next_look", s.next_look, "When the data are looked at next", Rule{}.smaller_joins());
    visit("looks", s.looks, "When somebody looked, and whether it still held", Rule{}.one_line());
  }
};

template <>
struct Description<Act> {
  static constexpr std::string_view title = "act";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& a) {
    visit("decision", a.decision, "Adopt, adapt, expand or abandon", Rule{});
    visit("reason", a.reason, "Why", Rule{});
    visit("next", a.next, "The cycle that follows", Rule{}.names("cycle"));
    visit("sustain", a.sustain, "How an adopted change is kept", Rule{}.one_line());
    visit("recorded", a.recorded, "When this was written down", Rule{});
  }
};

template <>
struct Description<CycleScale> {
  static constexpr std::string_view title = "cycle scale";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& s) {
    visit("people", s.people, "Staff taking part", Rule{}.at_least(0).people());
    visit("referrals", s.referrals, "Referrals", Rule{}.at_least(0).people());
    visit("young_people", s.young_people, "Young people", Rule{}.at_least(0).people());
    visit("schools", s.schools, "Schools", Rule{}.at_least(0));
    visit("practices", s.practices, "GP practices", Rule{}.at_least(0));
    visit("sites", s.sites, "Sites", Rule{}.at_least(0));
  }
};

template <>
struct Description<Cycle> {
  static constexpr std::string_view title = "cycle";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& c) {
    visit("name", c.name, "The test in a few words", Rule{}.required().non_empty());
    visit("kind", c.kind, "Collecting information, testing, or putting in place for good", Rule{});
    visit("start", c.start, "First day", Rule{}.required());
    visit("end", c.end, "Last day, planned or real", Rule{});
    visit("idea", c.idea, "The change idea it tests, where the ramp tests several", Rule{}.names("idea"));
    visit("scale", c.scale, "How big it is", Rule{}.one_line());
    visit("plan", c.plan, "Plan", Rule{});
    visit("do", c.do_, "Do", Rule{});
    visit("study", c.study, "Study", Rule{});
    visit("act", c.act, "Act", Rule{}.one_line());
    visit("note", c.note, "Anything else", Rule{});
  }
};

template <>
struct Description<Ramp> {
  static constexpr std::string_view title = "ramp";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& r) {
    visit("name", r.name, "The change in a few words", Rule{}.required().non_empty());
    visit("owner", r.owner, "Who leads it; a role, never a name", Rule{});
    visit("priority", r.priority, "The priority it serves", Rule{}.names("item"));
    visit("driver", r.driver, "The driver it works on; worked out from its ideas when left out",
          Rule{}.names_or_words("driver"));
    visit("idea", r.idea, "The change idea it tests", Rule{}.names("idea"));
    visit("ideas", r.ideas, "The change ideas it tests, where there are several", Rule{}.names("idea").one_line());
    visit("measure", r.measure, "The measure that should move", Rule{}.names("measure"));
    visit("balancing", r.balancing, "Measures that must not get worse", Rule{}.names("measure").one_line());
    visit("change", r.change, "What is done differently", Rule{});
    visit("co_produced_with", r.co_produced_with, "The young people and families who shaped it", Rule{});
    visit("stop_rule", r.stop_rule, "What would make the team stop at once", Rule{}.one_line());
    visit("progress_score", r.progress_score, "The team's own progress score, 0.5 to 5",
          Rule{}.at_least(0.5).at_most(5));
    visit("progress", r.progress, "The team's own progress scores, 0.5 to 5, by date",
          Rule{}.by_date().at_least(0.5).at_most(5).one_line());
    visit("cycles", r.cycles, "The cycles, in order", Rule{}.defines("cycle").numbered());
  }
};

}  // namespace thrive::model
