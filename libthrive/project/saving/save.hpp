// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::project {

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

/// What a file was when it was read; a file that is no longer the same has been changed by somebody else.
struct FileState {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::int64_t size = 0;
  std::int64_t modified_nanoseconds = 0;
  friend bool operator==(const FileState&, const FileState&) = default;
};

/// The bytes of a regular file (or what a link points at), and its state at that moment. Missing, unreadable, not
/// regular or larger than 64 MiB: nothing, with the reason in `problems`. `state` may be null.
std::optional<text::Source> read_file(const std::string& path, text::Diagnostics& problems, FileState* state = nullptr);

/// Replaces the bytes of the locked file in one step: temporary file in the same folder with the same owner, mode and
/// extended attributes, written, fsynced, closed, renamed, folder fsynced. A file that is no longer as it was when it
/// was read is left alone. False with the reason in `problems` when anything fails; the old file is then untouched.
/// Bytes equal to `source` write nothing.
bool replace_file(const FileLock& lock, const text::Source& source, const FileState& state, const std::string& bytes,
                  text::Diagnostics& problems);

/// Writes a file that is no project (a report, a picture) by way of a temporary file and a rename, with the usual mode
/// for new files or the mode of the file it replaces. No lock.
bool write_file(const std::string& path, const std::string& bytes, text::Diagnostics& problems);
/// The same for bytes that come piece by piece: `make` hands each to the function it gets, which says whether it could
/// be written, and says itself whether they are whole. When they are not, the file stays as it was, and the result is
/// false without a reason.
bool write_file(const std::string& path, const std::function<bool(const std::function<bool(std::string_view)>&)>& make,
                text::Diagnostics& problems);

}  // namespace thrive::project
