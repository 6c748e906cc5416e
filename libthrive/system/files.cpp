// SPDX-License-Identifier: MIT
#include "libthrive/system/files.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "libthrive/system/descriptors.hpp"
#include "libthrive/system/file_state.hpp"

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

std::optional<std::string> read_bytes(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  struct stat about {};
  std::optional<std::string> bytes;
  if (::fstat(descriptor, &about) == 0 && !S_ISDIR(about.st_mode)) {
    const auto expected = about.st_size > 0 ? static_cast<std::size_t>(about.st_size) : std::size_t{4096};
    bytes.emplace();
    if (!read_in_memory(descriptor, std::min(expected, most_in_memory), *bytes)) bytes.reset();
  } else if (S_ISDIR(about.st_mode)) {
    errno = EISDIR;
  }
  const int why = errno;
  ::close(descriptor);
  errno = why;
  return bytes;
}

std::optional<text::Source> read_source(const std::string& path, text::Diagnostics& problems) {
  errno = 0;
  if (path == "-") {
    std::string bytes;
    if (read_in_memory(STDIN_FILENO, 1 << 16, bytes)) return text::Source("<stdin>", std::move(bytes));
    problems.error("cannot-read", {}, "cannot read standard input: " + reason_not_read(errno));
    return std::nullopt;
  }
  return read_file(path, problems);
}

std::optional<text::Source> read_file(const std::string& path, text::Diagnostics& problems, FileState* state) {
  const auto refuse = [&](const std::string& code, const std::string& message) {
    problems.error(code, text::whole_file(path), message);
    return std::nullopt;
  };
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!descriptor.is_open() || ::fstat(descriptor.number(), &status) != 0)
    return refuse("cannot-read", fmt::format("cannot open the file: {}", reason(errno)));
  if (S_ISDIR(status.st_mode)) return refuse("cannot-read", "this is a folder, not a file");
  const auto size = static_cast<std::size_t>(S_ISREG(status.st_mode) ? status.st_size : 0);
  std::string bytes;
  if (size <= most_bytes && !read_all(descriptor.number(), size, most_bytes, bytes))
    return refuse("cannot-read", fmt::format("cannot read the file: {}", reason(errno)));
  if (size > most_bytes || bytes.size() > most_bytes)
    return refuse("file-too-large", fmt::format("the file has more than the {} bytes that are read", most_bytes));
  if (state != nullptr) *state = state_of(status);
  return text::Source(path, std::move(bytes));
}

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
  if (error == EFBIG) return "it is too large";
  return std::strerror(error);
}

}  // namespace thrive::system
