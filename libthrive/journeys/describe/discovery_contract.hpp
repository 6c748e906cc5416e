// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/journeys/against_the_map.hpp"
#include "libthrive/journeys/discovery.hpp"
#include "libthrive/journeys/journeys_found.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::journeys {

/// What other programs read of `pathway-map discover`. Counts that are not told are "*".
text::Value discovery_contract(const JourneysFound& found);

}  // namespace thrive::journeys
