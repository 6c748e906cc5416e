// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/measures/analysis.hpp"

namespace thrive::measures {

/// The figures of one segment as columns of equal length; a missing figure is NaN.
struct Figures {
  std::vector<double> value;
  std::vector<double> numerator;
  std::vector<double> denominator;
  std::vector<bool> base;  // rows that centre and limits are worked out from: in the baseline and not excluded
};

/// Centre and limits at one row; NaN where there is none.
struct Lines {
  double centre = 0;
  double lower = 0;
  double upper = 0;
  double near_lower = 0;
  double near_upper = 0;
};

struct SegmentLines {
  std::vector<Lines> rows;
  std::vector<double> bent;  // the figures as they were when the lines were worked out, to be compared with them; empty
                             // where they are the figures themselves
  double power = 1;          // lines and bent figures to this power are what is drawn
  bool varying = false;
  std::size_t ranges = 0;
  std::size_t screened = 0;
  bool screening_refused = false;
};

/// Centre and limits of a segment for the chart of the settings.
///
/// XmR: mean and mean moving range of the base rows placed side by side; a missing row is a gap that no range bridges,
/// an excluded row is bridged. i, mr, p, p', u, u', c, g and t: the formulas of qicharts2 0.8.1, clipped to what can
/// be. Where nothing can be worked out (no base figure, one figure, a denominator of zero) the lines are missing; where
/// the centre leaves no room for spread (a share of nought or all) the limits lie on it. Lines of a t chart are those
/// of its bent figures.
SegmentLines lines_of(const Figures& figures, const Settings& settings);

/// Screened three-sigma limits of single values, as the I chart has them: beyond them a point is a candidate for the
/// "astronomical point" of run charts.
Lines individuals_lines(const Figures& figures);

}  // namespace thrive::measures
