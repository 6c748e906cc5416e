// SPDX-License-Identifier: MIT
#include "tests/unit/project/projects.hpp"

#include "libthrive/project/reading/content.hpp"

namespace thrive::tests {

std::optional<project::Opened> open_text(const std::string& yaml) {
  text::Diagnostics problems;
  return project::open_texts({text::Source("project.yaml", yaml)}, problems);
}

std::string messages_of(const std::vector<text::Source>& files) {
  text::Diagnostics problems;
  project::examine_texts(files, problems);
  std::string messages;
  for (const text::Diagnostic& problem : problems.in_file_order()) messages += text::format(problem) + "\n";
  return messages;
}

std::string messages_of(const std::string& yaml) { return messages_of({text::Source("project.yaml", yaml)}); }

}  // namespace thrive::tests
