// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"
#include "libthrive/model/extracts.hpp"

namespace thrive::model {

enum class MeasureType { outcome, process, balancing, context };
template <>
struct Names<MeasureType> {
  static constexpr std::string_view title = "measure type";
  static constexpr std::pair<MeasureType, std::string_view> values[] = {{MeasureType::outcome, "outcome"},
                                                                        {MeasureType::process, "process"},
                                                                        {MeasureType::balancing, "balancing"},
                                                                        {MeasureType::context, "context"}};
};

/// Which way is improvement.
enum class Better { lower, higher, neither };
template <>
struct Names<Better> {
  static constexpr std::string_view title = "better";
  static constexpr std::pair<Better, std::string_view> values[] = {
      {Better::lower, "lower"}, {Better::higher, "higher"}, {Better::neither, "neither"}};
};

enum class Frequency { daily, weekly, fortnightly, four_weekly, monthly, quarterly, yearly };
template <>
struct Names<Frequency> {
  static constexpr std::string_view title = "frequency";
  static constexpr std::pair<Frequency, std::string_view> values[] = {{Frequency::daily, "daily"},
                                                                      {Frequency::weekly, "weekly"},
                                                                      {Frequency::fortnightly, "fortnightly"},
                                                                      {Frequency::four_weekly, "four-weekly"},
                                                                      {Frequency::monthly, "monthly"},
                                                                      {Frequency::quarterly, "quarterly"},
                                                                      {Frequency::yearly, "yearly"}};
};

/// The points that limits are fixed on: the first so many, or a stretch of dates, both ends included.
struct Baseline {
  std::optional<int> points;
  std::optional<text::Date> from;
  std::optional<text::Date> to;
  friend bool operator==(const Baseline&, const Baseline&) = default;
};

/// A date from which limits are worked out anew, and why.
struct Rebase {
  text::Date at{};
  std::string reason;  // a cycle id, or words
  friend bool operator==(const Rebase&, const Rebase&) = default;
};

struct Target {
  double value = 0;
  std::optional<text::Date> by;
  friend bool operator==(const Target&, const Target&) = default;
};

/// One of several targets: a step of one that changes with time, or one of somebody else.
struct DatedTarget {
  double value = 0;
  std::optional<text::Date> from;   // in force from this date on; from the beginning when left out
  std::optional<text::Date> until;  // and up to this one; until the next of the same name when left out
  std::optional<std::string>
      name;  // of a second target, such as "local"; the one that the measure is judged by has none
  friend bool operator==(const DatedTarget&, const DatedTarget&) = default;
};

/// A point left out of centre and limits, and why.
struct Exclusion {
  text::Date at{};
  std::string reason;
  friend bool operator==(const Exclusion&, const Exclusion&) = default;
};

/// When sectors agreed what the words of a measure mean for each of them.
struct SectorsAgreed {
  text::Date date{};
  std::optional<std::string> by;
  friend bool operator==(const SectorsAgreed&, const SectorsAgreed&) = default;
};

/// Something counted or timed every week.
struct Measure {
  std::string name;
  MeasureType type = MeasureType::outcome;
  std::optional<std::string> unit;
  std::optional<double> per;
  Better better = Better::neither;
  std::optional<std::string> definition;
  std::optional<std::string> numerator;
  std::optional<std::string> denominator;
  std::optional<std::string> source;
  std::optional<std::string> extracted_by;
  Keyed<std::string> per_sector;
  std::optional<SectorsAgreed> per_sector_agreed;
  std::vector<std::string> levels;
  OneOrMany<std::string> expects;
  std::optional<text::Date> reviewed;
  Frequency frequency = Frequency::weekly;
  std::string data;
  std::optional<Computed> computed;
  std::optional<std::string> chart;
  std::optional<std::string> rules;
  std::optional<Baseline> baseline;
  std::vector<Rebase> rebase;
  std::vector<Exclusion> exclude;
  std::optional<Target> target;
  std::vector<DatedTarget> targets;
  std::optional<int> provisional;
  std::optional<std::string> note;
  friend bool operator==(const Measure&, const Measure&) = default;
};

template <>
struct Description<Baseline> {
  static constexpr std::string_view title = "baseline";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& b) {
    visit("points", b.points, "The first so many points", Rule{}.at_least(2));
    visit("from", b.from, "The first date, included", Rule{});
    visit("to", b.to, "The last date, included", Rule{});
  }
};

template <>
struct Description<Rebase> {
  static constexpr std::string_view title = "rebase";
  static constexpr std::string_view shorthand = "";
  static constexpr std::string_view identity[] = {"at"};
  static void fields(auto& visit, auto& r) {
    visit("at", r.at, "The first date that counts anew", Rule{}.required());
    visit("reason", r.reason, "The cycle that changed the process, or why",
          Rule{}.required().non_empty().names_or_words("cycle"));
  }
};

template <>
struct Description<Target> {
  static constexpr std::string_view title = "target";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& t) {
    visit("value", t.value, "The value aimed at, in the measure's unit", Rule{}.required());
    visit("by", t.by, "By when", Rule{});
  }
};

template <>
struct Description<DatedTarget> {
  static constexpr std::string_view title = "dated target";
  static constexpr std::string_view shorthand = "";
  static constexpr std::string_view identity[] = {"name", "from"};
  static void fields(auto& visit, auto& t) {
    visit("value", t.value, "The value aimed at, in the measure's unit", Rule{}.required());
    visit("from", t.from, "The first date it is in force; from the beginning when left out", Rule{});
    visit("until", t.until, "The last date it is in force; until the next one begins when left out", Rule{});
    visit("name", t.name, "The name of a second target, such as local; the one to judge by has none",
          Rule{}.non_empty());
  }
};

template <>
struct Description<Exclusion> {
  static constexpr std::string_view title = "exclusion";
  static constexpr std::string_view shorthand = "";
  static constexpr std::string_view identity[] = {"at"};
  static void fields(auto& visit, auto& e) {
    visit("at", e.at, "The date of the point", Rule{}.required());
    visit("reason", e.reason, "Why it does not speak for the process", Rule{}.required().non_empty());
  }
};

template <>
struct Description<SectorsAgreed> {
  static constexpr std::string_view title = "agreement of sectors";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& a) {
    visit("date", a.date, "When they agreed", Rule{}.required());
    visit("by", a.by, "Who agreed; roles, never names", Rule{});
  }
};

template <>
struct Description<Measure> {
  static constexpr std::string_view title = "measure";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& m) {
    visit("name", m.name, "What is measured, in words that fit above a chart", Rule{}.required().non_empty());
    visit("type", m.type, "What it tells about a change", Rule{});
    visit("unit", m.unit, "The unit; 'percent' when the data have a numerator and a denominator", Rule{});
    visit("per", m.per, "Of a rate: numerator / denominator times this, as 1000 for a rate per 1,000",
          Rule{}.at_least(1));
    visit("better", m.better, "Which way is improvement", Rule{});
    visit("definition", m.definition, "What is counted, from when to when, and what is left out", Rule{});
    visit("numerator", m.numerator, "What is counted above the line", Rule{});
    visit("denominator", m.denominator, "What is counted below the line", Rule{});
    visit("source", m.source, "The system and table it comes from", Rule{});
    visit("extracted_by", m.extracted_by, "Who extracts it; a role, never a name", Rule{});
    visit("per_sector", m.per_sector, "What the words mean in each sector", Rule{});
    visit("per_sector_agreed", m.per_sector_agreed, "When the sectors agreed on those words", Rule{}.one_line());
    visit("levels", m.levels, "The levels of the system that look at it", Rule{}.from("levels").one_line());
    visit("expects", m.expects, "The effect of the framework that it shows",
          Rule{}.from("expected-effects").one_line());
    visit("reviewed", m.reviewed, "When somebody last asked whether it is still the right measure", Rule{});
    visit("frequency", m.frequency, "How often a figure is made", Rule{});
    visit("data", m.data, "The CSV file with the figures, inside the project folder", Rule{}.required().path());
    visit("computed", m.computed, "Where the figures come from when they are worked out of an extract",
          Rule{}.one_line());
    visit("chart", m.chart, "The chart that suits it", Rule{}.from("charts"));
    visit("rules", m.rules, "The rule set that reads it", Rule{}.from("rule-sets"));
    visit("baseline", m.baseline, "The points that limits are fixed on", Rule{}.one_line());
    visit("rebase", m.rebase, "Dates from which limits are worked out anew", Rule{}.one_line());
    visit("exclude", m.exclude, "Points left out of centre and limits", Rule{}.one_line());
    visit("target", m.target, "The value aimed at", Rule{}.one_line());
    visit("targets", m.targets, "A target that changes with time, by date, and a second one by name",
          Rule{}.one_line());
    visit("provisional", m.provisional, "How many of the latest points may still change", Rule{}.at_least(0));
    visit("note", m.note, "Anything else", Rule{});
  }
};

}  // namespace thrive::model
