// SPDX-License-Identifier: MIT
//
// Texts in the cells of a spreadsheet: what goes in comes out again as it was.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thrive::text {

/// True for a text that a spreadsheet could take for a formula, and for one that would read as such a text with its
/// guard: apostrophes, none or more, and a sign behind them. It is written with one apostrophe more.
bool begins_formula(std::string_view text);

/// A cell without the one apostrophe that guards it; a cell that no guard stands before as it is.
std::string_view without_guard(std::string_view cell);

/// True for what a spreadsheet writes into a cell whose formula failed: #REF!, #DIV/0!, #VALUE!, #NAME?, Err:509. It is
/// neither a text that somebody wrote nor a figure.
bool is_spreadsheet_error(std::string_view cell);

/// The items of a list in one cell, with "; " between them. An item that would come apart again, or would read
/// otherwise, stands in double quotes, with its own written twice.
std::string joined_in_cell(const std::vector<std::string>& items);

/// The items of a list in one cell, separated by semicolons, or by commas where there is no semicolon, outside double
/// quotes; without blanks at their ends, and none that is empty.
std::vector<std::string> items_in_cell(std::string_view cell);

}  // namespace thrive::text
