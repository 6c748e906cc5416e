// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/assessments.hpp"
#include "libthrive/model/causes.hpp"
#include "libthrive/model/description.hpp"
#include "libthrive/model/drivers.hpp"
#include "libthrive/model/event_logs.hpp"
#include "libthrive/model/events.hpp"
#include "libthrive/model/extracts.hpp"
#include "libthrive/model/gaps.hpp"
#include "libthrive/model/ideas.hpp"
#include "libthrive/model/listening.hpp"
#include "libthrive/model/measures.hpp"
#include "libthrive/model/observations.hpp"
#include "libthrive/model/pathways.hpp"
#include "libthrive/model/people.hpp"
#include "libthrive/model/plan.hpp"
#include "libthrive/model/priorities.hpp"
#include "libthrive/model/ramps.hpp"
#include "libthrive/model/services.hpp"
#include "libthrive/model/sustaining.hpp"
#include "libthrive/model/workforce.hpp"
#include "libthrive/model/workshops.hpp"
#include "libthrive/text/small_numbers.hpp"

namespace thrive::model {

/// Text that looks like personal data but is meant: a helpline number, an invented postcode.
struct Allowance {
  std::string text;
  std::string reason;
  friend bool operator==(const Allowance&, const Allowance&) = default;
};

/// How many children and young people live in the place.
struct Population {
  std::optional<int> age_0_17;
  std::optional<int> age_0_25;
  std::optional<int> year;
  friend bool operator==(const Population&, const Population&) = default;
};

/// What the project is and where.
struct About {
  std::string name;
  std::optional<std::string> locality;
  std::optional<text::Date> started;
  std::optional<text::Date> ends;
  std::vector<std::string> focus;
  std::optional<Population> population;
  Keyed<std::string> roles;
  std::optional<std::string> classification;
  std::optional<std::string> note;
  Keyed<std::string> sectors;
  std::optional<text::SmallNumbers> small_numbers;  // under 5 when left out
  std::vector<Allowance> allow;
  friend bool operator==(const About&, const About&) = default;
};

/// The rule of a project for counts of people that readers do not see.
inline text::SmallNumbers small_numbers(const About& project) {
  return project.small_numbers.value_or(text::SmallNumbers{});
}

/// A finding that somebody has looked at and lets stand for a while.
struct Acceptance {
  std::string code;
  std::optional<std::string> at;  // where: `gaps/S3`, `data/waits.csv`, `data/waits.csv:14`; everywhere when left out
  std::string reason;
  text::Date until;  // the last day on which it counts
  friend bool operator==(const Acceptance&, const Acceptance&) = default;
};

/// A whole project, as its files say it.
struct Project {
  int thrive = 1;  // format version
  About project;
  Keyed<Service> services;
  Keyed<Pathway> pathways;
  Keyed<Observation> observations;
  std::optional<Themes> themes;
  Keyed<Voice> voices;
  Keyed<Instrument> instruments;
  Keyed<Assessment> assessments;
  std::optional<Priorities> priorities;
  Keyed<GapSheet> gaps;
  Keyed<Problem> causes;
  std::optional<Drivers> drivers;
  Keyed<Idea> ideas;
  std::optional<ImplementationPlan> plan;
  Keyed<Meeting> meetings;
  Keyed<Stakeholder> stakeholders;
  Keyed<Communication> communications;
  Keyed<Risk> risks;
  std::optional<Workforce> workforce;
  Keyed<Course> courses;
  Keyed<Workshop> workshops;
  Keyed<Extract> extracts;
  Keyed<EventLogDefinition> event_logs;
  Keyed<Measure> measures;
  Keyed<Ramp> ramps;
  Keyed<Sustaining> sustaining;
  Keyed<Event> events;
  std::vector<Acceptance> accept;
  friend bool operator==(const Project&, const Project&) = default;
};

template <>
struct Description<Allowance> {
  static constexpr std::string_view title = "allowance";
  static constexpr std::string_view shorthand = "";
  static constexpr std::string_view identity[] = {"text"};
  static void fields(auto& visit, auto& a) {
    visit("text", a.text, "The text as it stands in the file", Rule{}.required().non_empty());
    visit("reason", a.reason, "Why it may stay", Rule{}.required().non_empty());
  }
};

template <>
struct Description<text::SmallNumbers> {
  static constexpr std::string_view title = "small numbers";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& s) {
    visit("under", s.under, "Counts of people below this are shown as fewer than it; 0 shows all",
          Rule{}.required().at_least(0));
  }
};

template <>
struct Description<Acceptance> {
  static constexpr std::string_view title = "accepted finding";
  static constexpr std::string_view shorthand = "";
  static constexpr std::string_view identity[] = {"code", "at"};
  static void fields(auto& visit, auto& a) {
    visit("code", a.code, "The word in brackets behind the message", Rule{}.required().non_empty());
    visit("at", a.at, "Where: steps such as gaps/S3, or a file and a line; everywhere when left out", Rule{});
    visit("reason", a.reason, "Why it may stand", Rule{}.required().non_empty());
    visit("until", a.until, "The last day on which it may", Rule{}.required());
  }
};

template <>
struct Description<Population> {
  static constexpr std::string_view title = "population";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& p) {
    visit("age_0_17", p.age_0_17, "From birth to the 18th birthday", Rule{}.at_least(0).people());
    visit("age_0_25", p.age_0_25, "From birth to the 26th birthday", Rule{}.at_least(0).people());
    visit("year", p.year, "The year of the estimate", Rule{});
  }
};

template <>
struct Description<About> {
  static constexpr std::string_view title = "project";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& a) {
    visit("name", a.name, "What the project is called", Rule{}.required().non_empty());
    visit("locality", a.locality, "The place it is about", Rule{});
    visit("started", a.started, "When the work began", Rule{});
    visit("ends", a.ends, "When the project or its money ends", Rule{});
    visit("focus", a.focus, "What is worked on first: groupings or principles", Rule{}.one_line());
    visit("population", a.population, "How many children and young people live in the place", Rule{}.one_line());
    visit("roles", a.roles, "The roles that own things, written once", Rule{}.defines("role"));
    visit("classification", a.classification, "A line that every report carries, such as OFFICIAL", Rule{});
    visit("note", a.note, "Anything else", Rule{});
    visit("sectors", a.sectors, "Sectors this project adds to the built-in ones", Rule{}.defines("sector"));
    visit("small_numbers", a.small_numbers, "Which counts of people readers do not see; those under 5 when left out",
          Rule{}.one_line());
    visit("allow", a.allow, "Text that looks like personal data and is meant", Rule{});
  }
};

template <>
struct Description<Project> {
  static constexpr std::string_view title = "project file";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& p) {
    visit("thrive", p.thrive, "The version of this format", Rule{}.required().at_least(1).at_most(1));
    visit("project", p.project, "What the project is and where", Rule{}.required().one_line());
    visit("services", p.services, "The places young people are, ask, are seen or are helped",
          Rule{}.defines("service"));
    visit("pathways", p.pathways, "How young people move between them", Rule{}.defines("pathway"));
    visit("observations", p.observations, "What the workshop saw", Rule{}.defines("observation").numbered());
    visit("themes", p.themes, "What was heard in interviews", Rule{});
    visit("voices", p.voices, "Wishes and worries, and what became of them", Rule{}.defines("voice").numbered());
    visit("instruments", p.instruments, "Instruments of this project's own", Rule{}.defines("instrument"));
    visit("assessments", p.assessments, "What tables scored", Rule{}.defines("assessment"));
    visit("priorities", p.priorities, "What tables ranked and the room agreed", Rule{});
    visit("gaps", p.gaps, "One gap sheet for each agreed priority", Rule{}.names("item").defines("sheet"));
    visit("causes", p.causes, "Problems and what keeps them going", Rule{}.defines("problem").numbered());
    visit("drivers", p.drivers, "The theory: what drives the aim", Rule{});
    visit("ideas", p.ideas, "Changes that could be tried", Rule{}.defines("idea").numbered());
    visit("plan", p.plan, "Who does what by when, who oversees it, and who helps", Rule{});
    visit("meetings", p.meetings, "Meetings that come again", Rule{}.defines("meeting"));
    visit("stakeholders", p.stakeholders, "Groups and roles that have an interest in the change",
          Rule{}.defines("stakeholder"));
    visit("communications", p.communications, "What is told to whom, how often", Rule{}.defines("communication"));
    visit("risks", p.risks, "What may happen, and who watches it", Rule{}.defines("risk").numbered());
    visit("workforce", p.workforce, "Posts and skills", Rule{});
    visit("courses", p.courses, "Training that was held or is planned", Rule{}.defines("course"));
    visit("workshops", p.workshops, "Workshops, before and after the day", Rule{}.defines("workshop"));
    visit("extracts", p.extracts, "What counts as a wait in an extract of referrals", Rule{}.defines("extract"));
    visit("event_logs", p.event_logs, "How to read what happened to people, one row an event",
          Rule{}.defines("event-log"));
    visit("measures", p.measures, "What is counted every week", Rule{}.defines("measure"));
    visit("ramps", p.ramps, "Plan-Do-Study-Act ramps and their cycles", Rule{}.defines("ramp").numbered());
    visit("sustaining", p.sustaining, "Whether adopted changes are likely to last, by ramp", Rule{}.names("ramp"));
    visit("events", p.events, "What else happened that may move figures", Rule{}.defines("event").numbered());
    visit("accept", p.accept, "Findings that may stand for a while, and why", Rule{});
  }
};

}  // namespace thrive::model
