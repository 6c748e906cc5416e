// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/measures/analysis.hpp"

namespace thrive::measures {

/// What one rule says, given which way is improvement: high and up are one way, low and down the other.
Reading reading_of(Direction direction, model::Better better);
/// Label and reading of a point from the rules that fired there.
void read_point(AnalysedPoint& point, const RuleSet& rules, model::Better better);

/// The variation icon: what the latest point says; under rules that judge runs, what the latest segment says.
Variation variation_of(const Analysis& analysis);
/// The assurance icon: can the process be relied on to meet the target? Nothing without a target, a direction, or
/// limits. A target on a limit is as good as beyond it: no point that the limits leave room for is on its other side.
std::optional<Assurance> assurance_of(const Analysis& analysis);
/// Share of next points that would meet the target if nothing changed, for a normal spread; nothing as above.
std::optional<double> chance_to_meet_target(const Analysis& analysis);

/// The row that the icons speak of: the latest with a value that is not excluded; to the letter, the last row.
std::optional<std::size_t> latest_row(const Analysis& analysis);
/// The segment of that row, and its runs. There must be such a row.
const Segment& latest_segment(const Analysis& analysis);
const Runs& latest_runs(const Analysis& analysis);

}  // namespace thrive::measures
