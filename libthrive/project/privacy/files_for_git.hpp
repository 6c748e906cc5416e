// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace thrive::project {

/// What lies below a folder and would get into git with it.
struct FilesForGit {
  std::vector<std::string> files;    // as messages write them, sorted; regular files only, as links are not followed
  std::vector<std::string> entries;  // the same with folders and links: everything that has a name
  bool is_whole = true;              // false when the folder is in no git, and holds more than is looked through
};

/// Everything below a folder, hidden files included, but for `.git`, other repositories, and, within a git working
/// tree, what its `.gitignore` files leave out. Outside of one nobody knows what will be taken: all is, up to
/// `most_without_git` files.
FilesForGit files_for_git(const std::string& folder);

constexpr std::size_t most_without_git = 5000;

}  // namespace thrive::project
