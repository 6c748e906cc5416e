// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "libthrive/pathway/analysis.hpp"

namespace thrive::pathway {

/// What would be lost if services closed: the difference between a map with and without them.
struct Loss {
  std::vector<std::string> unreachable;                     // services that nobody could get to any more
  std::vector<std::string> cannot_reach_end;                // services that no end could be reached from
  std::vector<std::pair<std::string, std::string>> doors;   // starts and the groupings they would no longer reach
  std::vector<std::pair<std::string, std::string>> routes;  // starts and the ends they would no longer reach
};

/// Compares the analysis of the whole map with that of the map without some services. The closed services themselves,
/// and doors and routes that begin or end at them, are not counted.
Loss loss_by_closing(const Analysis& whole, const Analysis& without);

}  // namespace thrive::pathway
