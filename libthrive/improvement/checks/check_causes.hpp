// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/findings/finding.hpp"
#include "libthrive/improvement/causes.hpp"

namespace thrive::improvement {

/// What `drivers causes check` finds about every problem.
std::vector<findings::Finding> check_causes(const model::Project& project, const Thresholds& thresholds,
                                            text::Date today);

}  // namespace thrive::improvement
