// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "libthrive/model/project.hpp"

namespace thrive::project {

/// Something that other parts of a project can name.
struct Definition {
  std::string kind;  // as in Rule::defines: "service", "pathway", "item" ... or "flow"
  std::string id;    // of a flow `from -> to`, of a recommendation `sheet/recommendation`
  friend auto operator<=>(const Definition&, const Definition&) = default;
};

/// Everything that a project defines, as often as it does: ids of keyed sections, and flows.
std::multiset<Definition> everything_defined(const model::Project& project);

/// What was defined and is not any more.
std::vector<Definition> lost_definitions(const model::Project& before, const model::Project& after);

}  // namespace thrive::project
