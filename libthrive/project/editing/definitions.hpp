// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/project/opened.hpp"

namespace thrive::project {

/// Something that other parts of a project can name.
struct Definition {
  std::string kind;  // as in Rule::defines: "service", "pathway", "item" ...
  std::string id;
  friend auto operator<=>(const Definition&, const Definition&) = default;
};

/// Everything that a project defines, with how often: ids of keyed sections, and flows by `from -> to`.
std::multiset<Definition> definitions_of(const model::Project& project);

}  // namespace thrive::project
