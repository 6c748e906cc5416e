// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/report/document.hpp"
#include "libthrive/standing/describe/reported.hpp"

namespace thrive::standing {

/// The chain of every agreed priority, what is next, and what a coach would say.
report::Document describe_status(const Reported& reported);
/// One row for each priority, date and finding that is told; `part` says which it is.
report::Table table_of_status(const Reported& reported);

/// How many priorities have had no test of change, and which; empty when each has had one.
std::string without_test_in_words(const Chain& chain);
/// The cells of a row of the chain, without the item: notes, heard, score, sheet, gaps, recommendations, ideas, ramps,
/// measure, kept, and where it stops.
std::vector<std::string> cells_of(const ChainRow& row);

}  // namespace thrive::standing
