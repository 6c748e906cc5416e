// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/planning/describe/describe_people.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::planning {

/// Stakeholders in a square, power up, interest to the right. With stances a name says `-1 to +1`, and those who are
/// against have a hollow mark, so that it reads without colour.
std::string draw_people(const model::Project& project, Stance stance);
/// The same as a page and as characters.
report::Document people_picture(const model::Project& project, Stance stance);

}  // namespace thrive::planning
