// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/cli/tool.hpp"

// The commands of drivers, one a file. Each declaration adds its options, its examples and its body.

/// Record the aim.
void declare_aim(thrive::cli::Command& command);
/// Add a driver or a change idea.
void declare_add(thrive::cli::Command& command);
/// Say what tests, carries out or is driven by an idea.
void declare_link(thrive::cli::Command& command);
/// Put an idea aside, with the reason.
void declare_park(thrive::cli::Command& command);
/// A diagram from a sheet.
void declare_import(thrive::cli::Command& command);
/// The diagram as a picture.
void declare_draw(thrive::cli::Command& command);
/// Aim, drivers and ideas, and what has become of them.
void declare_list(thrive::cli::Command& command);
/// What the theory lacks.
void declare_check(thrive::cli::Command& command);
/// What keeps a problem going: record, draw, check.
void declare_causes(thrive::cli::Command& command);
/// Blank sheets for the workshop.
void declare_sheet(thrive::cli::Command& command);
/// Correct aim, drivers, ideas and causes.
void declare_edit(thrive::cli::Command& command);
