// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/journeys/report.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::journeys {

/// Whether some wait longer than others: intervals first, one test a split, and none where a value is known only once
/// somebody is seen.
void describe_splits(const WaitsReport& report, report::Document& document);

}  // namespace thrive::journeys
