// SPDX-License-Identifier: MIT
#include "libthrive/system/processes.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

#include "libthrive/system/descriptors.hpp"

namespace thrive::system {

std::string own_folder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::string{} : program.parent_path().string();
}

namespace {

/// The words of a command as exec takes them, which leaves them as they are; the strings must live on.
std::vector<char*> exec_words(const std::string& name, const std::vector<std::string>& arguments) {
  std::vector<char*> words{const_cast<char*>(name.c_str())};
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  return words;
}

}  // namespace

std::optional<Ran> run_program(const std::string& name, const std::vector<std::string>& arguments, std::size_t most) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  Descriptor reading(ends[0]), writing(ends[1]);
  posix_spawn_file_actions_t streams;
  ::posix_spawn_file_actions_init(&streams);
  ::posix_spawn_file_actions_adddup2(&streams, writing.number(), STDOUT_FILENO);
  ::posix_spawn_file_actions_addopen(&streams, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = 0;
  const std::vector<char*> words = exec_words(name, arguments);
  const int error = ::posix_spawnp(&process, name.c_str(), &streams, nullptr, words.data(), environ);
  ::posix_spawn_file_actions_destroy(&streams);
  writing.close();
  if (error != 0) return std::nullopt;
  Ran ran;
  const bool is_read = read_all(reading.number(), 256, most, ran.said);
  int status = 0;
  while (::waitpid(process, &status, 0) < 0)
    if (errno != EINTR) return std::nullopt;
  if (!is_read || !WIFEXITED(status)) return std::nullopt;
  ran.status = WEXITSTATUS(status);
  return ran;
}

std::optional<std::string> output_of(const std::string& name, const std::vector<std::string>& arguments,
                                     std::size_t most) {
  auto ran = run_program(name, arguments, most);
  if (!ran || ran->status != 0) return std::nullopt;
  return std::move(ran->said);
}

std::string become(const std::string& name, const std::vector<std::string>& arguments) {
  const std::vector<char*> words = exec_words(name, arguments);
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
