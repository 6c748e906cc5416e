// SPDX-License-Identifier: MIT
#include "libthrive/measures/shown.hpp"

namespace thrive::measures {

std::optional<double> inside(std::optional<double> limit, const Possible& possible) {
  if (!limit) return limit;
  if (possible.least && *limit <= *possible.least) return std::nullopt;
  if (possible.most && *limit >= *possible.most) return std::nullopt;
  return limit;
}

bool is_shown(const Segment& segment, const Analysis& analysis) {
  if (analysis.settings.rules.to_the_letter) return true;
  return segment.is_judged && !analysis.far;
}

Shown shown(const AnalysedPoint& point, const Analysis& analysis) {
  if (!is_shown(analysis.segments[point.segment], analysis)) return {};
  return {inside(point.lower, analysis.possible), inside(point.upper, analysis.possible), point.reading, point.label};
}

}  // namespace thrive::measures
