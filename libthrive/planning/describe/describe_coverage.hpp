// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/planning/coverage.hpp"
#include "libthrive/planning/describe/reported.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::planning {

/// The sixteen steps, the fourteen of the framework and what it leaves out, and the tips: what shows each, never a
/// score.
report::Document describe_coverage(const Reported& reported, const Coverage& coverage);
/// list, id, name, shown, evidence, tasks.
report::Table table_of_coverage(const Reported& reported, const Coverage& coverage);
/// `{"qif": [{"step", "evidence", "tasks"}], "besides": [...], "steps": [...], "tips": [...]}`.
text::Value coverage_value(const Reported& reported, const Coverage& coverage);
/// `plan coverage`.
text::Value coverage_contract(const Reported& reported, const Coverage& coverage);

}  // namespace thrive::planning
