// SPDX-License-Identifier: MIT
#include "libthrive/cli/output.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "libthrive/text/names.hpp"

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

std::string quoted(const std::string& name) { return fmt::format("'{}'", text::without_controls(name)); }

/// The file that a name stands for when it is a link; the name itself when it is none, or points nowhere.
std::string behind_links(const std::string& name) {
  char* real = ::realpath(name.c_str(), nullptr);
  if (real == nullptr) return name;
  std::string result(real);
  std::free(real);
  return result;
}

mode_t mode_of_new_files() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return static_cast<mode_t>(0666) & ~mask;
}

/// A temporary file that is removed again unless it was renamed.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& target) {
    const std::size_t slash = target.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : target.substr(0, slash + 1);
    name_ = folder + ".thrive-XXXXXX";
    stream_ = ::mkostemp(name_.data(), O_CLOEXEC);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (stream_ >= 0) ::close(stream_);
    if (!name_.empty() && made_) ::unlink(name_.c_str());
  }

  /// 0 or errno.
  int fill(std::string_view text, mode_t mode) {
    if (stream_ < 0) return errno;
    made_ = true;
    if (const int error = write_all(stream_, text)) return error;
    if (::fchmod(stream_, mode) != 0) return errno;
    const int closed = ::close(stream_);
    stream_ = -1;
    return closed == 0 ? 0 : errno;
  }
  int rename_to(const std::string& target) {
    if (::rename(name_.c_str(), target.c_str()) != 0) return errno;
    made_ = false;
    return 0;
  }

 private:
  std::string name_;
  int stream_ = -1;
  bool made_ = false;
};

void write_device(const std::string& name, std::string_view text) {
  const int stream = ::open(name.c_str(), O_WRONLY | O_CLOEXEC);
  if (stream < 0) cannot_write(quoted(name), errno);
  const int error = write_all(stream, text);
  const int closed = ::close(stream) == 0 ? 0 : errno;
  if (error == EPIPE) throw ReaderGone();
  if (error != 0 || closed != 0) cannot_write(quoted(name), error != 0 ? error : closed);
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

void write_file(const std::string& name, std::string_view text) {
  const std::string target = behind_links(name);
  struct stat status {};
  mode_t mode = mode_of_new_files();
  if (::stat(target.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) cannot_write(quoted(name), EISDIR);
    if (!S_ISREG(status.st_mode)) return write_device(target, text);
    if (::access(target.c_str(), W_OK) != 0) cannot_write(quoted(name), errno);
    mode = status.st_mode & 07777;
  }
  TemporaryFile temporary(target);
  if (const int error = temporary.fill(text, mode)) cannot_write(quoted(name), error);
  if (const int error = temporary.rename_to(target)) cannot_write(quoted(name), error);
}

bool is_terminal(int stream) { return ::isatty(stream) == 1; }

}  // namespace thrive::cli
