// SPDX-License-Identifier: MIT
#include "libthrive/text/fingerprint.hpp"

#include <cstdint>

namespace thrive::text {

std::string fingerprint(const std::vector<std::string>& texts) {
  std::uint64_t hash = 14695981039346656037ull;
  const auto add = [&hash](char byte) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 1099511628211ull;
  };
  for (const std::string& text : texts) {
    for (const char byte : text) add(byte);
    add('\n');
  }
  std::string hex;
  for (int shift = 60; shift >= 0; shift -= 4) hex += "0123456789abcdef"[(hash >> shift) & 0xF];
  return hex;
}

}  // namespace thrive::text
