// SPDX-License-Identifier: MIT
#include "libthrive/cli/dispatch.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/system/processes.hpp"

namespace thrive::cli {

std::string installed_name(std::string_view tool) {
  if (tool == "thrive") return std::string(tool);
  return std::string(THRIVE_PROGRAM_PREFIX) + std::string(tool);
}

std::vector<std::string> sibling_tools() {
  std::vector<std::string> tools;
  std::string_view list = THRIVE_TOOL_NAMES;
  while (!list.empty()) {
    const std::string_view name = list.substr(0, list.find(' '));
    if (name != "thrive") tools.emplace_back(name);
    list.remove_prefix(std::min(name.size() + 1, list.size()));
  }
  return tools;
}

std::string become_sibling(std::string_view name, int argc, char** argv) {
  const std::string program = installed_name(name);
  // argv[0] is this program, argv[1] the tool's name: the tool sees itself as its own argv[0].
  const std::string reason = system::become(program, {argv + 2, argv + argc});
  return fmt::format("cannot run '{}': {}", program, reason);
}

}  // namespace thrive::cli
