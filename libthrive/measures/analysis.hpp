// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/measures/rule_set.hpp"
#include "libthrive/model/measures.hpp"
#include "libthrive/model/series.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::measures {

/// What to read a series with. The series itself is a model::Series, sorted by date.
struct Settings {
  Chart chart = Chart::xmr;
  RuleSet rules;
  model::Better better = model::Better::neither;
  std::optional<double> target;
  std::optional<model::Baseline> baseline;  // limits of every segment are fixed on its baseline points
  std::vector<text::Date> rebase;           // first dates of new segments, any order
  std::vector<text::Date> exclude;          // out of centre, limits and runs; still shown
  std::optional<bool> screening;            // leave out very large moving ranges, whatever the rule set says
  double scale = 1;                         // values are this times numerator / denominator: 100 for percent
  std::optional<model::Frequency> frequency;
  int provisional = 0;              // so many of the latest points may still change
  std::optional<text::Date> as_of;  // today, for what is stale
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
  std::optional<double> value;  // as plotted; on a moving range chart the range
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
  std::vector<FiredRule> rules;  // all that fired, in the rule set's order
  std::optional<Rule> label;     // the first of them
  Reading reading = Reading::common_cause;
};

enum class LimitKind { fixed, trial };

/// Points that share centre and limits.
struct Segment {
  std::size_t begin = 0;  // first row, and one behind the last
  std::size_t end = 0;
  text::Date start{};
  std::size_t present = 0;
  std::optional<double> centre;
  std::optional<double> lower;  // of the last row where they vary
  std::optional<double> upper;
  std::optional<LimitKind> limits;
  bool varying = false;
  bool is_short = false;
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

/// A series, read.
struct Analysis {
  Settings settings;
  std::size_t points = 0;
  std::size_t missing = 0;
  std::vector<Segment> segments;
  std::vector<AnalysedPoint> data;
  std::vector<Runs> runs;
  Variation variation = Variation::common_cause;
  std::optional<Assurance> assurance;
  std::optional<double> chance_to_meet_target;  // 0..1, of the next point, if nothing changes; normal spread
  bool stale = false;                           // the latest row has no value, or the latest value is old
  std::optional<std::size_t> latest;            // the row that the icons speak of
  std::optional<double> false_alarm_percent;
  int decimals = 0;  // digits behind the point that the figures need: 0 to 3, no more than they were given with
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
