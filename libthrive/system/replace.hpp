// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "libthrive/system/files.hpp"
#include "libthrive/system/locks.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::system {

/// New bytes for a locked file: written through to the disk into a temporary file in the same folder, with the same
/// owner, mode and extended attributes, and not in place yet. Taken away with the object unless it was put in place or
/// left.
class StagedFile {
 public:
  /// Nothing, with the reason in `problems`, when it cannot be written.
  static std::optional<StagedFile> make(const FileLock& lock, const text::Source& source, const std::string& bytes,
                                        text::Diagnostics& problems);
  StagedFile(StagedFile&&) noexcept;
  StagedFile& operator=(StagedFile&&) noexcept;
  ~StagedFile();

  /// The real file, and the one with its new bytes.
  const std::string& target() const;
  const std::string& temporary() const;
  /// False, with the reason in `problems`, when the file is no longer as it was read: editors know nothing of locks.
  bool is_still(const text::Source& source, const FileState& state, text::Diagnostics& problems) const;
  /// Renames it over the file.
  bool put_in_place(text::Diagnostics& problems);
  /// Once it is in place: warns when the file has other names, which keep the old bytes.
  void warn_of_other_names(text::Diagnostics& problems) const;
  /// The temporary file stays when the object goes, and when a signal ends the process: somebody else answers for it.
  void leave();

 private:
  struct Parts;
  explicit StagedFile(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// Replaces the bytes of the locked file in one step: staged, put in place, folder flushed. A file that is no longer as
/// it was when it was read is left alone. False with the reason in `problems` when anything fails; the old file is then
/// untouched. Bytes equal to `source` write nothing.
bool replace_file(const FileLock& lock, const text::Source& source, const FileState& state, const std::string& bytes,
                  text::Diagnostics& problems);

/// Makes new and changed names in a folder durable; file systems that cannot are no reason to complain.
void flush_folder(const std::string& folder);

/// Renames a file over another, as often as a share takes that lets go of it only after a moment. 0 or the error
/// number.
int rename_over(const std::string& from, const std::string& to);

/// Writes a small file through to the disk and into its place in one step. 0 or the error number.
int write_through(const std::string& path, std::string_view bytes);

/// Writes a file that is no project (a report, a picture) by way of a temporary file and a rename, with the usual mode
/// for new files or the mode of the file it replaces. No lock.
bool write_file(const std::string& path, const std::string& bytes, text::Diagnostics& problems);
/// The same for bytes that come piece by piece: `make` hands each to the function it gets, which says whether it could
/// be written, and says itself whether they are whole. When they are not, the file stays as it was, and the result is
/// false without a reason.
bool write_file(const std::string& path, const std::function<bool(const std::function<bool(std::string_view)>&)>& make,
                text::Diagnostics& problems);

}  // namespace thrive::system
