// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "libthrive/system/files.hpp"
#include "libthrive/system/locks.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::system {

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

}  // namespace thrive::system
