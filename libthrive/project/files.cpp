// SPDX-License-Identifier: MIT
#include "libthrive/project/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>

#include "libthrive/project/saving/save.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

/// Larger files are refused by the YAML reader with a message; this only keeps memory within bounds before that.
constexpr std::size_t most_bytes = std::size_t{1} << 30;

/// Reads a descriptor to its end; false when reading fails.
bool read_all(int descriptor, std::string& bytes, std::size_t expected) {
  std::size_t size = 0;
  bytes.resize(expected + 1);
  for (;;) {
    if (size == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t count = ::read(descriptor, bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
    if (size > most_bytes) {
      errno = EFBIG;
      return false;
    }
  }
  bytes.resize(size);
  return true;
}

/// The reason of the last failed call, in the C library's words and in English, whatever the locale.
std::string reason() {
  if (errno == ENOENT) return "there is no such file or folder";
  if (errno == EACCES || errno == EPERM) return "no permission to read it";
  if (errno == EISDIR) return "it is a folder";
  if (errno == EFBIG) return "it is too large";
  return std::strerror(errno);
}

/// A link to a file that is gone counts: opening it says so, where a section would otherwise be missing in silence.
bool is_project_file(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  std::error_code failed;
  return entry.path().extension() == ".yaml" && !name.starts_with('.') &&
         (entry.is_regular_file(failed) || !entry.exists(failed));
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
    if (!read_all(descriptor, *bytes, std::min(expected, most_bytes))) bytes.reset();
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
    if (read_all(STDIN_FILENO, bytes, 1 << 16)) return text::Source("<stdin>", std::move(bytes));
    problems.error("cannot-read", {}, "cannot read standard input: " + reason());
    return std::nullopt;
  }
  return read_file(path, problems);
}

namespace {

/// Closes a descriptor when nobody reads from it any more.
class OpenFile {
 public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  ~OpenFile() {
    if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  /// True when it can be read from any place, as often as it takes.
  bool is_regular() const {
    struct stat about {};
    return descriptor_ >= 0 && ::fstat(descriptor_, &about) == 0 && S_ISREG(about.st_mode);
  }
  /// True when nothing was read from it yet.
  bool is_at_start() const { return ::lseek(descriptor_, 0, SEEK_CUR) == 0; }

  std::ptrdiff_t read(std::size_t offset, char* into, std::size_t most) const {
    for (;;) {
      const ssize_t count = ::pread(descriptor_, into, most, static_cast<off_t>(offset));
      if (count >= 0 || errno != EINTR) return count;
    }
  }

 private:
  int descriptor_;
};

}  // namespace

std::optional<tables::Input> open_table(const std::string& path, text::Diagnostics& problems) {
  const bool is_standard_input = path == "-";
  const auto file =
      std::make_shared<const OpenFile>(is_standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file->is_regular() && file->is_at_start())
    return tables::Input{
        is_standard_input ? "<stdin>" : path,
        [file](std::size_t offset, char* into, std::size_t most) { return file->read(offset, into, most); }};
  std::optional<text::Source> source = read_source(path, problems);
  if (!source) return std::nullopt;
  return tables::input_of(std::move(*source));
}

std::optional<ProjectFiles> list_project_files(const std::string& path, text::Diagnostics& problems) {
  if (path == "-") return ProjectFiles{path, ".", {"-"}};
  std::error_code failed;
  if (!fs::is_directory(path, failed)) {
    const std::string folder = fs::path(path).parent_path().string();
    return ProjectFiles{path, folder.empty() ? "." : folder, {path}};
  }
  ProjectFiles files{path, path, {}};
  for (fs::directory_iterator entry(path, failed), end; !failed && entry != end; entry.increment(failed))
    if (is_project_file(*entry))
      files.names.push_back(path == "." ? entry->path().filename().string() : entry->path().string());
  if (failed) {
    errno = failed.value();
    problems.error("cannot-read", {}, "cannot read '" + path + "': " + reason());
    return std::nullopt;
  }
  if (files.names.empty()) {
    problems.error("no-project-files", {}, "there is no project file (*.yaml) in '" + path + "'",
                   "start a project with 'thrive init'");
    return std::nullopt;
  }
  std::sort(files.names.begin(), files.names.end());
  return files;
}

}  // namespace thrive::project
