// SPDX-License-Identifier: MIT
#include "libthrive/project/files.hpp"

#include <algorithm>
#include <filesystem>

#include "libthrive/findings/say.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/system/files.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

/// A link to a file that is gone, a pipe or a device counts: opening it says so, where a section would otherwise be
/// missing in silence.
bool is_project_file(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  std::error_code failed;
  return entry.path().extension() == ".yaml" && !name.starts_with('.') && !entry.is_directory(failed);
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
    findings::say(problems,
                  {"cannot-read",
                   text::Place{},
                   {{"case", "listing"}, {"file", path}, {"reason", system::reason_not_read(failed.value())}}});
    return std::nullopt;
  }
  if (files.names.empty()) {
    findings::say(problems, {"no-project-files", {}, {{"folder", path}}});
    return std::nullopt;
  }
  std::sort(files.names.begin(), files.names.end());
  for (const std::string& name : files.names) {
    if (!fs::is_symlink(name, failed) || !fs::exists(name, failed) || !is_outside(path, name)) continue;
    findings::say(problems, {"project-file-outside", text::whole_file(name)});
    return std::nullopt;
  }
  return files;
}

}  // namespace thrive::project
