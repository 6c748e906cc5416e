// SPDX-License-Identifier: MIT
//
// The tally of a part of an extract as a file, so that parts can be counted on several machines. It holds counts by day
// and no row; but a count of one is one person, so it is to be handled as the extract is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libthrive/journeys/tally.hpp"
#include "libthrive/model/extracts.hpp"
#include "libthrive/tables/input.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::journeys {

/// What every such file begins with.
constexpr std::string_view partial_heading = "thrive-waits-of-a-part,1";

/// The file: a table of a heading, a notice, the definition, and counts. The same tally is always the same bytes.
std::string partial_file(const Tally& tally, const model::Extract& definition);

/// Reads one back. Nothing, with an error, when it is no such file, or was counted by another definition or at another
/// cut-off: then it cannot be added.
std::optional<Tally> read_partial(const tables::Input& input, const model::Extract& definition,
                                  std::optional<text::Date> cut_off, text::Diagnostics& problems);

}  // namespace thrive::journeys
