// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace thrive::data {

/// One file of libthrive/data as it was when the program was built.
struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

/// All of them, sorted by name. Written at build time by embed.cmake.
std::span<const EmbeddedFile> embedded_files();

}  // namespace thrive::data
