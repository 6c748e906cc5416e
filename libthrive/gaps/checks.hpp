// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/model/project.hpp"

namespace thrive::gaps {

/// Checks every sheet, in the order of the agreed priorities and then of the file: priorities without a sheet, empty
/// columns, gaps without a recommendation, recommendations without owner or date, training named nowhere else, nothing
/// from a young person's view.
std::vector<findings::Finding> check_sheets(const model::Project& project);

}  // namespace thrive::gaps
