// SPDX-License-Identifier: MIT
//
// The drawn map and what is recorded in one picture.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/pathway/picture/picture.hpp"

namespace thrive::pathway {

/// A way that people were recorded to go, between two services of the project.
struct RecordedLine {
  std::string from;  // ids
  std::string to;
  std::optional<double> moves;  // nothing when that is not told
};

/// What is recorded, and in which words the picture says where it comes from.
struct Recorded {
  std::vector<RecordedLine> lines;
  std::string source;
};

/// A map on which every flow says whether it is drawn, recorded, or both.
Picture make_recorded_picture(const model::Project& project, const model::Vocabulary& vocabulary,
                              std::string_view pathway, const PictureOptions& options, const Recorded& recorded);

/// What a flow is on such a map, in words; empty for what is on other maps.
std::string_view words_of_recorded(Change change);

}  // namespace thrive::pathway
