// SPDX-License-Identifier: MIT
//
// Conflicts as git writes them: all three versions between lines that begin in the first column, so that git, editors
// and `thrive check` know them for what they are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libthrive/versions/join.hpp"

namespace thrive::versions {

/// How markers are written.
struct Markers {
  int size = 7;
  std::string ours = "ours";
  std::string base = "base";
  std::string theirs = "theirs";
};

/// The three versions of some lines between markers. Each version begins and ends a line.
std::string between_markers(const Markers& markers, std::string_view ours, std::string_view base,
                            std::string_view theirs);

/// True when a text holds conflict markers of any size from 7 on: two kinds of them at least, each at the start of a
/// line.
bool has_markers(std::string_view bytes);

/// The joined file with markers around the lines of every entry that people must decide on; the lines of each version
/// make a file that can be read. Nothing when that could not be made safely.
std::optional<std::string> with_markers(const yaml::Document& joined, const Join& join, const Markers& markers);

}  // namespace thrive::versions
