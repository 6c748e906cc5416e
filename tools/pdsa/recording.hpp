// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/cli/tool.hpp"

// Declarations of the commands of pdsa that write into the project; each adds its options and its body.

void declare_new(thrive::cli::Command& command);
void declare_do(thrive::cli::Command& command);
void declare_study(thrive::cli::Command& command);
void declare_act(thrive::cli::Command& command);
