// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/assessment/change.hpp"
#include "libthrive/assessment/scoring.hpp"

namespace thrive::assessment {

/// One item at both assessments: what counts for it, and the change where both are known.
struct ItemChange {
  std::string id;
  const model::Item* item = nullptr;
  std::optional<double> from;
  std::optional<double> to;
  std::optional<double> change;
};

/// A baseline beside its follow-up.
struct Comparison {
  const Scoring* from = nullptr;
  const Scoring* to = nullptr;
  std::vector<ItemChange> items;
  std::size_t up = 0;
  std::size_t same = 0;
  std::size_t down = 0;
  std::vector<std::string> newly_thrive_like;
  std::vector<std::string> slipped;  // below the line now, on or above it before
  ChangeTests tests;
};

/// Compares two assessments made with the same instrument; both must outlive the result.
Comparison compare(const Scoring& from, const Scoring& to);

}  // namespace thrive::assessment
