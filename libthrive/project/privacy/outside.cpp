// SPDX-License-Identifier: MIT
#include "libthrive/project/privacy/outside.hpp"

#include <filesystem>

namespace thrive::project {

bool lies_in_a_project(const std::string& path) {
  std::error_code failed;
  const auto file = std::filesystem::weakly_canonical(std::filesystem::absolute(path), failed);
  if (failed) return false;
  for (auto folder = file.parent_path(); !folder.empty(); folder = folder.parent_path()) {
    if (std::filesystem::is_regular_file(folder / "thrive.yaml", failed)) return true;
    if (folder == folder.parent_path()) break;
  }
  return false;
}

}  // namespace thrive::project
