// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/project/opened.hpp"

namespace thrive::project {

/// The whole project for `thrive show`: `"format"`, `"command"`, then the sections as in the file, but with every
/// default filled in, every alias resolved and every shorthand written out, so that programs find one form only.
text::Value shown(const Opened& project);

}  // namespace thrive::project
