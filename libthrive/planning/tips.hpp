// SPDX-License-Identifier: MIT
//
// The tests that show whether a tip was taken.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/planning/evidence.hpp"

namespace thrive::planning {

/// The tests there are.
std::vector<std::string> tip_tests();
/// True when a project shows on the day that a tip was taken.
bool is_taken(const EvidenceInput& input, std::string_view test);

}  // namespace thrive::planning
