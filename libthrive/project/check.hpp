// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/findings/forms.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::project {

/// Everything that is wrong with one project: YAML, fields, references, dates after `today`, data files, personal data.
findings::Checked check(const std::string& path, text::Date today);

/// Checks many projects, on all processors, in the order given. Memory holds the findings, and one project a processor.
std::vector<findings::Checked> check_all(const std::vector<std::string>& paths, text::Date today);

}  // namespace thrive::project
