// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/export/package.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::exports {

/// Writes the files of an export into a folder that is new, empty, or holds an earlier export; each file in one step,
/// in their order. False, with a problem and nothing written, for any other folder.
bool write_to(const std::string& folder, const std::vector<ExportedFile>& files, text::Diagnostics& problems);

}  // namespace thrive::exports
