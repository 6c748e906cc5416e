// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/measures/analysis.hpp"

namespace thrive::measures {

/// True when the points of the chart are the measure's own value: not its moving ranges, not the numerators of a share
/// or rate, not a share where times between events are wanted.
bool plots_the_value(const Settings& settings, bool has_denominator);

/// False for ratios whose unit names a number, as in "per 1,000", that they are not multiplied by.
bool applies_its_unit(const Settings& settings, bool has_denominator);

/// The settings as they are of the points: where those are not the measure's value, its direction, its targets and its
/// unit are left aside, and what was asked for the points, of figures that are not multiplied, takes their place.
/// Ranges have no direction at all. A unit that is not applied is left aside with the targets that are in it.
Settings settings_of_points(Settings settings, bool has_denominator);

/// "moving range" or "count": what is plotted in place of the measure's value; empty where its value is.
std::string_view plotted_in_words(const Analysis& analysis);

/// The range that the points can take: from 0 on unless one of them lies below, and up to `most` unless one lies above.
Possible possible_of(const Analysis& analysis);

}  // namespace thrive::measures
