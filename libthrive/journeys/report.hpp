// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/journeys/waits.hpp"
#include "libthrive/model/extracts.hpp"

namespace thrive::journeys {

/// How small numbers are kept from being told, `none` included.
enum class SuppressionRule { mhsds, lt5, lt10, none };

}  // namespace thrive::journeys

namespace thrive::model {

template <>
struct Names<journeys::SuppressionRule> {
  static constexpr std::string_view title = "rule for small numbers";
  static constexpr std::pair<journeys::SuppressionRule, std::string_view> values[] = {
      {journeys::SuppressionRule::mhsds, "mhsds"},
      {journeys::SuppressionRule::lt5, "lt5"},
      {journeys::SuppressionRule::lt10, "lt10"},
      {journeys::SuppressionRule::none, "none"}};
};

}  // namespace thrive::model

namespace thrive::journeys {

/// The rule that a definition asks for.
SuppressionRule rule_of(model::Suppression suppression);

/// Waits as they are told, and by which definition.
struct WaitsReport {
  std::string extract;  // its id
  model::Extract definition;
  std::vector<std::string> changed;  // options that went before the definition
  SuppressionRule rule = SuppressionRule::none;
  std::size_t hidden = 0;     // counts that are not told
  std::size_t secondary = 0;  // of these, the ones that only protect others
  std::string classification;
  Waits waits;
};

}  // namespace thrive::journeys
