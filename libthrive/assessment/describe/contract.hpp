// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/assessment/comparison.hpp"
#include "libthrive/assessment/scoring.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::assessment {

/// What `assess score -f json` prints.
text::Value score_contract(const Scoring& scoring);
/// What `assess compare -f json` prints.
text::Value compare_contract(const Comparison& comparison);

/// What `assess compare -f json` prints of several projects.
text::Value sites_contract(const std::vector<std::pair<std::string, Scoring>>& sites);

}  // namespace thrive::assessment
