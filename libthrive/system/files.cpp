// SPDX-License-Identifier: MIT
#include "libthrive/system/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <thread>

#include "libthrive/system/descriptors.hpp"
#include "libthrive/system/file_state.hpp"
#include "libthrive/text/problem.hpp"

namespace thrive::system {

namespace {

/// Larger files are refused by the YAML reader with a message; this only keeps memory within bounds before that.
constexpr std::size_t most_in_memory = std::size_t{1} << 30;

bool read_in_memory(int descriptor, std::size_t expected, std::string& bytes) {
  if (!read_all(descriptor, expected, most_in_memory, bytes)) return false;
  if (bytes.size() <= most_in_memory) return true;
  errno = EFBIG;
  return false;
}

}  // namespace

bool is_open_already(const std::string& path) {
  return path == "/dev/stdin" || path.starts_with("/dev/fd/") || path.starts_with("/proc/self/fd/");
}

int open_to_read(const std::string& path) {
  if (is_open_already(path)) return ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0) return descriptor;
  struct stat about {};
  const int why = ::fstat(descriptor, &about) != 0 ? errno
                  : S_ISDIR(about.st_mode)         ? EISDIR
                  : !S_ISREG(about.st_mode)        ? ESPIPE
                                                   : 0;
  if (why == 0) return descriptor;
  ::close(descriptor);
  errno = why;
  return -1;
}

std::optional<std::string> read_bytes(const std::string& path) {
  Descriptor descriptor(open_to_read(path));
  struct stat about {};
  if (!descriptor.is_open() || ::fstat(descriptor.number(), &about) != 0) return std::nullopt;
  const auto expected = about.st_size > 0 ? static_cast<std::size_t>(about.st_size) : std::size_t{4096};
  std::string bytes;
  const bool is_read = read_in_memory(descriptor.number(), std::min(expected, most_in_memory), bytes);
  const int why = errno;
  descriptor.close();
  errno = why;
  if (!is_read) return std::nullopt;
  return bytes;
}

std::optional<text::Source> read_source(const std::string& path, text::Diagnostics& problems) {
  errno = 0;
  if (path == "-") {
    std::string bytes;
    if (read_in_memory(STDIN_FILENO, 1 << 16, bytes)) return text::Source("<stdin>", std::move(bytes));
    problems.add(
        text::problem("cannot-read", text::Place{}, {{"case", "standard-input"}, {"reason", reason_not_read(errno)}}));
    return std::nullopt;
  }
  return read_file(path, problems);
}

std::optional<text::Source> read_file(const std::string& path, text::Diagnostics& problems, FileState* state) {
  const auto refuse = [&](const char* wording, const text::Value& why) {
    problems.add(text::problem("cannot-read", text::whole_file(path), {{"case", wording}, {"reason", why}}));
    return std::nullopt;
  };
  const Descriptor descriptor(open_to_read(path));
  struct stat status {};
  if (!descriptor.is_open() && errno == EISDIR) return refuse("folder", {});
  if (!descriptor.is_open() && errno == ESPIPE) return refuse("pipe", {});
  if (!descriptor.is_open() || ::fstat(descriptor.number(), &status) != 0) return refuse("open", reason(errno));
  const auto size = static_cast<std::size_t>(S_ISREG(status.st_mode) ? status.st_size : 0);
  std::string bytes;
  if (size <= most_bytes && !read_all(descriptor.number(), size, most_bytes, bytes))
    return refuse("file", reason(errno));
  if (size > most_bytes || bytes.size() > most_bytes) {
    problems.add(text::problem("file-too-large", text::whole_file(path), {{"most", most_bytes}}));
    return std::nullopt;
  }
  if (state != nullptr) *state = state_of(status);
  return text::Source(path, std::move(bytes));
}

FileState state_now(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? state_of(status) : FileState{};
}

void wait_a_moment() { std::this_thread::sleep_for(std::chrono::milliseconds(1)); }

int write_new(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file.is_open()) return errno;
  if (!write_all(file.number(), bytes)) {
    const int why = errno;
    ::unlink(path.c_str());
    return why;
  }
  return file.close() ? 0 : errno;
}

std::string make_private_folder() {
  const char* const wanted = std::getenv("TMPDIR");
  const std::string parent = wanted != nullptr && *wanted != '\0' ? wanted : "/tmp";
  std::string folder = parent + "/thrive-XXXXXX";
  return ::mkdtemp(folder.data()) == nullptr ? std::string() : folder;
}

int write_in_place(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.is_open()) return errno;
  if (!write_all(file.number(), bytes)) return errno;
  if (::ftruncate(file.number(), static_cast<off_t>(bytes.size())) != 0) return errno;
  return file.close() ? 0 : errno;
}

bool exists(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0;
}

bool may_write(const std::string& path) { return ::access(path.c_str(), W_OK) == 0; }

std::string reason(int error) { return std::generic_category().message(error); }

std::string reason_not_read(int error) {
  if (error == ENOENT) return "there is no such file or folder";
  if (error == EACCES || error == EPERM) return "no permission to read it";
  if (error == EISDIR) return "it is a folder";
  if (error == ESPIPE) return "it is a pipe or a device, not a file";
  if (error == EFBIG) return "it is too large";
  return std::strerror(error);
}

}  // namespace thrive::system
