// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/cli/declaration.hpp"

namespace thrive::cli {

/// A line of a help page: what is typed, and what it does.
struct HelpEntry {
  std::string left;
  std::string right;
};

/// What a tool's `--help` needs to know.
struct ToolPage {
  std::string name;
  std::string summary;
  std::vector<HelpEntry> commands;
  std::vector<Example> examples;
  std::vector<std::string> siblings;  // tools that `thrive NAME` runs
};

/// A tool's help: what it is for, its commands, two examples. Fits 24 lines of 80 columns.
std::string help_of(const ToolPage& tool);
/// A command's help: usage, arguments, options (each on a line of its own: two spaces, `-s, --since DATE`, two spaces
/// or more, what it does), two examples.
std::string help_of(const Command::Declaration& command);
/// `gap draft ITEM [options] [PROJECT]`.
std::string usage_of(const Command::Declaration& command);

}  // namespace thrive::cli
