// SPDX-License-Identifier: MIT
#include "libthrive/system/open_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "libthrive/system/files.hpp"

namespace thrive::system {

OpenFile::OpenFile(const std::string& path) : descriptor_(path == "-" ? STDIN_FILENO : open_to_read(path)) {}

OpenFile::~OpenFile() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

bool OpenFile::can_be_read_again() const {
  struct stat about {};
  return descriptor_ >= 0 && ::fstat(descriptor_, &about) == 0 && S_ISREG(about.st_mode) &&
         ::lseek(descriptor_, 0, SEEK_CUR) == 0;
}

std::ptrdiff_t OpenFile::read(std::size_t offset, char* into, std::size_t most) const {
  for (;;) {
    const ssize_t count = ::pread(descriptor_, into, most, static_cast<off_t>(offset));
    if (count >= 0 || errno != EINTR) return count;
  }
}

}  // namespace thrive::system
