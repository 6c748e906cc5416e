// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace thrive::tests {

/// The full name of a file of the source tree, given its name from the root: "tests/cases/…".
std::string source_path(const std::string& relative);
/// The bytes of a file; throws std::runtime_error when it cannot be read.
std::string read_file(const std::string& path);

}  // namespace thrive::tests
