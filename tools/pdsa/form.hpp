// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/cli/tool.hpp"
#include "libthrive/ramps/entry/recording.hpp"

/// Prints a blank of one stage of a cycle, for an editor.
thrive::cli::Exit print_stage(thrive::cli::Session& session, const std::string& cycle, thrive::ramps::Stage stage);
