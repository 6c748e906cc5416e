// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thrive::cli {

/// The name under which a tool is installed: with THRIVE_PROGRAM_PREFIX, which `thrive` itself never has.
std::string installed_name(std::string_view tool);

/// The tools that belong together, as CMakeLists.txt lists them, without `thrive` itself.
std::vector<std::string> sibling_tools();

/// Becomes the tool `name`, which lies beside this program or else on PATH, with the arguments behind it. Returns only
/// when that was not possible, with the reason.
std::string become_sibling(std::string_view name, int argc, char** argv);

}  // namespace thrive::cli
