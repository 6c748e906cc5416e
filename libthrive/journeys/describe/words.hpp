// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "libthrive/journeys/report.hpp"

namespace thrive::journeys {

/// What counts as a wait, in one line: every report begins with it.
std::string definition_in_words(const WaitsReport& report);
/// "within 28 days, day 28 included".
std::string within_in_words(const model::Within& within);
/// How small numbers were kept from being told.
std::string suppression_in_words(const WaitsReport& report);

/// A count for a table: "1,204", or "*".
std::string count_in_words(const Count& count);
/// A number with so many decimals at most: "9.5", "*" when it is not told, "-" when it does not exist.
std::string figure_in_words(const Figure& figure, int decimals = 0);
/// "28 % (22 to 35)".
std::string rate_in_words(const Rate& rate);
/// "37 (33 to 45)" for days.
std::string curve_day_in_words(const CurveDay& day);
/// The name of a group; "not known" where its value is.
std::string group_in_words(const std::optional<std::string>& value);
/// "0-6", "728 and more".
std::string band_in_words(const Band& band);

}  // namespace thrive::journeys
