// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/journeys/report.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::journeys {

/// Waits as other programs read them. A count that is not told is "*", as is a figure; one that does not exist is null.
text::Value waits_value(const WaitsReport& report);

}  // namespace thrive::journeys
