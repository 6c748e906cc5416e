// SPDX-License-Identifier: MIT
#include "libthrive/system/replace.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "libthrive/system/cleanup.hpp"
#include "libthrive/system/descriptors.hpp"
#include "libthrive/system/file_state.hpp"
#include "libthrive/text/problem.hpp"

namespace thrive::system {

namespace {

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace

/// A new file beside the one that it will replace. Removed unless it was kept, also when a signal ends the process.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& target) {
    const std::size_t slash = target.rfind('/');
    const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
    path_ = target.substr(0, name) + "." + target.substr(name) + ".XXXXXX";
    const SignalsHeld held;
    number_ = ::mkostemp(path_.data(), O_CLOEXEC);
    error_ = number_ < 0 ? errno : 0;
    if (number_ >= 0) slot_ = register_for_removal(path_);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (number_ >= 0) ::close(number_);
    if (exists()) {
      const SignalsHeld held;
      ::unlink(path_.c_str());
      forget(slot_);
    }
  }

  bool exists() const { return error_ == 0 && !kept_; }
  int error() const { return error_; }
  int number() const { return number_; }
  const std::string& path() const { return path_; }
  /// Writes all, through to the disk when it must survive a power cut; network file systems tell of a full disk only
  /// when the file is closed.
  bool finish(std::string_view bytes, bool through_to_disk = true) {
    return write_all(number_, bytes) && (!through_to_disk || ::fsync(number_) == 0) &&
           ::close(std::exchange(number_, -1)) == 0;
  }
  void keep() {
    forget(slot_);
    kept_ = true;
  }

 private:
  std::string path_;
  int number_ = -1;
  int slot_ = -1;
  int error_ = 0;
  bool kept_ = false;
};

namespace {

/// Access lists and other extended attributes; what the file system does not know cannot be lost.
void copy_extended_attributes(int from, int to) {
  const ssize_t length = ::flistxattr(from, nullptr, 0);
  if (length <= 0) return;
  std::vector<char> names(static_cast<std::size_t>(length));
  const ssize_t got = ::flistxattr(from, names.data(), names.size());
  for (const char* name = names.data(); name < names.data() + std::max<ssize_t>(got, 0);
       name += std::string_view(name).size() + 1) {
    const ssize_t size = ::fgetxattr(from, name, nullptr, 0);
    if (size < 0) continue;
    std::vector<char> value(static_cast<std::size_t>(size));
    const ssize_t read = ::fgetxattr(from, name, value.data(), value.size());
    if (read >= 0) ::fsetxattr(to, name, value.data(), static_cast<std::size_t>(read), 0);
  }
}

/// Owner as far as we may give files away, then mode, then access lists, which refine the mode.
void copy_attributes(int from, const struct stat& status, int to) {
  if (::fchown(to, status.st_uid, status.st_gid) != 0 && ::fchown(to, static_cast<uid_t>(-1), status.st_gid) != 0) {
    // not ours to give: the file then belongs to whoever edits it
  }
  ::fchmod(to, status.st_mode & 07777);
  copy_extended_attributes(from, to);
}

/// Windows shares refuse for a moment while an editor has the file open.
bool rename_patiently(const std::string& from, const std::string& to) {
  for (int attempt = 0; attempt < 20; ++attempt) {
    if (::rename(from.c_str(), to.c_str()) == 0) return true;
    if (errno != EACCES && errno != EBUSY && errno != ETXTBSY) return false;
    const int error = errno;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    errno = error;
  }
  return false;
}

/// Nothing was changed: `what` is a case of `cannot-write`, `other` a file or folder besides.
void cannot_write(const std::string& name, const char* what, int error, text::Diagnostics& problems,
                  const std::string& other = {}) {
  problems.add(text::problem("cannot-write", text::whole_file(name),
                             {{"case", what}, {"other", other}, {"reason", reason(error)}}));
}

/// Writes what `make` hands over; true when that was all of it. `failed`, with errno, when something could not be
/// written.
bool fill(int descriptor, const std::function<bool(const std::function<bool(std::string_view)>&)>& make, bool& failed) {
  int error = 0;
  const bool is_whole = make([&](std::string_view bytes) {
    if (failed) return false;
    failed = !write_all(descriptor, bytes);
    if (failed) error = errno;
    return !failed;
  });
  if (failed) errno = error;
  return is_whole;
}

bool put_in_place(TemporaryFile& temporary, const std::string& target, const std::string& name,
                  text::Diagnostics& problems) {
  const SignalsHeld held;
  if (rename_patiently(temporary.path(), target)) {
    temporary.keep();
    return true;
  }
  const int error = errno;
  if (error == EACCES || error == EBUSY || error == ETXTBSY) {
    temporary.keep();
    cannot_write(name, "held-open", error, problems, temporary.path());
  } else {
    cannot_write(name, "replace", error, problems);
  }
  return false;
}

}  // namespace

void flush_folder(const std::string& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.is_open()) ::fsync(descriptor.number());
}

int rename_over(const std::string& from, const std::string& to) { return rename_patiently(from, to) ? 0 : errno; }

int write_through(const std::string& path, std::string_view bytes) {
  TemporaryFile temporary(path);
  if (!temporary.exists()) return temporary.error();
  if (!temporary.finish(bytes)) return errno;
  const SignalsHeld held;
  if (!rename_patiently(temporary.path(), path)) return errno;
  temporary.keep();
  flush_folder(folder_of(path));
  return 0;
}

struct StagedFile::Parts {
  Parts(const std::string& real, std::string shown)
      : target(real),
        name(std::move(shown)),
        old(::open(real.c_str(), O_RDONLY | O_CLOEXEC)),
        opened(old.is_open() && ::fstat(old.number(), &status) == 0 ? 0 : errno),
        temporary(real) {}

  std::string target;
  std::string name;  // that messages use
  Descriptor old;
  struct stat status {};
  int opened;  // 0, or why the file could not be looked at
  TemporaryFile temporary;
};

StagedFile::StagedFile(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
StagedFile::StagedFile(StagedFile&&) noexcept = default;
StagedFile& StagedFile::operator=(StagedFile&&) noexcept = default;
StagedFile::~StagedFile() = default;

const std::string& StagedFile::target() const { return parts_->target; }
const std::string& StagedFile::temporary() const { return parts_->temporary.path(); }

std::optional<StagedFile> StagedFile::make(const FileLock& lock, const text::Source& source, const std::string& bytes,
                                           text::Diagnostics& problems) {
  auto parts = std::make_unique<Parts>(lock.target(), source.name());
  if (parts->opened != 0) {
    cannot_write(parts->name, "look", parts->opened, problems);
  } else if (!parts->temporary.exists()) {
    cannot_write(parts->name, "folder", parts->temporary.error(), problems, folder_of(parts->target));
  } else {
    copy_attributes(parts->old.number(), parts->status, parts->temporary.number());
    if (parts->temporary.finish(bytes)) return StagedFile(std::move(parts));
    cannot_write(parts->name, "new-text", errno, problems);
  }
  return std::nullopt;
}

bool StagedFile::is_still(const text::Source& source, const FileState& state, text::Diagnostics& problems) const {
  std::string now;
  struct stat named {};
  const bool same = read_all(parts_->old.number(), source.bytes().size(), source.bytes().size(), now) &&
                    now == source.bytes() && ::stat(parts_->target.c_str(), &named) == 0 &&
                    state_of(named) == state_of(parts_->status) && state.size == parts_->status.st_size;
  if (!same) problems.add(text::problem("changed-meanwhile", text::whole_file(parts_->name), {{"case", "file"}}));
  return same;
}

bool StagedFile::put_in_place(text::Diagnostics& problems) {
  return thrive::system::put_in_place(parts_->temporary, parts_->target, parts_->name, problems);
}

void StagedFile::warn_of_other_names(text::Diagnostics& problems) const {
  if (parts_->status.st_nlink > 1)
    problems.add(text::problem("hard-links", text::whole_file(parts_->name), {}, text::Severity::warning));
}

void StagedFile::leave() { parts_->temporary.keep(); }

bool replace_file(const FileLock& lock, const text::Source& source, const FileState& state, const std::string& bytes,
                  text::Diagnostics& problems) {
  if (bytes == source.bytes()) return true;
  auto staged = StagedFile::make(lock, source, bytes, problems);
  if (!staged || !staged->is_still(source, state, problems) || !staged->put_in_place(problems)) return false;
  flush_folder(folder_of(lock.target()));
  staged->warn_of_other_names(problems);
  return true;
}

bool write_file(const std::string& path, const std::string& bytes, text::Diagnostics& problems) {
  return write_file(
      path, [&bytes](const std::function<bool(std::string_view)>& write) { return write(bytes); }, problems);
}

bool write_file(const std::string& path, const std::function<bool(const std::function<bool(std::string_view)>&)>& make,
                text::Diagnostics& problems) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  std::string target = path;
  if (exists) {
    if (char* const resolved = ::realpath(path.c_str(), nullptr)) {
      target = resolved;
      std::free(resolved);
    }
  }
  const auto refuse = [&](const char* what, int error, const std::string& other = {}) {
    cannot_write(path, what, error, problems, other);
    return false;
  };
  if (exists && !S_ISREG(status.st_mode)) {  // /dev/stdout, a pipe: nothing to replace
    Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!device.is_open()) return refuse("output", errno);
    bool failed = false;
    const bool is_whole = fill(device.number(), make, failed);
    if (failed || !device.close()) return refuse("output", errno);
    return is_whole;
  }
  if (exists && ::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0) return refuse("output", errno);
  TemporaryFile temporary(target);
  if (!temporary.exists()) return refuse("output-folder", temporary.error(), folder_of(target));
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(temporary.number(), exists ? status.st_mode & 07777 : 0666 & ~mask);
  // A report can be made again: waiting for the disk would cost ten times what making it does.
  bool failed = false;
  const bool is_whole = fill(temporary.number(), make, failed);
  if (failed || !temporary.finish({}, false)) return refuse("output-file", errno);
  return is_whole && put_in_place(temporary, target, path, problems);
}

}  // namespace thrive::system
