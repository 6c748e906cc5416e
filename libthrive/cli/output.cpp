// SPDX-License-Identifier: MIT
#include "libthrive/cli/output.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace thrive::cli {

namespace {

/// Writes everything, however often the system interrupts. Returns 0 or errno.
int write_all(int stream, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(stream, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

[[noreturn]] void cannot_write(std::string_view what, int error) {
  throw OutputError(fmt::format("cannot write {}: {}", what, std::strerror(error)));
}

}  // namespace

void prepare_streams() {
  // Opened the wrong way round: reading from a closed input, or writing to a closed output, fails as it should.
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(stream, F_GETFD) == -1 && errno == EBADF)
      static_cast<void>(::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  std::signal(SIGPIPE, SIG_IGN);
}

void write_standard_output(std::string_view text) {
  const int error = write_all(STDOUT_FILENO, text);
  if (error == EPIPE) throw ReaderGone();
  if (error != 0) cannot_write("to standard output", error);
}

void write_standard_error(std::string_view text) { write_all(STDERR_FILENO, text); }

void check_standard_output() {
  // Network file systems tell only at the close that the disk was full; closing a copy makes them tell.
  const int copy = ::dup(STDOUT_FILENO);
  if (copy >= 0 && ::close(copy) != 0) cannot_write("to standard output", errno);
}

bool is_terminal(int stream) { return ::isatty(stream) == 1; }

}  // namespace thrive::cli
