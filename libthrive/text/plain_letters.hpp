// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace thrive::text {

/// A letter or digit without its accent and in lower case: "e" for É, "y" for ŷ, "ss" for ß. Knows ASCII, Latin-1,
/// Latin Extended-A and the Welsh letters beyond; empty for everything else.
std::string_view plain_letters(char32_t code);

}  // namespace thrive::text
