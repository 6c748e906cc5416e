// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/journeys/count.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::journeys {

/// What programs read of a count: "*" when it is not told.
text::Value value_of(const Count& count);
/// The same of a figure; null when there is none.
text::Value value_of(const Figure& figure);

}  // namespace thrive::journeys
