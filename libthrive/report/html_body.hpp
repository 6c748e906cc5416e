// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/report/document.hpp"

namespace thrive::report {

/// The parts of a document between its title and its end. `top` is the level of the heading above: headings of level 1
/// come one below.
std::string html_body(const Document& document, int top);

}  // namespace thrive::report
