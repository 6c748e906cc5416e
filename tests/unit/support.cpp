// SPDX-License-Identifier: MIT
#include "tests/unit/support.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace thrive::tests {

std::string source_path(const std::string& relative) { return std::string(THRIVE_SOURCE_DIR) + "/" + relative; }

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

}  // namespace thrive::tests
