// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace thrive::tables {

/// True for a title or a name that says that what stands there sums up other columns or rows, and is no table's:
/// Average, Median, Total, Rank, Overall, Consensus, Mean score.
bool names_a_summary(std::string_view text);

}  // namespace thrive::tables
