// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/measures/rule_set.hpp"
#include "libthrive/measures/spacing.hpp"
#include "libthrive/model/figures.hpp"
#include "libthrive/model/measures.hpp"
#include "libthrive/model/series.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::measures {

/// What to read a series with. The series itself is a model::Series, sorted by date.
struct Settings {
  Chart chart = Chart::xmr;
  RuleSet rules;
  model::Better better = model::Better::neither;
  std::optional<double> target;                   // where no entry without a name is among `targets`
  std::vector<model::DatedTarget> targets;        // steps of the target, and second ones by name
  std::optional<std::string> unit;                // of the measure's value
  std::optional<model::Better> better_of_points;  // asked for what the chart plots, where that is not the value
  std::optional<double> target_of_points;         // the same
  std::optional<model::Baseline> baseline;        // limits of every segment are fixed on its baseline points
  std::vector<text::Date> rebase;                 // first dates of new segments, any order
  std::vector<text::Date> exclude;                // out of centre, limits and runs; still shown
  std::optional<bool> screening;                  // leave out very large moving ranges, whatever the rule set says
  double scale = 1;                               // values are this times numerator / denominator: 100 for percent
  std::optional<model::Frequency> frequency;
  int provisional = 0;              // so many of the latest points may still change
  std::optional<text::Date> as_of;  // today, for what is late and for periods that are not over
  bool names_as_of = false;         // somebody asked for that day, so it is told
  std::optional<double> most;       // the largest value there can be: 100 for percent
  bool quick = false;               // for simulations: signals only, no checks of the data
};

enum class Direction { high, low, up, down };

/// A rule that a point is a member of.
struct FiredRule {
  Rule rule = Rule::outside;
  Direction direction = Direction::high;
  std::size_t from = 0;  // first and last row of the window
  std::size_t to = 0;
  int length = 1;               // points in the window that count
  int needed = 1;               // points that would have been enough
  std::optional<double> limit;  // the line that was crossed
};

enum class Reading { common_cause, improvement, concern, high, low };

/// One row of the series with everything that was found about it. A value that does not exist is nothing, never 0.
struct AnalysedPoint {
  text::Date date{};
  std::optional<double> value;     // as plotted; on a moving range chart the range
  std::optional<double> measured;  // the measure's own value, whatever is plotted
  std::optional<double> target;    // in force on the date
  std::optional<double> numerator;
  std::optional<double> denominator;
  std::size_t segment = 0;
  std::optional<double> centre;
  std::optional<double> lower;
  std::optional<double> upper;
  std::optional<double> near_lower;  // two thirds of the way to the limit
  std::optional<double> near_upper;
  std::optional<int> side;  // -1 below the centre, 0 exactly on it, 1 above
  std::optional<bool> outside;
  std::optional<bool> near_limit;  // beyond the near line, not beyond the limit
  bool excluded = false;
  bool baseline = false;
  bool provisional = false;
  bool unfinished = false;       // its period is not over: shown, and no part of anything that is judged
  std::vector<FiredRule> rules;  // all that fired, in the rule set's order
  std::optional<Rule> label;     // the first of them
  Reading reading = Reading::common_cause;

  /// No part of centre, limits, runs and verdict.
  bool is_left_out() const { return excluded || unfinished; }
};

enum class LimitKind { fixed, trial };

/// Points that share centre and limits.
struct Segment {
  std::size_t begin = 0;  // first row, and one behind the last
  std::size_t end = 0;
  text::Date start{};
  std::size_t present = 0;
  std::size_t usable = 0;  // points to judge by: with a value and over; all rows where a program counts so
  std::size_t base = 0;    // of the points with a value, those that centre and limits rest on
  std::optional<double> centre;
  std::optional<double> lower;  // of the last row where they vary
  std::optional<double> upper;
  std::optional<LimitKind> limits;
  bool varying = false;
  bool is_short = false;           // fewer usable points than the rule set wants
  bool is_judged = true;           // false: nothing that rests on limits or rules may be shown or said of it
  std::size_t ranges = 0;          // moving ranges there are
  std::size_t screened = 0;        // of them left out
  std::optional<double> sigma;     // a third of the way from centre to limit, before clipping; of the last row
  bool screening_refused = false;  // screening would have left out most ranges, or all
  bool growing = false;            // a growing list: no limits belong on it
};

/// Runs of a segment about its centre (Anhoej and Olesen 2014).
struct Runs {
  std::size_t segment = 0;
  int useful = 0;
  int longest_run = 0;
  int longest_run_limit = 0;
  int crossings = 0;
  int crossings_limit = 0;
  bool signal = false;
  // IHI: runs = crossings + 1 against a table.
  std::optional<int> runs;
  std::optional<int> fewest_runs;
  std::optional<int> most_runs;
};

enum class Variation {
  common_cause,
  improvement_high,
  improvement_low,
  concern_high,
  concern_low,
  neutral_high,
  neutral_low
};
enum class Assurance { pass, fail, hit_or_miss };

/// The range that the plotted figures can take, as far as it is known.
struct Possible {
  std::optional<double> least, most;
};

/// How many of the latest values met the target that was in force on their dates; at most twelve.
struct Met {
  std::string target;  // its name; empty for the one that the measure is judged by
  int points = 0;
  int met = 0;
};

/// How long the latest value has been the latest.
struct Late {
  int days = 0;
  int periods = 0;
  model::Frequency frequency = model::Frequency::weekly;
};

/// A series, read.
struct Analysis {
  Settings settings;                                       // of what is plotted
  bool plots_value = true;                                 // the points are the measure's own value
  model::Better better_of_value = model::Better::neither;  // of the measure, whatever is plotted
  std::size_t points = 0;
  std::size_t missing = 0;
  std::vector<Segment> segments;
  std::vector<AnalysedPoint> data;
  std::vector<Runs> runs;
  std::optional<Variation> variation;  // nothing where there are too few figures, or none to be believed
  std::optional<Assurance> assurance;
  std::optional<double> chance_to_meet_target;  // 0..1, of the next point, if nothing changes; normal spread
  bool has_shifted = false;                     // the latest points left the centre for good: limits are of the past
  std::vector<Met> met;                         // of each target there is, the one to judge by first
  bool stale = false;                           // the latest row has no value, or the latest value is old
  std::optional<Late> late;                     // the latest value is old
  bool doubts_scale = false;                    // figures and targets cannot both be percentages: none is held to them
  std::optional<model::FarFigure> far;          // to be looked at before anything is judged
  std::optional<std::size_t> latest;            // the row that the icons speak of
  std::optional<double> false_alarm_percent;
  Possible possible;
  int decimals = 0;        // digits behind the point that tell the figures apart, no more than they were given with
  int limit_decimals = 0;  // the same of limits, see decimals.hpp
  std::vector<findings::Finding> warnings;
};

/// Reads a series. Never fails: what cannot be worked out is missing, and a warning says why.
Analysis analyse(const model::Series& series, const Settings& settings);

/// The settings that a measure of a project asks for, under a rule set.
Settings settings_of(const model::Measure& measure, RuleSet rules);

}  // namespace thrive::measures

namespace thrive::model {

template <>
struct Names<measures::Direction> {
  static constexpr std::string_view title = "direction";
  static constexpr std::pair<measures::Direction, std::string_view> values[] = {{measures::Direction::high, "high"},
                                                                                {measures::Direction::low, "low"},
                                                                                {measures::Direction::up, "up"},
                                                                                {measures::Direction::down, "down"}};
};
template <>
struct Names<measures::Reading> {
  static constexpr std::string_view title = "reading";
  static constexpr std::pair<measures::Reading, std::string_view> values[] = {
      {measures::Reading::common_cause, "common-cause"},
      {measures::Reading::improvement, "improvement"},
      {measures::Reading::concern, "concern"},
      {measures::Reading::high, "high"},
      {measures::Reading::low, "low"}};
};
template <>
struct Names<measures::LimitKind> {
  static constexpr std::string_view title = "limits";
  static constexpr std::pair<measures::LimitKind, std::string_view> values[] = {{measures::LimitKind::fixed, "fixed"},
                                                                                {measures::LimitKind::trial, "trial"}};
};
template <>
struct Names<measures::Variation> {
  static constexpr std::string_view title = "variation";
  static constexpr std::pair<measures::Variation, std::string_view> values[] = {
      {measures::Variation::common_cause, "common-cause"},
      {measures::Variation::improvement_high, "improvement-high"},
      {measures::Variation::improvement_low, "improvement-low"},
      {measures::Variation::concern_high, "concern-high"},
      {measures::Variation::concern_low, "concern-low"},
      {measures::Variation::neutral_high, "neutral-high"},
      {measures::Variation::neutral_low, "neutral-low"}};
};
template <>
struct Names<measures::Assurance> {
  static constexpr std::string_view title = "assurance";
  static constexpr std::pair<measures::Assurance, std::string_view> values[] = {
      {measures::Assurance::pass, "pass"},
      {measures::Assurance::fail, "fail"},
      {measures::Assurance::hit_or_miss, "hit-or-miss"}};
};

}  // namespace thrive::model
