// SPDX-License-Identifier: MIT
//
// Blanks: the one set of them that every reader of text uses.
#pragma once

#include <string>
#include <string_view>

namespace thrive::text {

/// The text without blanks at its ends: spaces, tabs, line ends, no-break and other wide or narrow spaces of Unicode,
/// and those without a width, such as a byte order mark.
std::string_view trimmed(std::string_view text);

/// True when the text has a space that only looks like one: a no-break space, or another of Unicode's.
bool has_odd_spaces(std::string_view text);

/// The text with a plain space for every one that only looks like one.
std::string with_plain_spaces(std::string_view text);

}  // namespace thrive::text
