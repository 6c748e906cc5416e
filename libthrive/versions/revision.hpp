// SPDX-License-Identifier: MIT
//
// A version that git keeps. git is started to list and to show files, and for nothing else.
#pragma once

#include <optional>
#include <string>

#include "libthrive/versions/version.hpp"

namespace thrive::versions {

/// The files of a PROJECT, a file or a folder, as they were at a revision of the repository around it. Other files,
/// such as figures, are shown when they are asked for. Nothing, with a problem added, when git has no such revision, or
/// the revision no such project.
std::optional<Files> files_at_revision(const std::string& project, const std::string& revision,
                                       text::Diagnostics& problems);

/// The same files as they are now: the file, or those of its folder that make a project.
std::optional<Files> files_now(const std::string& project, text::Diagnostics& problems);

}  // namespace thrive::versions
