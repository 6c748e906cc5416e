// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/standing/chain.hpp"

namespace thrive::standing {

/// How many priorities have had no test of change, and which; empty when each has had one.
std::string without_test_in_words(const Chain& chain);
/// The cells of a row of the chain, without the item: notes, heard, score, sheet, gaps, recommendations, ideas, ramps,
/// measure, kept, and where it stops.
std::vector<std::string> cells_of(const ChainRow& row);

}  // namespace thrive::standing
