// SPDX-License-Identifier: MIT
//
// What git has on disk about the repository around a folder, read without starting a program.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace thrive::project {

/// The folders of a repository.
struct GitFolder {
  std::filesystem::path top;     // of the work tree
  std::filesystem::path own;     // what git keeps of this work tree
  std::filesystem::path common;  // and of all work trees together

  /// The commit that is checked out; empty when there is none yet.
  std::string head() const;
  /// The commit that was checked out before; empty when git has kept no record of it.
  std::string head_before() const;
};

/// The repository around a folder; nothing when there is none.
std::optional<GitFolder> git_folder(const std::string& folder);

}  // namespace thrive::project
