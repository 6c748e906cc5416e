// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/yaml/document.hpp"
#include "libthrive/yaml/edit.hpp"

namespace thrive::project {

/// The bytes of a project's files once each edit has been made in the file that it belongs to, in the order of the
/// documents. Nothing, with the reason among the problems, when an edit cannot be made.
std::optional<std::vector<std::string>> edited_bytes(const std::vector<yaml::Document>& documents,
                                                     const std::vector<yaml::Edit>& edits, text::Diagnostics& problems);

}  // namespace thrive::project
