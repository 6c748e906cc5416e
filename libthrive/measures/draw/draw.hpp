// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/measures/describe/describe.hpp"

namespace thrive::measures {

/// A chart made of characters, at most `width` columns, no colour: `o` a point, H and L outside or far out high and
/// low, T in a trend, S in a shift, `-` centre, `.` limits, `:` target.
std::string draw_in_text(const Read& read, std::size_t width);

/// A chart for a board paper. Shapes tell the same without colour in both themes.
std::string draw_chart(const Read& read, Theme theme);

/// The icon table: a row a measure with its name, its two icons and the sentence it earns.
std::string draw_overview(const std::vector<Read>& all, Theme theme);

}  // namespace thrive::measures
