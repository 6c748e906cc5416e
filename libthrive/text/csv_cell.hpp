// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace thrive::text {

/// A cell of CSV in double quotes, those in it doubled.
std::string quoted_cell(std::string_view text);

}  // namespace thrive::text
