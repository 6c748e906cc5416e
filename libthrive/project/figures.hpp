// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "libthrive/project/opened.hpp"

namespace thrive::project {

/// The figures of measures, by their ids. One whose figures cannot be read is left out, with its problem.
std::map<std::string, model::Series> figures_of(const Opened& project, const std::vector<std::string>& measures,
                                                text::Diagnostics& problems);

}  // namespace thrive::project
