// SPDX-License-Identifier: MIT
//
// Where personal data are looked for: in every file of a project, read or not.
#pragma once

#include <string>

#include "libthrive/project/reading/content.hpp"

namespace thrive::project {

/// Warns of personal data in the files of a project, in the instruments it names as files and in data files, each file
/// once. What project.allow lists is left out.
void check_personal_data(const Opened& project, text::Diagnostics& problems);

/// The same for a project of which a file is not YAML: such a file is looked through as text. What stands behind
/// `allow:` in it counts as allowed, so that a slip elsewhere does not bring warnings of what is meant.
void check_personal_data_unread(const std::string& path, const Examined& examined, text::Diagnostics& problems);

}  // namespace thrive::project
