// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/text/diagnostics.hpp"

namespace thrive::project {

/// What a PROJECT argument stands for.
struct ProjectFiles {
  std::string path;                // as it was given
  std::string folder;              // where data files are looked for; "." for standard input
  std::vector<std::string> names;  // its files, sorted; "-" for standard input
};

/// Lists the files of a PROJECT: the file itself, every `*.yaml` directly in a folder (hidden files left out), or
/// standard input. Nothing, with a problem added, when there is none.
std::optional<ProjectFiles> list_project_files(const std::string& path, text::Diagnostics& problems);

}  // namespace thrive::project
