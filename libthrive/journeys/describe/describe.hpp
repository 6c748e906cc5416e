// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/journeys/report.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::journeys {

/// Waits for those who plan and pay for services: the definition first, then of 100 whose wait started how many were
/// seen, left and still waited, with a picture; then everything else, each with what it does not say.
report::Document describe_waits(const WaitsReport& report);

/// One line a number: section, item, what is told of it, the value and its interval.
report::Table waits_table(const WaitsReport& report);

// Parts of the document.
void describe_counts(const WaitsReport& report, report::Document& document);
void describe_splits(const WaitsReport& report, report::Document& document);
void describe_queue(const WaitsReport& report, report::Document& document);
void describe_weeks(const WaitsReport& report, report::Document& document);
void describe_quality(const WaitsReport& report, report::Document& document);
void describe_comparison(const WaitsReport& report, report::Document& document);

}  // namespace thrive::journeys
