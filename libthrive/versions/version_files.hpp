// SPDX-License-Identifier: MIT
//
// The files of a version, read as documents.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/versions/version.hpp"

namespace thrive::versions {

/// The documents of some files that are in a version; those that are not there are left out. Nothing, with a problem
/// added, when one is no YAML.
std::optional<std::vector<yaml::Document>> documents_of(const Files& files, const std::vector<std::string>& names,
                                                        text::Diagnostics& problems);

}  // namespace thrive::versions
