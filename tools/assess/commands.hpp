// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/cli/tool.hpp"

// The commands of assess, one a file. Each declaration adds its options, its examples and its body.

/// A blank score sheet for a table.
void declare_sheet(thrive::cli::Command& command);
/// Read filled-in sheets into the project.
void declare_import(thrive::cli::Command& command);
/// Record one table's score for one item.
void declare_record(thrive::cli::Command& command);
/// Record what the room agreed for an item.
void declare_agree(thrive::cli::Command& command);
/// An assessment, item by item.
void declare_score(thrive::cli::Command& command);
/// What moved between two assessments.
void declare_compare(thrive::cli::Command& command);
/// Correct assessments and instruments.
void declare_edit(thrive::cli::Command& command);
