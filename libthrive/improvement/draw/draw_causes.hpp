// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/improvement/describe/describe_causes.hpp"

namespace thrive::improvement {

/// Pictures that can be read in grey.
std::string draw_fishbone(const ProblemShown& shown);
std::string draw_whys(const ProblemShown& shown);
std::string draw_pareto(const ProblemShown& shown);

}  // namespace thrive::improvement
