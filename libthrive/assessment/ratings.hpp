// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace thrive::assessment {

/// What several raters said of several items: `ratings[rater][item]`, empty when not scored or unknown. Rows may differ
/// in nothing but their content: every rater has a place for every item.
using Ratings = std::vector<std::vector<std::optional<int>>>;

/// The numbers that ratings may take, both ends included, and where THRIVE-like begins.
struct RatingScale {
  int lowest = 1;
  int highest = 4;
  int thrive_like_from = 3;
  std::size_t categories() const { return static_cast<std::size_t>(highest - lowest + 1); }
};

/// How many raters chose each number of the scale, lowest first. Ratings outside the scale are not counted.
std::vector<std::size_t> count_ratings(const std::vector<int>& ratings, const RatingScale& scale);

}  // namespace thrive::assessment
