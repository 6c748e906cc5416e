// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "libthrive/report/document.hpp"

namespace thrive::report {

/// The class of an element that is printed on such pages.
std::string_view pages_class(Pages pages);

/// The parts of a document between its title and its end. `top` is the level of the heading above: headings of level 1
/// come one below.
std::string html_body(const Document& document, int top);

}  // namespace thrive::report
