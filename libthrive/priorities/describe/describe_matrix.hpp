// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/priorities/benefit_and_ease.hpp"
#include "libthrive/priorities/describe/describe.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::priorities {

/// The matrix of benefit and ease: the picture, then a table by quarter, then what raters should talk about.
report::Document describe_matrix(const std::vector<RatedIdea>& ideas, const Heading& heading);
/// A row an idea, for spreadsheets.
report::Table matrix_table(const std::vector<RatedIdea>& ideas);
/// What `prioritise matrix -f json` prints.
text::Value matrix_contract(const std::vector<RatedIdea>& ideas);
/// The picture: ease to the right, benefit up, ideas numbered as in the table, the spread of raters as whiskers.
std::string draw_matrix(const std::vector<RatedIdea>& ideas, const Heading& heading);

}  // namespace thrive::priorities
