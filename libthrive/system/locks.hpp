// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "libthrive/text/diagnostics.hpp"

namespace thrive::system {

/// How to behave when another process holds the lock of a file.
struct LockOptions {
  double wait_seconds = 5;   // how long to wait for it
  bool break_stale = false;  // on a shared folder: take over the lock that another machine has left
  bool may_be_new = false;   // the file need not be there yet
  bool is_shared = false;    // take the folder for a shared one, whatever the system says of it
};

/// The lock of one file, `NAME.lock` beside it, which the system holds for this process as long as it is open: a lock
/// that nobody holds is free, however its owner went, and one that somebody holds is never taken, also from within
/// another container. It is visible to people, names its owner, and never hinders readers. Given back when the object
/// goes, and when the process ends by SIGINT, SIGTERM or SIGHUP.
///
/// On a folder that other machines have open too (NFS, SMB) a lock that was left by another machine stays until
/// somebody says that it may be broken: not every such system tells one machine what another holds.
class FileLock {
 public:
  /// Waits with growing delay. A lock is never broken by its age; nothing comes back when it stays with its owner, whom
  /// `problems` then names.
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
  int descriptor_ = -1;  // by which the system holds it
};

}  // namespace thrive::system
