// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/text/value.hpp"
#include "tests/unit/yaml/corpus.hpp"

namespace thrive::tests {

/// A made-up project as plain data, with something in every section that corrections are about.
text::Value made_up_project(Chance& chance);

/// The same as hands type it: blocks and brackets, quotes, comments, blank lines, indentation and line ends as chance
/// has it, but always one manner of indentation a file.
std::string hand_typed(const text::Value& project, Chance& chance);

}  // namespace thrive::tests
