// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace thrive::tables {

/// The separator that a table most likely has, by its start: comma, semicolon or tab, whichever most of the first lines
/// have the same number of, outside quotes; a comma when none is there.
char likely_separator(std::string_view start);

}  // namespace thrive::tables
