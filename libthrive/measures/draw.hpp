// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/measures/describe.hpp"

namespace thrive::measures {

/// A chart made of characters, at most `width` columns, no colour: `o` a point, H and L outside or far out high and
/// low, T in a trend, S in a shift, `-` centre, `.` limits, `:` target.
std::string draw_in_text(const Read& read, std::size_t width);

/// A chart for a board paper. `theme` is "colour" or "mono": shapes tell the same without colour in both.
std::string draw_chart(const Read& read, const std::string& theme);

/// An icon alone, as a picture of 36 by 36 with its words as title.
std::string draw_variation_icon(Variation variation);
std::string draw_assurance_icon(std::optional<Assurance> assurance);

}  // namespace thrive::measures
