// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/standing/chain.hpp"

namespace thrive::standing {

/// What a coach would say of a project's standing: priorities that nobody works on, recommendations and looks that are
/// overdue, notes and measures that lead nowhere, a stop rule that is met, a project in which nothing moves.
std::vector<findings::Finding> check_standing(const Facts& facts, const Chain& chain);

}  // namespace thrive::standing
