// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace thrive::text {

/// A whole text, such as a table or the difference of two files, that cannot drive the terminal it is shown on: control
/// characters and direction overrides made visible, tabs and line ends of either kind kept.
std::string harmless(std::string_view text);

}  // namespace thrive::text
