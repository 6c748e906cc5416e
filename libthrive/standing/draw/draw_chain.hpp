// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/standing/describe/reported.hpp"

namespace thrive::standing {

/// A line of seven stations for each priority: filled where there is something, broken where the chain stops, hollow
/// behind that where there is nothing; below each line where it stops.
std::string draw_chain(const Reported& reported);
/// The same in characters: # filled, x broken, o hollow.
std::string chain_in_text(const Reported& reported);

}  // namespace thrive::standing
