// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/versions/files.hpp"

namespace thrive::versions {

/// What was joined, one line a file and one a conflict, for a person: `observations.yaml: joined 1 note; o31 of the
/// other branch is now o32 [id-renumbered]`. Nothing of files in which nothing came together.
std::vector<std::string> in_words(const MergeOutcome& outcome);

/// The same for programs.
text::Value contract(const MergeOutcome& outcome);

}  // namespace thrive::versions
