// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/text/date.hpp"

namespace thrive::system {

/// The machine's date, in its own time zone: the day that the person at the keyboard would name.
text::Date today();

/// This moment in UTC, such as 2025-03-03T09:30:00Z.
std::string now_in_utc();

}  // namespace thrive::system
