// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "libthrive/cli/tool.hpp"

namespace thrive::cli {

/// Declares `edit` of a tool: any field of its sections by a path, which may leave the section out; for `thrive` every
/// field of the project. The caller adds the examples.
void declare_edit(Command& command, std::string_view tool);

}  // namespace thrive::cli
