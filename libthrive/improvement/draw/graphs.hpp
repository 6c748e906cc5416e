// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/improvement/draw/place_diagram.hpp"

namespace thrive::improvement {

/// The boxes that are shown and what they drive, for programs that draw graphs.
std::string diagram_as_dot(const Worked& worked, const Shown& shown);
std::string diagram_as_mermaid(const Worked& worked, const Shown& shown);

}  // namespace thrive::improvement
