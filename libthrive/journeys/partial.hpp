// SPDX-License-Identifier: MIT
//
// The tally of one part of a log as a file, so that the parts of a log that is too large for one machine can be counted
// apart and put together again, exactly. It holds no row and no key, but times to the second: it is about people.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libthrive/journeys/event_tally.hpp"
#include "libthrive/tables/input.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::journeys {

/// The first word of the file of a part.
inline constexpr std::string_view kind_of_part = "thrive-discover-partial";

/// A tally, and what it was counted by. Parts go together only when that is the same.
struct PartOfLog {
  LogColumns columns;
  TieRule rule = TieRule::file;
  std::string map_sign;  // of the drawn map that ordered ties; empty when none did
  EventTally tally;
};

/// The file of a part; its tally must be in order. The same for the same events, whatever the order of their rows.
std::string partial_file(const PartOfLog& part);

/// Reads a part back. Nothing, with a problem added, when the file is none or is not whole.
std::optional<PartOfLog> read_partial(const tables::Input& input, text::Diagnostics& problems);

/// Adds another part. False, with a problem at its file, when it was counted by something else.
bool add(PartOfLog& into, PartOfLog more, const std::string& file, text::Diagnostics& problems);

}  // namespace thrive::journeys
