// SPDX-License-Identifier: MIT
#include "libthrive/system/locks.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdlib>
#include <random>
#include <system_error>
#include <thread>
#include <utility>

#include "libthrive/system/cleanup.hpp"
#include "libthrive/system/clock.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/text/problem.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::system {

namespace {

/// A file that is not there yet, in a folder that is: its name behind all links of the folder; empty otherwise.
std::string find_new(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
  std::array<char, PATH_MAX> resolved{};
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0 || ::realpath(folder.c_str(), resolved.data()) == nullptr) return {};
  return std::string(resolved.data()) + "/" + path.substr(slash == std::string::npos ? 0 : slash + 1);
}

/// The file behind all links; empty with the reason when it is not one that can be replaced.
std::string find_target(const std::string& path, bool may_be_new, text::Diagnostics& problems) {
  std::array<char, PATH_MAX> resolved{};
  if (::realpath(path.c_str(), resolved.data()) == nullptr) {
    const int why = errno;
    if (may_be_new && why == ENOENT)
      if (std::string target = find_new(path); !target.empty()) return target;
    errno = why;
    problems.add(text::problem("cannot-read", text::whole_file(path), {{"case", "open"}, {"reason", reason(errno)}}));
    return {};
  }
  const std::string target = resolved.data();
  struct stat status {};
  if (::stat(target.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
    problems.add(text::problem("not-a-file", text::whole_file(path)));
    return {};
  }
  if (::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0) {
    problems.add(
        text::problem("cannot-write", text::whole_file(path), {{"case", "no-right"}, {"reason", reason(errno)}}));
    return {};
  }
  return target;
}

std::string host_name() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0) return "unknown";
  return name.data();
}

/// `PID HOST TIME`, for people.
std::string owner_line() { return fmt::format("{} {} {}\n", ::getpid(), host_name(), now_in_utc()); }

struct Owner {
  std::string process;  // as written, harmless to print; empty when the lock does not say
  std::string host;
  std::string since;
};

/// The next word of a line, without what could drive a terminal.
std::string take_word(std::string& line) {
  const std::string word = line.substr(0, line.find(' '));
  line.erase(0, word.size() + 1);
  return text::without_controls(word);
}

Owner read_owner(int descriptor) {
  std::array<char, 512> bytes{};
  const ssize_t length = ::pread(descriptor, bytes.data(), bytes.size(), 0);
  std::string line(bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
  line = line.substr(0, line.find('\n'));
  Owner owner;
  owner.process = take_word(line);
  owner.host = take_word(line);
  owner.since = take_word(line);
  return owner;
}

bool is_still_named(int descriptor, const std::string& name) {
  struct stat held {};
  struct stat named {};
  return ::fstat(descriptor, &held) == 0 && ::stat(name.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
         held.st_dev == named.st_dev;
}

/// Whether other machines may have the folder open as well, so that what this one knows of a lock is not all: network
/// and cluster file systems, and those that a program serves.
bool may_be_shared(int descriptor) {
  constexpr std::array<unsigned long, 13> shared = {
      0x6969,      // NFS
      0x517B,      // SMB
      0xFF534D42,  // CIFS
      0xFE534D42,  // SMB2
      0x65735546,  // FUSE
      0x01021997,  // 9P
      0x5346414F,  // AFS
      0x00C36400,  // Ceph
      0x73757245,  // Coda
      0x564C,      // NCP
      0x01161970,  // GFS2
      0x7461636F,  // OCFS2
      0x0BD00BD0,  // Lustre
  };
  struct statfs about {};
  if (::fstatfs(descriptor, &about) != 0) return true;
  const auto kind = static_cast<unsigned long>(about.f_type) & 0xFFFFFFFFul;
  return std::find(shared.begin(), shared.end(), kind) != shared.end();
}

/// What became of one try to get a lock.
enum class Try { held_by_us, held_by_others, again, failed };

/// A lock file that is open, and that the system holds for us once `is_held`.
struct OpenLock {
  int descriptor = -1;
  bool is_made = false;  // by us, a moment ago
  bool may_be_signed = true;
};

/// Opens the lock file, made where there is none. One that belongs to somebody else may perhaps only be read, which is
/// enough to hold it.
OpenLock open_lock(const std::string& lock_name) {
  OpenLock lock;
  lock.descriptor = ::open(lock_name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
  lock.is_made = lock.descriptor >= 0;
  if (lock.is_made || errno != EEXIST) return lock;
  lock.descriptor = ::open(lock_name.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (lock.descriptor >= 0 || errno != EACCES) return lock;
  lock.may_be_signed = false;
  lock.descriptor = ::open(lock_name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  return lock;
}

/// Whether a lock file that was there may be taken over once the system holds it for us: nobody on this machine has it
/// then. On a shared folder the program of another machine may have it all the same.
bool may_take_over(const OpenLock& lock, const LockOptions& options) {
  if (lock.is_made || options.break_stale) return true;
  const Owner owner = read_owner(lock.descriptor);
  return owner.host.empty() || owner.host == host_name() || !(options.is_shared || may_be_shared(lock.descriptor));
}

/// Holds the lock file as long as it is open, which ends with the process, however that ends. The name in it is for
/// people. `slot` is where the signal handler finds it.
Try try_lock(const std::string& lock_name, const LockOptions& options, int& descriptor, int& slot) {
  const SignalsHeld held;
  const OpenLock lock = open_lock(lock_name);
  if (lock.descriptor < 0) return errno == ENOENT || errno == EEXIST ? Try::again : Try::failed;
  const auto leave = [&lock](Try result) {
    const int error = errno;
    ::close(lock.descriptor);
    errno = error;
    return result;
  };
  const bool is_held = ::flock(lock.descriptor, LOCK_EX | LOCK_NB) == 0;
  // Where the system knows no such locks, having made the file must do.
  if (!is_held && (errno == EWOULDBLOCK || !(lock.is_made || options.break_stale))) return leave(Try::held_by_others);
  if (!is_still_named(lock.descriptor, lock_name)) return leave(Try::again);
  if (!may_take_over(lock, options)) return leave(Try::held_by_others);
  if (!lock.may_be_signed) return leave(::unlink(lock_name.c_str()) == 0 ? Try::again : Try::failed);
  slot = register_for_removal(lock_name);
  const std::string line = owner_line();
  if (::ftruncate(lock.descriptor, 0) != 0 || ::pwrite(lock.descriptor, line.data(), line.size(), 0) < 0) {
    // a full disk: held without a name
  }
  descriptor = lock.descriptor;
  return Try::held_by_us;
}

/// The lock as a person would look for it: beside the name that was given, unless that is a link.
std::string visible_name(const std::string& path, const std::string& target) {
  struct stat status {};
  const bool is_link = ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
  return (is_link ? target : path) + ".lock";
}

void report_owner(const std::string& path, const std::string& target, const LockOptions& options,
                  text::Diagnostics& problems) {
  const std::string lock_name = target + ".lock";
  const int descriptor = ::open(lock_name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  Owner owner;
  bool is_shared = false;
  if (descriptor >= 0) {
    owner = read_owner(descriptor);
    is_shared = owner.host != host_name() && (options.is_shared || may_be_shared(descriptor));
    ::close(descriptor);
  }
  problems.add(text::problem("file-locked", text::whole_file(path),
                             {{"process", owner.process},
                              {"host", owner.host},
                              {"since", owner.since},
                              {"lock", is_shared ? text::Value(visible_name(path, target)) : text::Value()}}));
}

/// Growing pauses with some chance in them, so that many waiters do not step on each other.
class Pauses {
 public:
  explicit Pauses(double seconds)
      : deadline_(std::chrono::steady_clock::now() +
                  std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                      std::chrono::duration<double>(std::clamp(seconds, 0.0, 86400.0)))),
        random_(static_cast<unsigned>(::getpid())) {}

  /// False when the time is over.
  bool wait() {
    const auto now = std::chrono::steady_clock::now();
    if (now >= deadline_) return false;
    const auto longest = std::chrono::duration<double, std::milli>(deadline_ - now);
    const std::chrono::duration<double, std::milli> pause(milliseconds_ *
                                                          std::uniform_real_distribution<double>(0.5, 1.5)(random_));
    std::this_thread::sleep_for(std::min(pause, longest));
    milliseconds_ = std::min(milliseconds_ * 1.4, 50.0);
    return true;
  }

 private:
  std::chrono::steady_clock::time_point deadline_;
  std::minstd_rand random_;
  double milliseconds_ = 0.5;
};

}  // namespace

std::optional<FileLock> FileLock::acquire(const std::string& path, const LockOptions& options,
                                          text::Diagnostics& problems) {
  FileLock lock;
  lock.target_ = find_target(path, options.may_be_new, problems);
  if (lock.target_.empty()) return std::nullopt;
  const std::string lock_name = lock.target_ + ".lock";
  Pauses pauses(options.wait_seconds);
  while (true) {
    const Try result = try_lock(lock_name, options, lock.descriptor_, lock.slot_);
    if (result == Try::held_by_us) {
      lock.lock_name_ = lock_name;
      return lock;
    }
    if (result == Try::failed) {
      problems.add(
          text::problem("cannot-write", text::whole_file(path),
                        {{"case", "lock"}, {"other", visible_name(path, lock.target_)}, {"reason", reason(errno)}}));
      return std::nullopt;
    }
    if (!pauses.wait()) {
      report_owner(path, lock.target_, options, problems);
      return std::nullopt;
    }
  }
}

FileLock::FileLock(FileLock&& other) noexcept
    : target_(std::move(other.target_)),
      lock_name_(std::exchange(other.lock_name_, {})),
      slot_(std::exchange(other.slot_, -1)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  if (this == &other) return *this;
  release();
  target_ = std::move(other.target_);
  lock_name_ = std::exchange(other.lock_name_, {});
  slot_ = std::exchange(other.slot_, -1);
  descriptor_ = std::exchange(other.descriptor_, -1);
  return *this;
}

FileLock::~FileLock() { release(); }

void FileLock::release() noexcept {
  if (lock_name_.empty()) return;
  const SignalsHeld held;
  ::unlink(lock_name_.c_str());
  forget(slot_);
  if (descriptor_ >= 0) ::close(descriptor_);
  lock_name_.clear();
  slot_ = -1;
  descriptor_ = -1;
}

}  // namespace thrive::system
