// SPDX-License-Identifier: MIT
#include "libthrive/system/locks.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <random>
#include <system_error>
#include <thread>
#include <utility>

#include "libthrive/system/cleanup.hpp"
#include "libthrive/system/clock.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::system {

namespace {

/// The file behind all links; empty with the reason when it is not one that can be replaced.
std::string find_target(const std::string& path, text::Diagnostics& problems) {
  std::array<char, PATH_MAX> resolved{};
  if (::realpath(path.c_str(), resolved.data()) == nullptr) {
    problems.error("cannot-read", text::whole_file(path), fmt::format("cannot open the file: {}", reason(errno)));
    return {};
  }
  const std::string target = resolved.data();
  struct stat status {};
  if (::stat(target.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
    problems.error("not-a-file", text::whole_file(path), "this is not an ordinary file, so it cannot be edited",
                   "name the project's YAML file");
    return {};
  }
  if (::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0) {
    problems.error("cannot-write", text::whole_file(path), fmt::format("cannot write to the file: {}", reason(errno)),
                   "nothing was changed");
    return {};
  }
  return target;
}

std::string host_name() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0) return "unknown";
  return name.data();
}

/// `PID HOST TIME`, for people and for the check whether the owner still runs.
std::string owner_line() { return fmt::format("{} {} {}\n", ::getpid(), host_name(), now_in_utc()); }

struct Owner {
  std::string process;  // as written, harmless to print; empty when the lock does not say
  std::string host;
  std::string since;
  bool is_dead = false;  // on this machine, and no longer running
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
  pid_t process = 0;
  const auto [end, error] = std::from_chars(owner.process.data(), owner.process.data() + owner.process.size(), process);
  const bool is_here = error == std::errc() && process > 0 && owner.host == host_name();
  owner.is_dead = is_here && ::kill(process, 0) != 0 && errno == ESRCH;
  return owner;
}

bool is_still_named(int descriptor, const std::string& name) {
  struct stat held {};
  struct stat named {};
  return ::fstat(descriptor, &held) == 0 && ::stat(name.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
         held.st_dev == named.st_dev;
}

/// An owner that gave the lock back and ended while we looked is not dead: its lock is gone.
std::optional<Owner> owner_of(const std::string& lock_name) {
  const int descriptor = ::open(lock_name.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  Owner owner = read_owner(descriptor);
  if (owner.is_dead) owner.is_dead = is_still_named(descriptor, lock_name);
  ::close(descriptor);
  return owner;
}

/// A lock without a name in it whose maker is gone: makers hold the file itself while they sign it.
bool is_abandoned(int descriptor, const std::string& lock_name) {
  return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 && read_owner(descriptor).process.empty() &&
         is_still_named(descriptor, lock_name);
}

bool is_abandoned(const std::string& lock_name) {
  const int descriptor = ::open(lock_name.c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool abandoned = is_abandoned(descriptor, lock_name);
  ::close(descriptor);
  return abandoned;
}

/// Removes the lock of a dead owner; false when it is not there any more, or not dead. Two processes may try at once:
/// each first locks the very file that it looked at, so none removes the lock that the other has just made.
bool break_stale_lock(const std::string& lock_name) {
  const int descriptor = ::open(lock_name.c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool is_stale =
      is_abandoned(descriptor, lock_name) || (::flock(descriptor, LOCK_EX | LOCK_NB) == 0 &&
                                              read_owner(descriptor).is_dead && is_still_named(descriptor, lock_name));
  const bool broken = is_stale && ::unlink(lock_name.c_str()) == 0;
  ::close(descriptor);
  return broken;
}

/// Makes the lock file and signs it; 0, or the error number. `slot` is where the signal handler finds it. The file is
/// held while it is not signed, so that a lock whose maker died in between can be told from one in the making; where
/// there is no room for the signature it stays held through `descriptor`.
int create_lock(const std::string& lock_name, int& slot, int& descriptor) {
  const SignalsHeld held;
  const int made = ::open(lock_name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (made < 0) return errno;
  ::flock(made, LOCK_EX);
  if (!is_still_named(made, lock_name)) {  // somebody took it for abandoned before we held it
    ::close(made);
    return EEXIST;
  }
  slot = register_for_removal(lock_name);
  const std::string line = owner_line();
  const bool is_signed = ::write(made, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  if (is_signed)
    ::close(made);
  else
    descriptor = made;
  return 0;
}

/// The lock as a person would look for it: beside the name that was given, unless that is a link.
std::string visible_name(const std::string& path, const std::string& target) {
  struct stat status {};
  const bool is_link = ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
  return (is_link ? target : path) + ".lock";
}

void report_owner(const std::string& path, const std::string& target, text::Diagnostics& problems) {
  const Owner owner = owner_of(target + ".lock").value_or(Owner{});
  const std::string lock_name = visible_name(path, target);
  if (owner.is_dead)
    problems.error(
        "stale-lock", text::whole_file(path),
        fmt::format("'{}' was left at {} by process {}, which no longer runs", lock_name, owner.since, owner.process),
        "take the lock over with --break-lock");
  else if (owner.process.empty() && is_abandoned(target + ".lock"))
    problems.error("stale-lock", text::whole_file(path),
                   fmt::format("'{}' was left by a process that was stopped while it made it", lock_name),
                   "take the lock over with --break-lock");
  else
    problems.error("file-locked", text::whole_file(path),
                   owner.process.empty() ? std::string("another program is editing the file")
                                         : fmt::format("process {} on '{}' has been editing the file since {}",
                                                       owner.process, owner.host, owner.since),
                   fmt::format("try again; if nobody is at work there, delete '{}'", lock_name));
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
  lock.target_ = find_target(path, problems);
  if (lock.target_.empty()) return std::nullopt;
  const std::string lock_name = lock.target_ + ".lock";
  Pauses pauses(options.wait_seconds);
  while (true) {
    const int error = create_lock(lock_name, lock.slot_, lock.descriptor_);
    if (error == 0) {
      lock.lock_name_ = lock_name;
      return lock;
    }
    if (error != EEXIST) {
      problems.error("cannot-write", text::whole_file(path),
                     fmt::format("cannot make the lock '{}': {}", visible_name(path, lock.target_), reason(error)),
                     "nothing was changed");
      return std::nullopt;
    }
    const Owner owner = owner_of(lock_name).value_or(Owner{});
    const bool breaks = options.break_stale && (owner.is_dead || owner.process.empty());
    if (breaks && break_stale_lock(lock_name)) continue;
    if ((owner.is_dead && !breaks) || !pauses.wait()) {
      report_owner(path, lock.target_, problems);
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
