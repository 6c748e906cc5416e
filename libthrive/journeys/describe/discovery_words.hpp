// SPDX-License-Identifier: MIT
//
// How counts and times of a discovery are said to people.
#pragma once

#include <string>

#include "libthrive/journeys/count.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::journeys {

/// `1,204`, or `*` for what is not told.
std::string count_words(const Count& count);
/// `1,204 cases`, `1 case`, `* cases`.
std::string count_words(const Count& count, std::string_view one, std::string_view many);
/// `85 %`, `*`, or `-` where there is none.
std::string percent_words(const Figure& percent);
/// `12.5`; days.
std::string days_words(const Figure& days);
/// Seconds as days.
Figure in_days(const Figure& seconds);

/// Cells with the exact value for CSV: `*` for what is not told, empty for what does not exist.
report::Cell count_cell(const Count& count);
report::Cell days_cell(const Figure& days);

}  // namespace thrive::journeys
