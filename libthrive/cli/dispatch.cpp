// SPDX-License-Identifier: MIT
#include "libthrive/cli/dispatch.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

namespace thrive::cli {

namespace {

/// The folder of this program; empty when the system does not say.
std::string own_folder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::string{} : program.parent_path().string();
}

}  // namespace

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
  std::string program = installed_name(name);
  // argv[0] is this program, argv[1] the tool's name: the tool sees itself as its own argv[0].
  std::vector<char*> arguments{program.data()};
  for (int i = 2; i < argc; ++i) arguments.push_back(argv[i]);
  arguments.push_back(nullptr);

  std::signal(SIGPIPE, SIG_DFL);
  const std::string beside = own_folder() + '/' + program;
  ::execv(beside.c_str(), arguments.data());
  if (errno == ENOENT) ::execvp(program.c_str(), arguments.data());
  return fmt::format("cannot run '{}': {}", program, std::strerror(errno));
}

}  // namespace thrive::cli
