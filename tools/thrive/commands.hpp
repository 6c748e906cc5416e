// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/cli/tool.hpp"

// The commands of thrive, one a file. Each declaration adds its options, its examples and its body.

/// Where projects stand, and what is next.
void declare_status(thrive::cli::Command& command);
/// Start a project.
void declare_init(thrive::cli::Command& command);
/// Say everything that is wrong with projects.
void declare_check(thrive::cli::Command& command);
/// Print the project as JSON.
void declare_show(thrive::cli::Command& command);
/// Print the JSON Schema of project files.
void declare_schema(thrive::cli::Command& command);
/// Say what a check means and what to do.
void declare_explain(thrive::cli::Command& command);
/// Join parts of reports into one page.
void declare_bind(thrive::cli::Command& command);
/// Say what changed between two versions.
void declare_diff(thrive::cli::Command& command);
/// Write projects as tables for analysis.
void declare_export(thrive::cli::Command& command);
/// Correct what was recorded.
void declare_edit(thrive::cli::Command& command);
/// Put a hook into a git repository that checks what is about to be committed.
void declare_hook(thrive::cli::Command& command);
/// Join three versions of a project.
void declare_merge(thrive::cli::Command& command);
/// Tell git how projects are joined.
void declare_git_setup(thrive::cli::Command& command);
/// List what may stand at a path, and what does.
void declare_fields(thrive::cli::Command& command);
