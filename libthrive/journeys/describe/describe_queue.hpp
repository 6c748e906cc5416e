// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/journeys/report.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::journeys {

/// The arithmetic of the queue, each number beside what is doubtful about it.
void describe_queue(const WaitsReport& report, report::Document& document);
/// Week by week.
void describe_weeks(const WaitsReport& report, report::Document& document);

}  // namespace thrive::journeys
