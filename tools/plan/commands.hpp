// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/cli/tool.hpp"

// The commands of plan, one a file. Each declaration adds its options, its examples and its body.

/// Tasks by phase, and what is late.
void declare_list(thrive::cli::Command& command);
/// Correct the plan.
void declare_edit(thrive::cli::Command& command);
