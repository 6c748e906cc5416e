// SPDX-License-Identifier: MIT
#include "libthrive/system/processes.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

namespace thrive::system {

std::string own_folder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::string{} : program.parent_path().string();
}

std::string become(const std::string& name, const std::vector<std::string>& arguments) {
  std::vector<char*> words{const_cast<char*>(name.c_str())};  // exec takes them so and leaves them as they are
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  std::signal(SIGPIPE, SIG_DFL);
  const std::string beside = own_folder() + '/' + name;
  ::execv(beside.c_str(), words.data());
  if (errno == ENOENT) ::execvp(name.c_str(), words.data());
  return std::strerror(errno);
}

void leave_no_core_dump() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0);  // the limit alone does not hold where dumps are piped to a program
}

}  // namespace thrive::system
