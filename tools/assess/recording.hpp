// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/cli/tool.hpp"

// Declarations of the commands of assess that write into the project; each adds its options and its body.

void declare_import(thrive::cli::Command& command);
void declare_record(thrive::cli::Command& command);
void declare_agree(thrive::cli::Command& command);
