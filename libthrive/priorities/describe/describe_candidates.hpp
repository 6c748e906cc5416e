// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/priorities/candidates.hpp"
#include "libthrive/priorities/describe/describe.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::priorities {

/// The top-line priorities before the workshop: each item with why it is on the list, then the items that are not.
/// `assessment` is the id of the assessment that the scores come from; empty when there is none.
report::Document describe_candidates(const std::vector<Candidate>& candidates, const ItemNames& names,
                                     const std::vector<std::string>& items, const model::Project& project,
                                     const std::string& assessment);
/// A row an item, for spreadsheets.
report::Table candidates_table(const std::vector<Candidate>& candidates, const ItemNames& names,
                               const std::vector<std::string>& items, const model::Project& project);
/// What `prioritise candidates -f json` prints.
text::Value candidates_contract(const std::vector<Candidate>& candidates, const std::string& assessment);

}  // namespace thrive::priorities
