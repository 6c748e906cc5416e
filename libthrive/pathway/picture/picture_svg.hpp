// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "libthrive/pathway/picture/picture.hpp"

namespace thrive::pathway {

/// Paper to draw for, landscape.
enum class Paper { a0, a1, a2, a3, a4 };

}  // namespace thrive::pathway

namespace thrive::model {

template <>
struct Names<pathway::Paper> {
  static constexpr std::string_view title = "paper";
  static constexpr std::pair<pathway::Paper, std::string_view> values[] = {{pathway::Paper::a0, "a0"},
                                                                           {pathway::Paper::a1, "a1"},
                                                                           {pathway::Paper::a2, "a2"},
                                                                           {pathway::Paper::a3, "a3"},
                                                                           {pathway::Paper::a4, "a4"}};
};

}  // namespace thrive::model

namespace thrive::pathway {

/// The map as one SVG file: lanes, columns, boxes with badges, lines by people and wait, legend and numbered findings.
/// Everything that colour says is said in a sign, a word or a number too. Landscape; the drawing is scaled to the
/// paper.
std::string picture_svg(const Picture& picture, Paper paper = Paper::a3);

/// What the picture shows, in a few sentences, for people who cannot see it.
std::string picture_description(const Picture& picture);

/// One flow in words: "GP practices to CAMHS single point of access, referral: 1,420 people a year, half wait 9 days
/// or longer".
std::string flow_in_words(const Picture& picture, const PictureFlow& flow);

}  // namespace thrive::pathway
