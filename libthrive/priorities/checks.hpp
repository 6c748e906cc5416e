// SPDX-License-Identifier: MIT
//
// What `prioritise` demands of lists and agreements, asked of those that stand in a file.
#pragma once

#include <string>
#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/model/project.hpp"
#include "libthrive/priorities/consensus.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::priorities {

/// An item that came in, or was left out, against the count, and nobody says why.
struct MissingReason {
  std::string item;
  bool is_added = false;
};
/// The items of an agreement that want a reason and have none.
std::vector<MissingReason> missing_reasons(const Consensus& consensus, const model::AgreedPriorities& agreed);
/// The same as findings about an agreement that stands in a file.
std::vector<findings::Finding> agreed_without_reason(const Consensus& consensus, const model::AgreedPriorities& agreed);

/// Weights that cannot be counted exactly, departures from the count without a reason, and, in a project that keeps its
/// work, agreed priorities that after three months no ramp, recommendation or change idea is for. `candidates` are the
/// items that can be chosen.
std::vector<findings::Finding> check_priorities(const model::Project& project,
                                                const std::vector<std::string>& candidates, text::Date today);

}  // namespace thrive::priorities
