// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/project/editing/correction.hpp"
#include "libthrive/project/opened.hpp"

namespace thrive::project {

/// What is to be corrected, and by whom.
struct CorrectionRequest {
  std::vector<Correction> corrections;  // made in this order
  std::vector<std::string> sections{};  // of the tool that asks, which paths may leave out; empty: all, none left out
};

/// Turns corrections into changes: each is looked for in the project as the ones before it left it, and all of them are
/// judged together at the end. False, with every reason at its place among the problems, when one cannot be made, or
/// when what is left would name something that is gone. `said` gets a line for what is done beside what was asked for.
bool correct(const Opened& project, const CorrectionRequest& request, Changes& changes, std::vector<std::string>& said,
             text::Diagnostics& problems);

}  // namespace thrive::project
