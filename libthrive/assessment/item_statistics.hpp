// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/assessment/ratings.hpp"

namespace thrive::assessment {

/// What the ratings of one item look like. Everything that needs a rating is empty when there is none.
struct ItemStatistics {
  std::size_t n = 0;
  std::vector<std::size_t> counts;  // one a number of the scale
  std::optional<double> median;     // mean of the two middle ratings when n is even
  std::optional<double> mean;       // beside the median for those who ask; the distance between scores is no measure
  std::optional<double> lower_quartile;
  std::optional<double> upper_quartile;
  std::optional<double> interquartile_range;
  std::optional<double> percent_thrive_like;  // 0 to 100
  std::optional<double> leik_dispersion;      // 0: all the same; 1: half at each end of the scale
  bool straddles = false;               // at least two raters, and a quarter, on each side of the THRIVE-like line
  bool has_gap = false;                 // highest and lowest rating at least two apart
  std::optional<std::size_t> isolated;  // the one rating (by position) two or more from the median, when it is alone
};

/// Statistics of one item's ratings; positions in `isolated` count the ratings given.
/// Quartiles: type 7 of Hyndman and Fan (1996). Dispersion: Leik (1966), sum of min(F, 1 - F) over (categories - 1)
/// / 2.
ItemStatistics describe_item(const std::vector<int>& ratings, const RatingScale& scale);

/// The middle value, or the mean of the two middle ones; empty without values.
std::optional<double> median(std::vector<double> values);
/// A quantile by linear interpolation, type 7 of Hyndman and Fan (1996); share 0 to 1; empty without values.
std::optional<double> quantile(std::vector<double> values, double share);

}  // namespace thrive::assessment
