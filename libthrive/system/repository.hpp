// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace thrive::system {

/// The top of the git working tree that a folder lies in, as a real path; empty when it lies in none.
std::string working_tree_of(const std::string& folder);

/// The folder that this process works in, as a real path; empty when it is gone.
std::string working_folder();

}  // namespace thrive::system
