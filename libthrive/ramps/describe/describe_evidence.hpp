// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/ramps/evidence.hpp"

namespace thrive::ramps {

/// What the data say since a change, in a sentence: points, signal or not, "not enough data" when it is not; no cause
/// is claimed.
std::string in_words(const DataSince& data, const Chart& chart, int points_needed);

}  // namespace thrive::ramps
