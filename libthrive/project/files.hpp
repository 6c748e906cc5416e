// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/tables/input.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::project {

/// The bytes of a regular file; nothing when it cannot be read.
std::optional<std::string> read_bytes(const std::string& path);

/// What a PROJECT argument stands for.
struct ProjectFiles {
  std::string path;                // as it was given
  std::string folder;              // where data files are looked for; "." for standard input
  std::vector<std::string> names;  // its files, sorted; "-" for standard input
};

/// Lists the files of a PROJECT: the file itself, every `*.yaml` directly in a folder (hidden files left out), or
/// standard input. Nothing, with a problem added, when there is none.
std::optional<ProjectFiles> list_project_files(const std::string& path, text::Diagnostics& problems);

/// Reads a file, or standard input for `-`; adds a problem that names the reason when it cannot be read.
std::optional<text::Source> read_source(const std::string& path, text::Diagnostics& problems);

/// Opens a table of text, or standard input for `-`, to be read a block at a time; only what comes through a pipe is
/// held. Adds a problem that names the reason when it cannot be read.
std::optional<tables::Input> open_table(const std::string& path, text::Diagnostics& problems);

}  // namespace thrive::project
