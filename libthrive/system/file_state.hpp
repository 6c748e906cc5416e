// SPDX-License-Identifier: MIT
#pragma once

#include <sys/stat.h>

#include "libthrive/system/files.hpp"

namespace thrive::system {

/// What the system says of a file, as far as it tells whether the file is still the same.
inline FileState state_of(const struct stat& status) {
  return {status.st_dev, status.st_ino, status.st_size,
          std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

}  // namespace thrive::system
