// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "libthrive/report/document.hpp"

namespace thrive::report {

/// The lines of a table for a terminal, none wider than `width`: cells are wrapped inside their columns. A table with
/// more columns than fit side by side becomes one block a row, `column: cell` line by line.
std::vector<std::string> text_table(const Table& table, std::size_t width);

}  // namespace thrive::report
