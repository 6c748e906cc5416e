// SPDX-License-Identifier: MIT
//
// A calendar as RFC 5545 writes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/planning/calendar.hpp"

namespace thrive::planning {

/// Events or, for programs that know them, things to do; never both, as programs that know both would show each twice.
enum class CalendarForm { events, to_do };

/// The calendar. Lines end in CR LF and are folded at 75 octets, between characters. The stamp of every entry is the
/// day at midnight UTC, so that the same project on the same day gives the same bytes; times are local, of no zone.
/// Nobody is named as organiser or attendee.
std::string icalendar(const model::Project& project, const std::vector<CalendarItem>& items, text::Date today,
                      CalendarForm form);

/// A text as a value: backslash, semicolon, comma and line ends escaped, other controls left out.
std::string escape_icalendar(std::string_view text);
/// A line folded at 75 octets, between characters, with its CR LF.
std::string fold_icalendar(std::string_view line);

}  // namespace thrive::planning
