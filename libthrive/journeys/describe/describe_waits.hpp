// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/journeys/report.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::journeys {

/// Waits for those who plan and pay for services: the definition first, then of 100 whose wait started how many were
/// seen, left and still waited, with a picture; then everything else, each with what it does not say.
report::Document describe_waits(const WaitsReport& report);

}  // namespace thrive::journeys
