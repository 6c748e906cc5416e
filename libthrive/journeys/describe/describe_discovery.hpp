// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/journeys/journeys_found.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::journeys {

/// What a log shows, for people: how it was read, the drawn map beside it, moves and waits, where people still are,
/// what is done again, and the ways most often taken.
report::Document describe_discovery(const JourneysFound& found, const std::string& classification);

/// The tables that CSV can have.
std::vector<std::string> discovery_tables();
/// One of them.
report::Table discovery_table(const std::string& name, const JourneysFound& found);

}  // namespace thrive::journeys
