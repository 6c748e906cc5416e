// SPDX-License-Identifier: MIT
//
// What git must know to join projects by key: which files, in `.gitattributes`, which goes with the project, and how,
// in the configuration of each clone, because git runs no program that somebody else has written into a project.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/text/diagnostics.hpp"

namespace thrive::versions {

/// What to do where.
struct GitSetup {
  std::string folder = ".";  // of the repository: where `.gitattributes` stands
  bool is_global = false;    // the configuration of the person, not of the repository
  bool removes = false;
};

/// Writes, or takes away, the lines that are not as they should be, and returns them as they were written, each behind
/// its file. Empty when there was nothing to do. Nothing, with the reason in `problems`, when git cannot be asked or
/// something cannot be written.
std::optional<std::vector<std::string>> set_up_git(const GitSetup& setup, text::Diagnostics& problems);

}  // namespace thrive::versions
