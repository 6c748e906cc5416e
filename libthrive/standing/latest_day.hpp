// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "libthrive/model/project.hpp"

namespace thrive::standing {

/// The latest day up to `today` that stands anywhere in a project; nothing when there is none.
std::optional<text::Date> latest_day(const model::Project& project, text::Date today);

}  // namespace thrive::standing
