// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "libthrive/cli/declaration.hpp"
#include "libthrive/cli/inputs.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::cli {

/// What a running command's session refers to.
struct Session::State {
  const Command::Declaration& command;
  std::vector<std::string> paths;
  text::Diagnostics problems{};
  Inputs inputs{};
  bool standard_input_used = false;
};

/// A mistake on the command line that shows only while the command runs.
struct LateUsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// `TOOL: message` and where to read on, to standard error. Returns Exit::trouble.
Exit report_usage_error(const std::string& message, const std::string& help_command);

}  // namespace thrive::cli
