// SPDX-License-Identifier: MIT
#include "libthrive/system/streams.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "libthrive/system/descriptors.hpp"

namespace thrive::system {

void prepare_streams() {
  // Opened the wrong way round: reading from a closed input, or writing to a closed output, fails as it should.
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(stream, F_GETFD) == -1 && errno == EBADF)
      static_cast<void>(::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  std::signal(SIGPIPE, SIG_IGN);
}

int write_standard_output(std::string_view text) { return write_all(STDOUT_FILENO, text) ? 0 : errno; }

void write_standard_error(std::string_view text) { write_all(STDERR_FILENO, text); }

int check_standard_output() {
  // Network file systems tell only at the close that the disk was full; closing a copy makes them tell.
  const int copy = ::dup(STDOUT_FILENO);
  return copy >= 0 && ::close(copy) != 0 ? errno : 0;
}

bool is_terminal(int stream) { return ::isatty(stream) == 1; }

}  // namespace thrive::system
