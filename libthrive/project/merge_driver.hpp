// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/text/diagnostics.hpp"

namespace thrive::project {

/// Notes a clone whose `.gitattributes` wants files joined by the driver `thrive`, and whose git does not know that
/// driver. Reads the files of git and starts no program; says nothing where they include others.
void note_missing_driver(const std::string& folder, text::Diagnostics& problems);

}  // namespace thrive::project
