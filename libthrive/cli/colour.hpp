// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "libthrive/text/diagnostics.hpp"

namespace thrive::cli {

/// True when messages on standard error are to be coloured: `always`, or `auto` on a terminal that is not dumb while
/// NO_COLOR is unset or empty.
bool wants_colour(std::string_view when);

/// A problem as it is printed: its line, with the severity in colour when wanted. A problem without a place starts
/// with the tool's name instead.
std::string shown(const text::Diagnostic& problem, std::string_view tool, bool colour);

}  // namespace thrive::cli
