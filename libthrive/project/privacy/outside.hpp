// SPDX-License-Identifier: MIT
//
// What is about people stays out of projects: they go into git, and so to everybody.
#pragma once

#include <string>

#include "libthrive/project/rules/rules.hpp"

namespace thrive::project {

/// True for a file, there or not, in a folder that holds a project file `thrive.yaml`, or below one; links are
/// followed.
bool lies_in_a_project(const std::string& path);

}  // namespace thrive::project
