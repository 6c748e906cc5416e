// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "libthrive/text/diagnostics.hpp"

namespace thrive::system {

/// How to behave when another process holds the lock of a file.
struct LockOptions {
  double wait_seconds = 5;   // how long to wait for it
  bool break_stale = false;  // take over the lock of a process on this machine that no longer runs
};

/// The lock of one file, `NAME.lock` beside it, made with create-exclusive: it works on local disks, NFS and SMB, is
/// visible to people, and never hinders readers. Given back when the object goes, and when the process ends by
/// SIGINT, SIGTERM or SIGHUP.
class FileLock {
 public:
  /// Waits with growing delay. A lock is never broken by its age; nothing comes back when it stays with its owner, and
  /// `problems` names the owner, or says that it is dead and what to do.
  static std::optional<FileLock> acquire(const std::string& path, const LockOptions& options,
                                         text::Diagnostics& problems);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock();

  /// The real file behind the links: what is read and replaced.
  const std::string& target() const { return target_; }

 private:
  FileLock() = default;
  void release() noexcept;
  std::string target_;
  std::string lock_name_;
  int slot_ = -1;        // where the signal handler finds it
  int descriptor_ = -1;  // open while the lock has no signature
};

}  // namespace thrive::system
