// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/journeys/report.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::journeys {

/// Where every row went.
void describe_quality(const WaitsReport& report, report::Document& document);
/// What an earlier extract of the same list says.
void describe_snapshots(const WaitsReport& report, report::Document& document);

}  // namespace thrive::journeys
