// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libthrive/cli/tool.hpp"

namespace thrive::cli {

/// The word that `-f` takes for a format.
std::string_view name(Format format);
/// The format that a word of `-f` stands for; nothing when there is none.
std::optional<Format> format_from_name(std::string_view word);
/// The format that a file name's extension asks for; nothing when the extension says nothing.
std::optional<Format> format_from_file_name(std::string_view file);

}  // namespace thrive::cli
