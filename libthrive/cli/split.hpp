// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/cli/declaration.hpp"

namespace thrive::cli {

/// The words of a command line, sorted out but not yet understood.
struct SplitWords {
  std::vector<std::vector<std::string>> values;  // by option, in the order they were given; a flag has one empty value
  std::vector<std::size_t> order;                // the option of each value, as they came on the command line
  std::vector<std::string> positionals;
  std::vector<std::string> unknown;  // options that the command does not have
  std::optional<std::string> complaint;
};

/// Sorts the words of a command line into options and positional arguments, by CLI11: the only function that knows it.
SplitWords split(const std::vector<OptionDeclaration>& options, std::vector<std::string> words);

}  // namespace thrive::cli
