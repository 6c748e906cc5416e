// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/planning/describe/reported.hpp"
#include "libthrive/planning/risk_matrix.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::planning {

/// Open risks in a grid of five by five, impact to the right, likelihood up, by their ids; bands in shades of grey.
std::string draw_risks(const Reported& reported, const RiskMatrix& matrix);
/// The same with the risks listed below it, and as characters.
report::Document risk_picture(const Reported& reported, const RiskMatrix& matrix);

}  // namespace thrive::planning
