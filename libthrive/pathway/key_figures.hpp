// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
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
  // Of a sum of figures that people recorded:
  std::string_view part_of{};                            // what its parts are: "flow", "service"
  std::vector<std::pair<std::string, double>> summed{};  // `gp -> spa`, `spa`: those with a figure
  std::vector<std::string> missing{};                    // those without one
  bool has_hidden = false;                               // some are of counts too small to show
  double shown = 0;                                      // the sum of the others
};

/// True when two sums are of the same things, or nothing is missing from either; else the one with more figures would
/// be the larger for that alone. Figures that are no sums can always be compared, and
/// so can two that nobody knows.
bool can_compare(const KeyFigure& a, const KeyFigure& b);

/// The sums over what both have a figure for, and of how many things.
struct CommonPart {
  double a = 0;
  double b = 0;
  std::size_t count = 0;
};
CommonPart common_part(const KeyFigure& a, const KeyFigure& b);

/// The figures of one analysis, always the same ones in the same order.
std::vector<KeyFigure> key_figures(const Analysis& analysis);

}  // namespace thrive::pathway
