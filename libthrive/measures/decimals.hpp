// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/measures/analysis.hpp"

namespace thrive::measures {

/// More digits behind the point than this are never shown.
inline constexpr int most_digits = 12;

/// Digits behind the point that a figure was given with.
int digits_given(double figure);
/// True when the plotted figures are worked out of two others, and so were given with no digits.
bool is_worked_out(const Analysis& analysis);
/// Digits behind the point that tell the figures of a series apart: of figures that were given, as many as they have,
/// but of more than three only the leading ones of their spread and one more; of shares and rates, which are worked
/// out, the leading one of their spread, at least one in percent, and one more in other rates.
int decimals_of(const Analysis& analysis);
/// One digit more than figures that were given, as many as figures that were worked out, and more where a point beyond
/// a limit would read like the limit.
int limit_decimals_of(const Analysis& analysis);

}  // namespace thrive::measures
