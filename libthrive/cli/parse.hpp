// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/cli/declaration.hpp"

namespace thrive::cli {

/// A mistake on the command line: what is wrong, for the line after the tool's name.
struct UsageError {
  std::string message;
  friend bool operator==(const UsageError&, const UsageError&) = default;
};

/// Takes the words behind the command's name over into the places that its declaration names. Nothing is opened or
/// read. Returns the first mistake. When `--help` is among the words the rest is not looked at any closer.
std::optional<UsageError> parse(Command::Declaration& declaration, const std::vector<std::string>& words);

}  // namespace thrive::cli
