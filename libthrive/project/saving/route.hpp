// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "libthrive/yaml/document.hpp"
#include "libthrive/yaml/edit.hpp"

namespace thrive::project {

/// The file of a folder project that each edit goes to: the one that holds the entry, for a new entry the last one that
/// holds its section, for a new section thrive.yaml, or the first file when there is no such one. Edits see what the
/// ones before them add.
std::vector<std::size_t> route(const std::vector<yaml::Document>& documents, const std::vector<yaml::Edit>& edits);

}  // namespace thrive::project
