// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/project/files.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::project {

/// One of a project's files as it was read, and its state at that moment.
struct FileRead {
  std::shared_ptr<const text::Source> source;
  system::FileState state{};
};

/// Reads the files of a project as they were at one moment: all before a save of several files, or all after it, also
/// when it is going on, or was interrupted. Nothing, with the reason in `problems`, when one cannot be read.
std::optional<std::vector<FileRead>> read_files(const ProjectFiles& files, text::Diagnostics& problems);

}  // namespace thrive::project
