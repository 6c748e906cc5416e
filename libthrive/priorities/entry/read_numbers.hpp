// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace thrive::priorities {

/// The whole text as a whole number; nothing when it is anything else.
std::optional<int> whole_number_of(std::string_view text);
/// The whole text as a number with a decimal point; nothing when it is anything else.
std::optional<double> number_of(std::string_view text);

}  // namespace thrive::priorities
