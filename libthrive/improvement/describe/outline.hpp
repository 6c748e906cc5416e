// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/improvement/describe/shown.hpp"

namespace thrive::improvement {

/// The theory as an indented outline of at most 80 columns, with the marks of ideas' states.
std::string outline(const Worked& worked, const Shown& shown = {});

}  // namespace thrive::improvement
