// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/journeys/journeys_found.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::journeys {

/// Adds the part about the drawn map; nothing without one.
void add_against_the_map(report::Document& document, const JourneysFound& found);

}  // namespace thrive::journeys
