// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/measures/analysis.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::measures {

/// True when the rules call anything in a series special. Candidate astronomical points, which people judge, do not
/// count.
bool shows_signal(const Analysis& analysis);

/// Which charts share a table: their limits come from the differences between neighbours, from the numbers counted
/// (p, u, c), or there are none. Nothing for charts whose figures are not near normal (g, t) or not independent (mr).
std::optional<std::string_view> false_alarm_kind(Chart chart);

/// How to simulate one stretch of stable, normal, independent figures.
struct Simulation {
  std::size_t points = 0;
  std::optional<int> baseline_points;
  std::size_t series = 20000;
  std::uint64_t seed = 20240101;
};
/// Share (0..1) of simulated stable series that show a signal under these rules. The same seed gives the same answer.
double simulate_false_alarms(const RuleSet& rules, Chart chart, const Simulation& simulation);

/// Chances simulated beforehand: libthrive/data/false-alarms.yaml, made by tests/measures/false_alarms.cpp.
class FalseAlarmTable {
 public:
  /// Reads the file's tree; an empty table when it is not one.
  static FalseAlarmTable read(const text::Value& tree);
  /// Share for one segment, between the simulated lengths by straight lines; nothing for a rule set or chart that the
  /// table does not have, or one whose lengths were changed.
  std::optional<double> share(const RuleSet& rules, Chart chart, std::size_t points,
                              std::optional<int> baseline_points) const;

 private:
  std::vector<double> lengths_;
  std::map<std::string, std::vector<double>, std::less<>> shares_;  // "nhs xmr 20": by length
};

/// The chance in percent that a stable series of this length, cut into these segments, shows a signal under these
/// rules. From the table; simulated on the spot, 2,000 series, for lengths of one's own. Nothing where neither is
/// possible.
std::optional<double> false_alarm_percent(const Analysis& analysis, const FalseAlarmTable& table);

}  // namespace thrive::measures
