// SPDX-License-Identifier: MIT
//
// Small numbers of people are not told, nor what they could be worked out from.
#pragma once

#include <cstdint>
#include <string>

#include "libthrive/journeys/journeys_found.hpp"

namespace thrive::journeys {

/// From how many people on a number is told, and whether it is told to the nearest five only.
struct UntoldRule {
  std::string name;  // as people choose it
  std::int64_t from = 5;
  bool nearest_five = false;
};

/// Takes out of everything that was found what must not be told. Activities, flows and ways of fewer people are left
/// out; sums that would give one away are hidden; times are whole days, percentages go in steps that stand for five
/// people or more, and nothing is said of a shortest or longest time.
void leave_untold(JourneysFound& found, const EventTally& tally, const UntoldRule& rule);

}  // namespace thrive::journeys
