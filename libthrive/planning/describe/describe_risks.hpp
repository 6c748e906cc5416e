// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "libthrive/model/series.hpp"
#include "libthrive/planning/describe/reported.hpp"
#include "libthrive/planning/risk_matrix.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::planning {

/// Risks by score, highest first, those that were closed last.
report::Document describe_risks(const Reported& reported, const RiskMatrix& matrix);
/// A row a risk, in the order of the project.
report::Table table_of_risks(const Reported& reported, const RiskMatrix& matrix);
/// `plan risks list`.
text::Value risks_contract(const Reported& reported, const RiskMatrix& matrix,
                           const std::map<std::string, model::Series>& series);

}  // namespace thrive::planning
