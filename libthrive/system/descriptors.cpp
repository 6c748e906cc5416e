// SPDX-License-Identifier: MIT
#include "libthrive/system/descriptors.hpp"

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace thrive::system {

bool Descriptor::close() { return number_ < 0 || ::close(std::exchange(number_, -1)) == 0; }

bool read_all(int descriptor, std::size_t expected, std::size_t most, std::string& bytes) {
  bytes.resize(expected + 1);
  std::size_t length = 0;
  while (length <= most) {
    if (length == bytes.size()) bytes.resize(bytes.size() * 2 + 4096);
    const ssize_t count = ::read(descriptor, bytes.data() + length, bytes.size() - length);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    if (count == 0) break;
    length += static_cast<std::size_t>(count);
  }
  bytes.resize(length);
  return true;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace thrive::system
