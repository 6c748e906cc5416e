// SPDX-License-Identifier: MIT
#include "libthrive/cli/inputs.hpp"

#include <algorithm>
#include <filesystem>

#include "libthrive/project/files.hpp"

namespace thrive::cli {

void Inputs::add_file(const std::string& name) {
  if (name != "-") names_.push_back(name);
}

void Inputs::add_project(const std::string& path) {
  text::Diagnostics said_elsewhere;
  const auto files = project::list_project_files(path, said_elsewhere);
  if (!files) return;
  for (const std::string& name : files->names) add_file(name);
}

void Inputs::add_data_of(const project::Opened& project) {
  for (const auto& measure : project.model().measures)
    if (!measure.value.data.empty()) add_file(project.folder() + '/' + measure.value.data);
}

bool Inputs::holds(const std::string& output) const {
  std::error_code missing;
  if (!std::filesystem::is_regular_file(output, missing)) return false;
  return std::any_of(names_.begin(), names_.end(), [&](const std::string& name) {
    std::error_code unreadable;
    return std::filesystem::equivalent(name, output, unreadable);
  });
}

}  // namespace thrive::cli
