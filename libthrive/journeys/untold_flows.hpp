// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "libthrive/journeys/discovery.hpp"
#include "libthrive/journeys/untold.hpp"

namespace thrive::journeys {

/// Which of the numbers that add up are told.
struct ToldFlows {
  bool cases = true;
  std::vector<bool> events;  // by activity, as the next two
  std::vector<bool> starts;
  std::vector<bool> ends;
  std::vector<bool> flows;     // by flow of the discovery
  std::int64_t small = 0;      // not told because they are
  std::int64_t secondary = 0;  // not told because a small one could be worked out from them
};

/// Decides which numbers are told: those of fewer people are not, and of the others as few as will do, so that every
/// small number could be anything from nothing to the rule's limit for somebody who knows all that is told.
ToldFlows choose_told(const Discovery& discovery, const EventTally& tally, const UntoldRule& rule);

}  // namespace thrive::journeys
