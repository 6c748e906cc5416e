// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/measures/analysis.hpp"

namespace thrive::measures {

/// What a reader may be shown of a point: of a stretch that cannot be judged, and of figures that have to be looked at
/// first, neither limits nor signals.
struct Shown {
  std::optional<double> lower, upper;  // where they say something: inside the range that is possible
  Reading reading = Reading::common_cause;
  std::optional<Rule> label;
};
Shown shown(const AnalysedPoint& point, const Analysis& analysis);

/// True when limits and signals of a segment may be shown.
bool is_shown(const Segment& segment, const Analysis& analysis);

/// A limit where it says something; nothing at or beyond what can be.
std::optional<double> inside(std::optional<double> limit, const Possible& possible);

}  // namespace thrive::measures
