// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/journeys/report.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::journeys {

/// True when enough is told of shares to draw them.
bool has_shares(const WaitsReport& report);
/// The shares seen, left and still waiting by day, as areas that make 100 % together, with the number of people who
/// were followed so far below.
report::Figure shares_figure(const WaitsReport& report);
/// The list by days waited, as bars.
report::Figure list_figure(const WaitsReport& report);
/// Both in one picture.
std::string draw_waits(const WaitsReport& report);

}  // namespace thrive::journeys
