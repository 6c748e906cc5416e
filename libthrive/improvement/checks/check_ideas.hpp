// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/improvement/checks/checks.hpp"

namespace thrive::improvement {

/// The findings about ideas.
void check_ideas(const Worked& worked, std::vector<findings::Finding>& found);

}  // namespace thrive::improvement
