// SPDX-License-Identifier: MIT
//
// What counts as a wait, as the sectors agreed it: how to read an extract of referrals, one row each. The extract
// itself is never named: it has another name each month, and it is about people.
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

/// The day from which somebody waits.
enum class ClockStart { received, decision, first_contact };
template <>
struct Names<ClockStart> {
  static constexpr std::string_view title = "start of the wait";
  static constexpr std::pair<ClockStart, std::string_view> values[] = {{ClockStart::received, "received"},
                                                                       {ClockStart::decision, "decision"},
                                                                       {ClockStart::first_contact, "first-contact"}};
};

/// The day on which the wait is over. full: the latest of first contact (or indirect activity), baseline outcome and
/// care plan, all of which must be there.
enum class ClockStop {
  decision,
  first_contact,
  first_contact_or_indirect,
  second_contact,
  care_plan,
  baseline_outcome,
  full
};
template <>
struct Names<ClockStop> {
  static constexpr std::string_view title = "end of the wait";
  static constexpr std::pair<ClockStop, std::string_view> values[] = {
      {ClockStop::decision, "decision"},
      {ClockStop::first_contact, "first-contact"},
      {ClockStop::first_contact_or_indirect, "first-contact-or-indirect"},
      {ClockStop::second_contact, "second-contact"},
      {ClockStop::care_plan, "care-plan"},
      {ClockStop::baseline_outcome, "baseline-outcome"},
      {ClockStop::full, "full"}};
};

/// How small numbers of people are kept from being told. mhsds: under 5 hidden, others to the nearest 5; lt5 and lt10:
/// under 5 hidden, others exact under lt5; under 10 hidden, others exact under lt10.
enum class Suppression { mhsds, lt5, lt10 };
template <>
struct Names<Suppression> {
  static constexpr std::string_view title = "rule for small numbers";
  static constexpr std::pair<Suppression, std::string_view> values[] = {
      {Suppression::mhsds, "mhsds"}, {Suppression::lt5, "lt5"}, {Suppression::lt10, "lt10"}};
};

/// What a computed measure takes from an extract, week by week.
enum class WaitStatistic { median_wait, share_within, received, stopped, left, waiting };
template <>
struct Names<WaitStatistic> {
  static constexpr std::string_view title = "statistic of waits";
  static constexpr std::pair<WaitStatistic, std::string_view> values[] = {{WaitStatistic::median_wait, "median-wait"},
                                                                          {WaitStatistic::share_within, "share-within"},
                                                                          {WaitStatistic::received, "received"},
                                                                          {WaitStatistic::stopped, "stopped"},
                                                                          {WaitStatistic::left, "left"},
                                                                          {WaitStatistic::waiting, "waiting"}};
};

/// The columns of an extract, by what they hold: each names a title as it stands in the file.
struct ExtractColumns {
  std::optional<std::string> id;
  std::optional<std::string> person;
  std::optional<std::string> received;
  std::optional<std::string> decision;
  std::optional<std::string> first_contact;
  std::optional<std::string> indirect;
  std::optional<std::string> second_contact;
  std::optional<std::string> care_plan;
  std::optional<std::string> baseline_outcome;
  std::optional<std::string> closed;
  std::optional<std::string> close_reason;
  std::optional<std::string> age;
  friend bool operator==(const ExtractColumns&, const ExtractColumns&) = default;
};

/// The wait that is promised. Two national meanings of "within 28 days" exist, so which one is meant is always said.
struct Within {
  int days = 0;
  bool inclusive = false;
  friend bool operator==(const Within&, const Within&) = default;

  /// The last day that still counts.
  int last_day() const { return inclusive ? days : days - 1; }
};

/// An extract of referrals, and what counts as a wait in it.
struct Extract {
  std::optional<std::string> name;
  std::optional<std::string> source;
  std::optional<std::string> extracted_by;
  Keyed<std::string> per_sector;
  ExtractColumns columns;
  Keyed<OneOrMany<std::string>> scope;
  ClockStart start = ClockStart::received;
  ClockStop stop = ClockStop::first_contact;
  Within within;
  std::optional<int> spell_days;
  std::vector<std::string> split_by;
  Keyed<Keyed<std::string>> values;
  int provisional_weeks = 2;
  std::optional<text::Date> covers_from;
  int queue_weeks = 13;
  std::optional<Suppression> suppress;
  std::optional<std::string> note;
  friend bool operator==(const Extract&, const Extract&) = default;
};

/// Where the figures of a measure come from: they are worked out of an extract, and not entered.
struct Computed {
  std::string extract;
  WaitStatistic statistic = WaitStatistic::median_wait;
  Keyed<OneOrMany<std::string>> only;
  friend bool operator==(const Computed&, const Computed&) = default;
};

template <>
struct Description<ExtractColumns> {
  static constexpr std::string_view title = "columns of an extract";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& c) {
    visit("id", c.id, "The referral's key; a second row with it is left out", Rule{}.non_empty());
    visit("person", c.person, "The person's key, for spells", Rule{}.non_empty());
    visit("received", c.received, "The day the referral was received", Rule{}.non_empty());
    visit("decision", c.decision, "The day it was decided what happens next", Rule{}.non_empty());
    visit("first_contact", c.first_contact, "The first contact that was attended", Rule{}.non_empty());
    visit("indirect", c.indirect, "The first indirect activity, such as a talk with the school", Rule{}.non_empty());
    visit("second_contact", c.second_contact, "The second contact that was attended", Rule{}.non_empty());
    visit("care_plan", c.care_plan, "The day a care plan was agreed", Rule{}.non_empty());
    visit("baseline_outcome", c.baseline_outcome, "The day of the first outcome score", Rule{}.non_empty());
    visit("closed", c.closed, "The day the referral was closed", Rule{}.non_empty());
    visit("close_reason", c.close_reason, "Why it was closed", Rule{}.non_empty());
    visit("age", c.age, "The age at referral, in years", Rule{}.non_empty());
  }
};

template <>
struct Description<Within> {
  static constexpr std::string_view title = "wait that is promised";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& w) {
    visit("days", w.days, "How many days", Rule{}.required().at_least(1).at_most(7305));
    visit("inclusive", w.inclusive, "true: that day itself still counts; false: the day before it is the last",
          Rule{}.required());
  }
};

template <>
struct Description<Extract> {
  static constexpr std::string_view title = "extract";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& e) {
    visit("name", e.name, "What it holds, in words", Rule{}.non_empty());
    visit("source", e.source, "The system and table it comes from", Rule{});
    visit("extracted_by", e.extracted_by, "Who extracts it; a role, never a name", Rule{});
    visit("per_sector", e.per_sector, "What the words mean in each sector", Rule{});
    visit("columns", e.columns, "The columns by what they hold: each names a title as it stands in the file",
          Rule{}.required());
    visit("scope", e.scope, "Which referrals count: of these columns, only rows with one of these values",
          Rule{}.free_keys().non_empty().one_line());
    visit("start", e.start, "The day from which somebody waits", Rule{}.required());
    visit("stop", e.stop, "The day on which the wait is over", Rule{}.required());
    visit("within", e.within, "The wait that is promised", Rule{}.required().one_line());
    visit("spell_days", e.spell_days,
          "Referrals of one person belong together when the next comes at most so many days after the last was closed",
          Rule{}.at_least(0).at_most(365));
    visit("split_by", e.split_by, "Columns by whose values waits are told apart", Rule{}.non_empty().one_line());
    visit("values", e.values, "How the values of a column are shown: {COLUMN: {what stands there: what is shown}}",
          Rule{}.free_keys().non_empty());
    visit("provisional_weeks", e.provisional_weeks, "How many of the latest weeks may still change",
          Rule{}.at_least(0).at_most(104));
    visit("covers_from", e.covers_from, "The extract holds every referral received from this day on", Rule{});
    visit("queue_weeks", e.queue_weeks, "How many weeks the arithmetic of the queue looks at",
          Rule{}.at_least(4).at_most(520));
    visit("suppress", e.suppress, "How small numbers of people are kept from being told; mhsds when left out", Rule{});
    visit("note", e.note, "Anything else", Rule{});
  }
};

template <>
struct Description<Computed> {
  static constexpr std::string_view title = "computed measure";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& c) {
    visit("extract", c.extract, "The extract it is worked out of", Rule{}.required().names("extract"));
    visit("statistic", c.statistic, "What is taken from it, week by week", Rule{}.required());
    visit("only", c.only, "Only referrals with one of these values in these columns",
          Rule{}.free_keys().non_empty().one_line());
  }
};

}  // namespace thrive::model
