// SPDX-License-Identifier: MIT
//
// Findings that the project lets stand for a while: its section `accept`.
#pragma once

#include <string_view>
#include <vector>

#include "libthrive/project/opened.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::project {

/// Findings parted by whether the project accepts them.
struct Judged {
  std::vector<text::Diagnostic> open;      // what is left, and notes about acceptances that have ended or meet nothing
  std::vector<text::Diagnostic> accepted;  // each with the reason and the last day as its hint
};

/// Takes out of the findings what `accept` names until `today`. An error without which a tool cannot go on stays.
/// `areas` are those of libthrive/data/checks whose codes the command looks for: of an acceptance of another code it
/// cannot say whether it is still needed.
Judged judge(const Opened& project, std::vector<text::Diagnostic> findings, const std::vector<std::string_view>& areas,
             text::Date today);

}  // namespace thrive::project
