// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/cli/tool.hpp"

namespace thrive::cli {

// The commands that are about a project as a whole: what thrive(1) consists of.

/// Starts a project in a folder.
void declare_init(Command& command);
/// Says everything that is wrong with projects.
void declare_check(Command& command);
/// Prints the project as JSON.
void declare_show(Command& command);
/// Prints the JSON Schema of project files.
void declare_schema(Command& command);
/// Says what a check means and what to do.
void declare_explain(Command& command);
/// Joins parts of reports into one page.
void declare_bind(Command& command);

}  // namespace thrive::cli
