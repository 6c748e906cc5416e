// SPDX-License-Identifier: MIT
#include "libthrive/system/repository.hpp"

#include <filesystem>
#include <system_error>

namespace thrive::system {

namespace fs = std::filesystem;

std::string working_tree_of(const std::string& folder) {
  std::error_code failed;
  fs::path at = fs::canonical(folder, failed);
  if (failed) return {};
  for (;; at = at.parent_path()) {
    if (fs::exists(at / ".git", failed)) return at.string();
    if (at == at.parent_path()) return {};
  }
}

std::string working_folder() {
  std::error_code failed;
  const fs::path here = fs::canonical(".", failed);
  return failed ? std::string() : here.string();
}

}  // namespace thrive::system
