// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/project/editing/correction.hpp"
#include "libthrive/text/value.hpp"
#include "tests/unit/yaml/corpus.hpp"

namespace thrive::tests {

/// Some correction, and what it makes of the plain data.
struct Task {
  std::string kind;
  std::vector<project::Correction> corrections;
  text::Value expected;
  int most_lines = 1;    // of the file before that may be gone, and of new ones
  std::string new_id{};  // of a renaming: put back the old one, and every byte is as it was
  std::string old_id{};
};

/// A random correction of a made-up project (see made_up_project): one field, or something renamed wherever it stands,
/// or several that go by what the earlier ones made.
Task random_correction(const text::Value& project, Chance& chance);

/// Everything as text, as a reader without types has it.
text::Value as_read(const text::Value& value);

}  // namespace thrive::tests
