// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/report/document.hpp"

namespace thrive::report {

/// Whether a table is kept whole when printed.
bool is_short(const Table& table);

/// A table in a frame of its own, in which a wide one scrolls and which the keyboard can reach. `label` names the frame
/// of a table without a caption. Empty for a table without columns.
std::string html_table(const Table& table, const std::string& label, bool on_new_page);

}  // namespace thrive::report
