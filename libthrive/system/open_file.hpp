// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace thrive::system {

/// A file that stays open while somebody reads from it, or standard input. Closed when it goes.
class OpenFile {
 public:
  /// `-` is standard input.
  explicit OpenFile(const std::string& path);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  /// True for a regular file of which nothing was read yet: it can be read from any place, as often as it takes.
  bool can_be_read_again() const;
  /// Bytes from an offset on, at most so many: how many there were, 0 at the end, less than 0 when reading failed.
  std::ptrdiff_t read(std::size_t offset, char* into, std::size_t most) const;

 private:
  int descriptor_;
};

}  // namespace thrive::system
