// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace thrive::findings {

/// Where a tool runs in a git working tree. Pages that show findings beside the code know files by their way from its
/// top, wherever the tool was started.
struct Checkout {
  std::string here;  // the folder that the tool runs in; empty when it is in no working tree
  std::string top;   // of the working tree
};

/// The way to a file from the top of the working tree; as it was given, without `./` in front, when there is no working
/// tree or the file lies outside of it.
std::string from_top(const Checkout& checkout, std::string_view path);

}  // namespace thrive::findings
