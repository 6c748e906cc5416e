// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/measures/chart.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::measures {

/// What can make a single point special.
enum class Rule { outside, trend, two_in_three, shift, astronomical };

/// How a run of points on one side of the centre line becomes a shift.
struct ShiftRule {
  int length = 0;            // this many points, or
  bool longest_run = false;  // longer than chance allows for this many useful points (Anhoej)
  bool skip_centre = false;  // points on the centre line and missing values neither count nor break
};

/// How points that rise or fall without a break become a trend.
struct TrendRule {
  int length = 0;
  bool skip_ties = false;  // equal neighbours and missing values neither count nor break
};

/// Two of three points far from the centre, all three on one side of it.
struct TwoInThreeRule {
  bool count_outside = false;  // points beyond the limits count as far out too
};

/// The fewest and most runs that are usual for so many points off the median.
struct RunsLimits {
  int useful = 0;
  int lower = 0;
  int upper = 0;
};

/// Which of several readings of one point is shown.
enum class Conflict { first_rule, improvement_first };

/// A named and versioned way of reading a chart. All of it is data: libthrive/data/rules/NAME.yaml.
struct RuleSet {
  std::string name;
  std::string version;
  std::string title;
  std::string source;
  Chart chart = Chart::xmr;  // when no chart is asked for
  std::vector<Rule> order;   // the rules that are looked at; the first that applies labels the point
  std::optional<ShiftRule> shift;
  std::optional<TrendRule> trend;
  std::optional<TwoInThreeRule> two_in_three;
  bool runs_signal = false;            // too few crossings, or too long a run, is a signal (Anhoej)
  std::vector<RunsLimits> runs_table;  // too few or too many runs is a signal; worked out beyond the table (IHI)
  double limit_factor = 2.66;          // XmR: limits lie this many mean moving ranges from the mean
  std::optional<double> screening;     // XmR: ranges from this many times their mean on are left out once
  Conflict conflict = Conflict::first_rule;
  bool to_the_letter = false;  // repeat what the named program does where we would do better
  int short_below = 13;        // a segment with fewer points is called short
  bool own_lengths = false;    // lengths were changed from the ones that the name stands for
};

/// Reads a rule set from its file's tree, every scalar text. Everything wrong with it is added to `problems` under the
/// name of the file.
std::optional<RuleSet> read_rule_set(const text::Value& tree, const std::string& file, text::Diagnostics& problems);

}  // namespace thrive::measures

namespace thrive::model {

template <>
struct Names<measures::Rule> {
  static constexpr std::string_view title = "rule";
  static constexpr std::pair<measures::Rule, std::string_view> values[] = {
      {measures::Rule::outside, "outside"},
      {measures::Rule::trend, "trend"},
      {measures::Rule::two_in_three, "two-in-three"},
      {measures::Rule::shift, "shift"},
      {measures::Rule::astronomical, "astronomical"}};
};

}  // namespace thrive::model
