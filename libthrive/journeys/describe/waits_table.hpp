// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/journeys/report.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::journeys {

/// One line a number: section, item, what is told of it, the value and its interval.
report::Table waits_table(const WaitsReport& report);

}  // namespace thrive::journeys
