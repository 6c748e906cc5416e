// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/cli/tool.hpp"

// The commands of gap, one a file. Each declaration adds its options, its examples and its body.

/// The sheets, filled in or blank.
void declare_sheet(thrive::cli::Command& command);
/// Draft sheets from scores and observations.
void declare_draft(thrive::cli::Command& command);
/// Write one line of one column.
void declare_record(thrive::cli::Command& command);
/// Lines from a sheet that was filled in.
void declare_import(thrive::cli::Command& command);
/// What the sheets lack.
void declare_check(thrive::cli::Command& command);
/// Training that the sheets ask for, by module.
void declare_training(thrive::cli::Command& command);
/// Correct gap sheets.
void declare_edit(thrive::cli::Command& command);
