// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/improvement/describe/shown.hpp"

namespace thrive::improvement {

/// What `drivers list -f json` prints; the keys are stable and listed in drivers(1).
text::Value theory_contract(const Worked& worked, const Findings& findings);

}  // namespace thrive::improvement
