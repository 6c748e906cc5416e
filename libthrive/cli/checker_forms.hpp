// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/cli/format.hpp"
#include "libthrive/findings/forms.hpp"

namespace thrive::cli {

/// Findings in a form that other people's checks read: SARIF, JUnit, annotations of GitHub, code quality of GitLab.
/// Files are named by their way from the top of the git working tree that the tool runs in.
std::string for_checkers(Format format, const std::vector<findings::Checked>& projects, std::string_view command);

}  // namespace thrive::cli
