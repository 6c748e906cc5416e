// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/journeys/report.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::journeys {

/// How long it took, the list, why people left, and the wait for a second contact.
void describe_counts(const WaitsReport& report, report::Document& document);

}  // namespace thrive::journeys
