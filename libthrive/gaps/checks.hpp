// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::gaps {

/// Something a gap sheet lacks.
struct Finding {
  std::string code;
  text::Severity severity = text::Severity::warning;
  std::string message;
  std::vector<std::string> path;  // where it stands in the project
};

/// Checks every sheet, in the order of the agreed priorities and then of the file: priorities without a sheet, empty
/// columns, gaps without a recommendation, recommendations without owner or date, training named nowhere else, nothing
/// from a young person's view.
std::vector<Finding> check_sheets(const model::Project& project);

}  // namespace thrive::gaps
