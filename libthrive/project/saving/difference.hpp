// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace thrive::project {

/// The unified difference of two texts with three lines around each change, as `patch -p0` and `git apply -p0` read it;
/// empty when they are equal. Lines are compared with their line endings. The shortest difference by Myers' algorithm,
/// unless more than two thousand lines changed: then the whole changed stretch is shown as replaced.
std::string unified_difference(std::string_view name, std::string_view before, std::string_view after);

}  // namespace thrive::project
