// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "libthrive/priorities/methods/profile.hpp"

namespace thrive::tests {

/// The reference cases of tests/cases/consensus/profiles: what each value means stands in the README there.
std::vector<nlohmann::json> consensus_cases();
/// The input of a case, cut at `cut_k`; a complete list earns as many points as there are items.
priorities::Profile profile_of(const nlohmann::json& reference);
/// A profile from weighted lists of one-letter items, each better than the next: {"ACDB", 8}.
priorities::Profile profile_of(const std::vector<std::string>& items,
                               const std::vector<std::pair<std::vector<std::vector<std::string>>, int>>& ballots,
                               std::size_t choose, std::size_t points_from);
/// The names of items.
std::vector<std::string> names(const priorities::Profile& profile, const std::vector<priorities::ItemIndex>& items);

}  // namespace thrive::tests
