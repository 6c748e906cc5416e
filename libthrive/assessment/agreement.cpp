// SPDX-License-Identifier: MIT
#include "libthrive/assessment/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "libthrive/assessment/midranks.hpp"

namespace thrive::assessment {

namespace {

using Matrix = std::vector<std::vector<double>>;

/// How often each number was given to each item: `counts[item][category]`.
Matrix counts_by_item(const Ratings& ratings, const RatingScale& scale) {
  const std::size_t items = ratings.empty() ? 0 : ratings.front().size();
  Matrix counts(items, std::vector<double>(scale.categories(), 0));
  for (const auto& rater : ratings)
    for (std::size_t item = 0; item < items; ++item)
      if (rater[item] && *rater[item] >= scale.lowest && *rater[item] <= scale.highest)
        ++counts[item][static_cast<std::size_t>(*rater[item] - scale.lowest)];
  return counts;
}

double total(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum;
}

/// Pairs of ratings of the same item, each item's pairs weighing as much as its ratings.
Matrix coincidences(const Matrix& counts, std::size_t categories) {
  Matrix pairs(categories, std::vector<double>(categories, 0));
  for (const std::vector<double>& item : counts) {
    const double ratings = total(item);
    if (ratings < 2) continue;
    for (std::size_t one = 0; one < categories; ++one)
      for (std::size_t other = 0; other < categories; ++other)
        pairs[one][other] += item[one] * (item[other] - (one == other ? 1 : 0)) / (ratings - 1);
  }
  return pairs;
}

template <class Metric>
std::optional<double> alpha(const Matrix& pairs, const std::vector<double>& totals, Metric squared_difference) {
  const double n = total(totals);
  double observed = 0, expected = 0;
  for (std::size_t one = 0; one < totals.size(); ++one)
    for (std::size_t other = 0; other < totals.size(); ++other) {
      const double difference = squared_difference(one, other);
      observed += pairs[one][other] * difference;
      expected += totals[one] * totals[other] * difference;
    }
  if (expected == 0) return std::nullopt;
  return 1 - (n - 1) * observed / expected;
}

/// Gwet's coefficient for one set of weights, 1 on the diagonal.
std::optional<double> gwet_coefficient(const Matrix& counts, const Matrix& weights) {
  const std::size_t categories = weights.size();
  double agreement = 0;
  std::size_t items_with_two = 0, items_with_one = 0;
  std::vector<double> prevalence(categories, 0);
  for (const std::vector<double>& item : counts) {
    const double ratings = total(item);
    if (ratings < 1) continue;
    ++items_with_one;
    for (std::size_t category = 0; category < categories; ++category) prevalence[category] += item[category] / ratings;
    if (ratings < 2) continue;
    ++items_with_two;
    for (std::size_t category = 0; category < categories; ++category) {
      double weighted = 0;
      for (std::size_t other = 0; other < categories; ++other) weighted += weights[category][other] * item[other];
      agreement += item[category] * (weighted - 1) / (ratings * (ratings - 1));
    }
  }
  if (items_with_two == 0) return std::nullopt;
  agreement /= static_cast<double>(items_with_two);
  double spread = 0, weight_sum = 0;
  for (std::size_t category = 0; category < categories; ++category) {
    const double share = prevalence[category] / static_cast<double>(items_with_one);
    spread += share * (1 - share);
    weight_sum += total(weights[category]);
  }
  const auto q = static_cast<double>(categories);
  const double by_chance = weight_sum / (q * (q - 1)) * spread;
  return (agreement - by_chance) / (1 - by_chance);
}

Matrix weights_by_distance(std::size_t categories, double power) {
  Matrix weights(categories, std::vector<double>(categories, 0));
  for (std::size_t one = 0; one < categories; ++one)
    for (std::size_t other = 0; other < categories; ++other) {
      const double distance = std::abs(static_cast<double>(one) - static_cast<double>(other));
      weights[one][other] = 1 - std::pow(distance / static_cast<double>(categories - 1), power);
    }
  return weights;
}

Matrix identity(std::size_t categories) {
  Matrix weights(categories, std::vector<double>(categories, 0));
  for (std::size_t category = 0; category < categories; ++category) weights[category][category] = 1;
  return weights;
}

/// The ratings of each rater for the items that everybody scored.
Matrix complete_items(const Ratings& ratings) {
  Matrix complete(ratings.size());
  const std::size_t items = ratings.empty() ? 0 : ratings.front().size();
  for (std::size_t item = 0; item < items; ++item) {
    const bool all =
        std::all_of(ratings.begin(), ratings.end(), [item](const auto& rater) { return rater[item].has_value(); });
    if (!all) continue;
    for (std::size_t rater = 0; rater < ratings.size(); ++rater) complete[rater].push_back(*ratings[rater][item]);
  }
  return complete;
}

}  // namespace

KrippendorffAlpha krippendorff_alpha(const Ratings& ratings, const RatingScale& scale) {
  const std::size_t categories = scale.categories();
  const Matrix pairs = coincidences(counts_by_item(ratings, scale), categories);
  std::vector<double> totals(categories, 0);
  for (std::size_t category = 0; category < categories; ++category) totals[category] = total(pairs[category]);
  if (total(totals) == 0) return {};
  const auto ordinal = [&totals](std::size_t one, std::size_t other) {
    double between = -(totals[one] + totals[other]) / 2;
    for (std::size_t at = std::min(one, other); at <= std::max(one, other); ++at) between += totals[at];
    return between * between;
  };
  const auto interval = [](std::size_t one, std::size_t other) {
    const double difference = static_cast<double>(one) - static_cast<double>(other);
    return difference * difference;
  };
  const auto nominal = [](std::size_t one, std::size_t other) { return one == other ? 0.0 : 1.0; };
  return {alpha(pairs, totals, nominal), alpha(pairs, totals, ordinal), alpha(pairs, totals, interval)};
}

GwetAgreement gwet_agreement(const Ratings& ratings, const RatingScale& scale) {
  const Matrix counts = counts_by_item(ratings, scale);
  const std::size_t categories = scale.categories();
  if (categories < 2) return {};
  return {gwet_coefficient(counts, identity(categories)), gwet_coefficient(counts, weights_by_distance(categories, 1)),
          gwet_coefficient(counts, weights_by_distance(categories, 2))};
}

KendallConcordance kendall_concordance(const Ratings& ratings) {
  const Matrix complete = complete_items(ratings);
  KendallConcordance result;
  result.items_used = complete.empty() ? 0 : complete.front().size();
  const auto m = static_cast<double>(complete.size());
  const auto n = static_cast<double>(result.items_used);
  if (m < 2 || n < 2) return result;
  std::vector<double> rank_sums(result.items_used, 0);
  double ties = 0;
  for (const std::vector<double>& rater : complete) {
    const Midranks ranked = midranks(rater);
    for (std::size_t item = 0; item < rank_sums.size(); ++item) rank_sums[item] += ranked.ranks[item];
    ties += ranked.tie_correction;
  }
  double spread = 0;
  for (const double sum : rank_sums) spread += (sum - m * (n + 1) / 2) * (sum - m * (n + 1) / 2);
  const double possible = m * m * (n * n * n - n) - m * ties;
  if (possible > 0) result.w = 12 * spread / possible;
  return result;
}

}  // namespace thrive::assessment
