// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/cli/tool.hpp"

// The commands of pdsa, one a file. Each declaration adds its options, its examples and its body.

/// Ramps as a timeline: open, overdue, next.
void declare_list(thrive::cli::Command& command);
/// One ramp as a story.
void declare_show(thrive::cli::Command& command);
/// What a coach would say about the cycles.
void declare_check(thrive::cli::Command& command);
/// Plan the next cycle.
void declare_new(thrive::cli::Command& command);
/// Write down what happened.
void declare_do(thrive::cli::Command& command);
/// Write down what it showed.
void declare_study(thrive::cli::Command& command);
/// Write down what comes of it.
void declare_act(thrive::cli::Command& command);
/// Correct ramps and cycles.
void declare_edit(thrive::cli::Command& command);
