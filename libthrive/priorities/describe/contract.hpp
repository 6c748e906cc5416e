// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "libthrive/priorities/consensus.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::priorities {

/// What `prioritise consensus -f json` prints; the keys are stable and listed in prioritise(1).
text::Value contract(const Consensus& consensus, const std::optional<model::AgreedPriorities>& agreed);

/// What `prioritise consensus -f csv` prints: a row an item, every figure in a column of its own.
report::Table contract_table(const Consensus& consensus, const std::optional<model::AgreedPriorities>& agreed);

}  // namespace thrive::priorities
