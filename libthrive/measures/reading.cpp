// SPDX-License-Identifier: MIT
#include "libthrive/measures/reading.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "libthrive/measures/statistics.hpp"
#include "libthrive/measures/targets.hpp"

namespace thrive::measures {

using model::Better;

Reading reading_of(Direction direction, Better better) {
  const bool high = direction == Direction::high || direction == Direction::up;
  if (better == Better::neither) return high ? Reading::high : Reading::low;
  return high == (better == Better::higher) ? Reading::improvement : Reading::concern;
}

void read_point(AnalysedPoint& point, const RuleSet& rules, Better better) {
  if (point.rules.empty()) return;
  point.label = point.rules.front().rule;
  point.reading = reading_of(point.rules.front().direction, better);
  if (rules.conflict != Conflict::improvement_first) return;
  for (const FiredRule& fired : point.rules)
    if (reading_of(fired.direction, better) == Reading::improvement) point.reading = Reading::improvement;
}

std::optional<std::size_t> latest_row(const Analysis& analysis) {
  const auto& data = analysis.data;
  if (data.empty()) return std::nullopt;
  if (analysis.settings.rules.to_the_letter) return data.size() - 1;
  for (std::size_t row = data.size(); row-- > 0;)
    if (data[row].value && !data[row].is_left_out()) return row;
  return std::nullopt;
}

const Segment& latest_segment(const Analysis& analysis) {
  return analysis.segments[analysis.data[*analysis.latest].segment];
}

const Runs& latest_runs(const Analysis& analysis) { return analysis.runs[analysis.data[*analysis.latest].segment]; }

namespace {

Variation icon_of(Reading reading, Better better) {
  const bool higher = better == Better::higher;
  switch (reading) {
    case Reading::improvement:
      return higher ? Variation::improvement_high : Variation::improvement_low;
    case Reading::concern:
      return higher ? Variation::concern_low : Variation::concern_high;
    case Reading::high:
      return Variation::neutral_high;
    case Reading::low:
      return Variation::neutral_low;
    case Reading::common_cause:
      break;
  }
  return Variation::common_cause;
}

/// Where the process is now: the side that most of the latest useful points lie on.
Direction side_of_late(const Analysis& analysis, const Runs& runs) {
  int looked_at = 0;
  int sum = 0;
  int latest = 0;
  const Segment& segment = analysis.segments[runs.segment];
  for (std::size_t row = segment.end; row-- > segment.begin && looked_at < runs.longest_run_limit;) {
    const AnalysedPoint& point = analysis.data[row];
    if (point.is_left_out() || !point.side || *point.side == 0) continue;
    if (looked_at++ == 0) latest = *point.side;
    sum += *point.side;
  }
  return (sum == 0 ? latest : sum) > 0 ? Direction::high : Direction::low;
}

}  // namespace

Variation variation_of(const Analysis& analysis) {
  const Better better = analysis.settings.better;
  if (!analysis.latest) return Variation::common_cause;
  if (latest_segment(analysis).growing)
    return icon_of(reading_of(side_of_late(analysis, latest_runs(analysis)), better), better);
  const Reading latest = analysis.data[*analysis.latest].reading;
  if (latest != Reading::common_cause || analysis.runs.empty()) return icon_of(latest, better);
  const Runs& runs = latest_runs(analysis);
  const RuleSet& rules = analysis.settings.rules;
  const bool few = runs.runs && *runs.runs < *runs.fewest_runs;
  const bool many = runs.runs && *runs.runs > *runs.most_runs;
  if ((rules.runs_signal && runs.signal) || few)
    return icon_of(reading_of(side_of_late(analysis, runs), better), better);
  // Values that jump from side to side have no direction.
  if (many) return icon_of(reading_of(side_of_late(analysis, runs), Better::neither), Better::neither);
  return Variation::common_cause;
}

namespace {

/// True when a target lies on a limit, but for what rounding can have made of the limit.
bool lies_on(double target, double limit, double centre) {
  const double largest = std::max({std::fabs(limit), std::fabs(centre), std::fabs(limit - centre)});
  return std::fabs(target - limit) <= 8 * std::numeric_limits<double>::epsilon() * largest;
}

}  // namespace

std::optional<Assurance> assurance_of(const Analysis& analysis) {
  const Settings& settings = analysis.settings;
  const std::optional<double> aim = latest_target(analysis);
  if (!aim || settings.better == Better::neither) return std::nullopt;
  const AnalysedPoint& latest = analysis.data[*analysis.latest];
  if (!latest.lower || !latest.upper)
    return settings.rules.to_the_letter ? std::optional(Assurance::hit_or_miss) : std::nullopt;
  const bool higher = settings.better == Better::higher;
  const double target = *aim;
  const bool to_the_letter = settings.rules.to_the_letter;
  const bool on_upper = !to_the_letter && lies_on(target, *latest.upper, latest.centre.value_or(*latest.upper));
  const bool on_lower = !to_the_letter && lies_on(target, *latest.lower, latest.centre.value_or(*latest.lower));
  // A series that never varies and sits on its target always meets it.
  if (on_upper && on_lower) return Assurance::pass;
  if (target > *latest.upper || on_upper) return higher ? Assurance::fail : Assurance::pass;
  if (target < *latest.lower || on_lower) return higher ? Assurance::pass : Assurance::fail;
  return Assurance::hit_or_miss;
}

std::optional<double> chance_to_meet_target(const Analysis& analysis) {
  const Settings& settings = analysis.settings;
  const std::optional<double> aim = latest_target(analysis);
  if (!aim || settings.better == Better::neither) return std::nullopt;
  const AnalysedPoint& latest = analysis.data[*analysis.latest];
  const Segment& segment = analysis.segments[latest.segment];
  if (!latest.centre || !segment.sigma) return std::nullopt;
  const double distance = *aim - *latest.centre;
  const bool higher = settings.better == Better::higher;
  const bool on_centre = lies_on(*aim, *latest.centre, *latest.centre);
  if (*segment.sigma == 0) return on_centre || (higher ? distance < 0 : distance > 0) ? 1.0 : 0.0;
  const double below = normal_share_below(distance / *segment.sigma);
  return higher ? 1 - below : below;
}

}  // namespace thrive::measures
