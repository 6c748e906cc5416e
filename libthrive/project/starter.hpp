// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/text/diagnostics.hpp"

namespace thrive::project {

/// The commented project file that `thrive init` writes, with a name in it. Nothing, with the reason in `problems`,
/// when the name cannot stand in a file.
std::optional<std::string> starter_project(std::string_view name, text::Diagnostics& problems);

/// Makes a folder with a starter project: thrive.yaml, data/ and .gitignore. Nothing that exists is overwritten: an
/// existing thrive.yaml refuses it all, an existing .gitignore is left as it is with a note. False, with the reason in
/// `problems`, when it could not be made.
bool write_starter(const std::string& folder, std::string_view name, text::Diagnostics& problems);

}  // namespace thrive::project
