// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/ramps/stages.hpp"
#include "libthrive/text/small_numbers.hpp"

namespace thrive::ramps {

/// The ramp as a picture: cycles as steps from left to right over time, each as high as it is large, with its decision
/// in words and in shape. Readable without colour.
std::string ramp_svg(const RampState& ramp, text::Date today, const text::SmallNumbers& small);

/// What the picture shows, in words.
std::string ramp_in_words(const RampState& ramp, const text::SmallNumbers& small);

}  // namespace thrive::ramps
