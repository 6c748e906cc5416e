// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thrive::project {

/// The sections of a project that a tool works on, which the paths of its `edit` may leave out. None for `thrive` and
/// for names that are no tool with an `edit` of its own: their paths are whole.
std::vector<std::string> sections_of_tool(std::string_view tool);
/// The tools that have sections of their own.
std::vector<std::string> tools_with_sections();

}  // namespace thrive::project
