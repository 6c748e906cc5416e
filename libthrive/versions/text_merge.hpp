// SPDX-License-Identifier: MIT
//
// What is done where joining by key is not safe: git's own merge of lines.
#pragma once

#include <string>

#include "libthrive/versions/merge.hpp"

namespace thrive::versions {

/// What came of merging lines.
struct TextMerge {
  enum class How { clean, conflicts, no_git };
  How how = How::clean;
  std::string bytes;  // with markers: of git, and around the whole file where git could not be asked
};

/// Asks `git merge-file` for the three texts.
TextMerge merge_lines(const Texts& texts, const Markers& markers);

/// All of ours, the base and theirs between markers.
std::string whole_between_markers(const Texts& texts, const Markers& markers);

}  // namespace thrive::versions
