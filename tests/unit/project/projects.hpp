// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/project/opened.hpp"

namespace thrive::tests {

/// Opens one file of text in memory, named project.yaml.
std::optional<project::Opened> open_text(const std::string& yaml);
/// Everything that is wrong with it, errors and warnings, as messages are printed, in file order, a line each.
std::string messages_of(const std::string& yaml);
/// The same for the files of a folder.
std::string messages_of(const std::vector<text::Source>& files);

}  // namespace thrive::tests
