// SPDX-License-Identifier: MIT
//
// Ids that a merge has given anew. Git joins one file at a time, so references to them in other files cannot follow;
// what was given anew is kept beside the repository until the next commit, and `thrive check` looks at the references.
#pragma once

#include <string>
#include <vector>

#include "libthrive/project/opened.hpp"

namespace thrive::project {

/// One id that stands for another thing in one of two versions.
struct RenumberedId {
  std::string file;  // in which it is defined, from the top of the repository
  std::string kind;
  std::string from;
  std::string to;
};

/// Keeps what a merge in this repository has given anew. Nothing is kept outside a repository.
void keep_renumbered(const std::vector<RenumberedId>& ids);

/// Warns of references, in other files, to an id that the last merge has given to something else.
void check_renumbered(const Opened& project, text::Diagnostics& problems);

}  // namespace thrive::project
