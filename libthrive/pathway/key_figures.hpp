// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/pathway/analysis.hpp"

namespace thrive::pathway {

/// One figure that says how a map is, for setting two maps side by side.
struct KeyFigure {
  std::string_view id;            // "most_assessments"
  std::string_view meaning;       // in plain words
  std::optional<double> value{};  // nothing when it cannot be worked out
  bool is_share = false;          // 0 to 1, to be shown in percent
  int better = 0;                 // -1: less is better; 1: more is better; 0: neither
};

/// The figures of one analysis, always the same ones in the same order.
std::vector<KeyFigure> key_figures(const Analysis& analysis);

}  // namespace thrive::pathway
