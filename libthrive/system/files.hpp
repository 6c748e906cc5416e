// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::system {

/// A text that people edit is not larger: 64 MiB.
constexpr std::size_t most_bytes = std::size_t{64} << 20;

/// What a file was when it was read; a file that is no longer the same has been changed by somebody else.
struct FileState {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::int64_t size = 0;
  std::int64_t modified_nanoseconds = 0;
  friend bool operator==(const FileState&, const FileState&) = default;
};

/// Opens a regular file to read it, by links too. A pipe, a device or a folder is not opened, as it may never end:
/// then, and when there is no such file, the result is negative, and errno says why (ESPIPE for a pipe or a device).
/// What the caller has open already, such as /dev/stdin or /dev/fd/63, may be a pipe.
int open_to_read(const std::string& path);

/// The bytes of a regular file; nothing, with errno, when it cannot be read.
std::optional<std::string> read_bytes(const std::string& path);

/// Reads a file, or standard input for `-`; adds a problem that names the reason when it cannot be read.
std::optional<text::Source> read_source(const std::string& path, text::Diagnostics& problems);

/// The bytes of a regular file (or what a link points at), and its state at that moment. Missing, unreadable, not
/// regular or larger than `most_bytes`: nothing, with the reason in `problems`. `state` may be null.
std::optional<text::Source> read_file(const std::string& path, text::Diagnostics& problems, FileState* state = nullptr);

/// What a file is at this moment; all zero when there is none.
FileState state_now(const std::string& path);

/// Gives other programs a millisecond.
void wait_a_moment();

/// Writes a new file; an existing one is left alone and gives EEXIST. Returns 0, or the error number.
int write_new(const std::string& path, std::string_view bytes);

/// Makes a new folder for temporary files that nobody else may read; empty when that is not possible.
std::string make_private_folder();

/// Gives an existing file other bytes without putting another file in its place, as those need who hold its name open.
/// Until all is written, what was there last stands behind what is new. Returns 0, or the error number.
int write_in_place(const std::string& path, std::string_view bytes);

/// True when there is something of that name, whatever it is.
bool exists(const std::string& path);

/// True when this process may write to the file.
bool may_write(const std::string& path);

/// What an error number means, in English, whatever the locale.
std::string reason(int error);

/// Why a file or a folder cannot be read, in the words for people.
std::string reason_not_read(int error);

}  // namespace thrive::system
