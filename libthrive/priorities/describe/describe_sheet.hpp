// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/priorities/candidates.hpp"
#include "libthrive/priorities/describe/describe.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::priorities {

/// What a sheet to rank on needs.
struct SheetRules {
  std::vector<std::string> tables;  // a sheet each
  std::size_t choose = 5;
  std::size_t points_from = 5;
};

/// Blank sheets, a page a table: the rule in one sentence, room for each place and why, and the items to choose from
/// with their scores.
report::Document describe_ranking_sheets(const SheetRules& rules, const ItemNames& names,
                                         const std::vector<std::string>& items,
                                         const std::vector<Candidate>& candidates, const Heading& heading);

/// The sheet that `prioritise import` takes back: a row a table, a column a place.
report::Table ranking_sheet_table(const SheetRules& rules);

}  // namespace thrive::priorities
