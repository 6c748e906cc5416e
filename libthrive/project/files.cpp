// SPDX-License-Identifier: MIT
#include "libthrive/project/files.hpp"

#include <algorithm>
#include <filesystem>

#include "libthrive/system/files.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

/// A link to a file that is gone counts: opening it says so, where a section would otherwise be missing in silence.
bool is_project_file(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  std::error_code failed;
  return entry.path().extension() == ".yaml" && !name.starts_with('.') &&
         (entry.is_regular_file(failed) || !entry.exists(failed));
}

}  // namespace

std::optional<ProjectFiles> list_project_files(const std::string& path, text::Diagnostics& problems) {
  if (path == "-") return ProjectFiles{path, ".", {"-"}};
  std::error_code failed;
  if (!fs::is_directory(path, failed)) {
    const std::string folder = fs::path(path).parent_path().string();
    return ProjectFiles{path, folder.empty() ? "." : folder, {path}};
  }
  ProjectFiles files{path, path, {}};
  for (fs::directory_iterator entry(path, failed), end; !failed && entry != end; entry.increment(failed))
    if (is_project_file(*entry))
      files.names.push_back(path == "." ? entry->path().filename().string() : entry->path().string());
  if (failed) {
    problems.error("cannot-read", {}, "cannot read '" + path + "': " + system::reason_not_read(failed.value()));
    return std::nullopt;
  }
  if (files.names.empty()) {
    problems.error("no-project-files", {}, "there is no project file (*.yaml) in '" + path + "'",
                   "start a project with 'thrive init'");
    return std::nullopt;
  }
  std::sort(files.names.begin(), files.names.end());
  return files;
}

}  // namespace thrive::project
