// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "libthrive/text/date.hpp"

namespace thrive::measures {

/// A time of day behind a day, with the zone it is of.
struct TimeOfDay {
  int minutes = 0;             // since midnight
  std::optional<int> ahead{};  // minutes that its zone is ahead of UTC; nothing when it names none
};

/// Takes a time of day off the end of a text in small letters: "t23:00:00z", " 23:00 +01:00", " 09:30 bst". Nothing,
/// and the text as it was, when it ends in none.
std::optional<TimeOfDay> take_time_of_day(std::string& text);

/// The day in London of a time somewhere: 23:00 of 31 March 2024 in UTC is 1 April there.
text::Date day_in_london(text::Date day, const TimeOfDay& time);

}  // namespace thrive::measures
