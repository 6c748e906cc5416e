// SPDX-License-Identifier: MIT
//
// What people wrote beside the scores, in the report of an assessment.
#pragma once

#include <vector>

#include "libthrive/assessment/scoring.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::assessment {

/// The assessment's note, what the instrument says of itself, and who sat at the tables.
void add_who_and_what(report::Document& document, const Scoring& scoring, const model::Assessment& assessment);
/// The room's reasons for these items, which all have one.
void add_reasons_given(report::Document& document, const std::vector<const ScoredItem*>& items);
/// Every table's evidence, item by item, for those who want to know.
void add_what_tables_said(report::Document& document, const Scoring& scoring);

}  // namespace thrive::assessment
