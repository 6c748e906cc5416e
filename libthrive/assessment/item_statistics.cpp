// SPDX-License-Identifier: MIT
#include "libthrive/assessment/item_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace thrive::assessment {

namespace {

constexpr int gap_from = 2;          // ratings this far apart are a gap
constexpr double isolated_from = 2;  // a rating this far from the median stands apart

double leik_dispersion(const std::vector<std::size_t>& counts, std::size_t n) {
  double sum = 0;
  std::size_t up_to_here = 0;
  for (std::size_t category = 0; category + 1 < counts.size(); ++category) {
    up_to_here += counts[category];
    const double share = static_cast<double>(up_to_here) / static_cast<double>(n);
    sum += std::min(share, 1 - share);
  }
  return sum / (static_cast<double>(counts.size() - 1) / 2);
}

bool straddles_line(std::size_t thrive_like, std::size_t n) {
  const std::size_t fewer = std::min(thrive_like, n - thrive_like);
  return fewer >= 2 && fewer * 4 >= n;
}

std::optional<std::size_t> isolated_rating(const std::vector<int>& ratings, double middle) {
  std::optional<std::size_t> alone;
  for (std::size_t at = 0; at < ratings.size(); ++at) {
    if (std::abs(static_cast<double>(ratings[at]) - middle) < isolated_from) continue;
    if (alone) return std::nullopt;
    alone = at;
  }
  return alone;
}

}  // namespace

std::vector<std::size_t> count_ratings(const std::vector<int>& ratings, const RatingScale& scale) {
  std::vector<std::size_t> counts(scale.categories(), 0);
  for (const int rating : ratings)
    if (rating >= scale.lowest && rating <= scale.highest) ++counts[static_cast<std::size_t>(rating - scale.lowest)];
  return counts;
}

std::optional<double> median(std::vector<double> values) { return quantile(std::move(values), 0.5); }

std::optional<double> quantile(std::vector<double> values, double share) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const double place = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

ItemStatistics describe_item(const std::vector<int>& ratings, const RatingScale& scale) {
  ItemStatistics item;
  item.n = ratings.size();
  item.counts = count_ratings(ratings, scale);
  if (ratings.empty()) return item;
  const std::vector<double> values(ratings.begin(), ratings.end());
  item.median = median(values);
  item.mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(item.n);
  item.lower_quartile = quantile(values, 0.25);
  item.upper_quartile = quantile(values, 0.75);
  item.interquartile_range = *item.upper_quartile - *item.lower_quartile;
  const auto thrive_like = static_cast<std::size_t>(
      std::count_if(ratings.begin(), ratings.end(), [&scale](int rating) { return rating >= scale.thrive_like_from; }));
  item.percent_thrive_like = 100 * static_cast<double>(thrive_like) / static_cast<double>(item.n);
  item.leik_dispersion = leik_dispersion(item.counts, item.n);
  item.straddles = straddles_line(thrive_like, item.n);
  const auto [lowest, highest] = std::minmax_element(ratings.begin(), ratings.end());
  item.has_gap = *highest - *lowest >= gap_from;
  item.isolated = isolated_rating(ratings, *item.median);
  return item;
}

}  // namespace thrive::assessment
