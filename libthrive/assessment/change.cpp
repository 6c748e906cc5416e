// SPDX-License-Identifier: MIT
#include "libthrive/assessment/change.hpp"

#include <algorithm>
#include <cmath>

#include "libthrive/assessment/item_statistics.hpp"
#include "libthrive/assessment/midranks.hpp"

namespace thrive::assessment {

namespace {

/// Chance of each sum of ranks over all sign patterns. Midranks are halves, so sums are counted in halves.
std::vector<double> chances_of_sums(const std::vector<double>& ranks) {
  std::vector<double> chances = {1};
  for (const double rank : ranks) {
    const auto halves = static_cast<std::size_t>(std::lround(rank * 2));
    std::vector<double> next(chances.size() + halves, 0);
    for (std::size_t sum = 0; sum < chances.size(); ++sum) {
      next[sum] += chances[sum] / 2;
      next[sum + halves] += chances[sum] / 2;
    }
    chances = std::move(next);
  }
  return chances;
}

double two_sided(const std::vector<double>& chances, double sum_of_ranks) {
  const auto at = static_cast<std::size_t>(std::lround(sum_of_ranks * 2));
  double lower = 0, upper = 0;
  for (std::size_t sum = 0; sum < chances.size(); ++sum) {
    if (sum <= at) lower += chances[sum];
    if (sum >= at) upper += chances[sum];
  }
  return std::min(1.0, 2 * std::min(lower, upper));
}

struct SignedRanks {
  std::vector<double> ranks;  // of the changes that are not zero
  double plus = 0;
  double minus = 0;
};

SignedRanks signed_ranks(const std::vector<double>& changes, bool rank_zeros) {
  std::vector<double> kept, sizes;
  for (const double change : changes) {
    if (change == 0 && !rank_zeros) continue;
    kept.push_back(change);
    sizes.push_back(std::abs(change));
  }
  const std::vector<double> ranks = midranks(sizes).ranks;
  SignedRanks result;
  for (std::size_t at = 0; at < kept.size(); ++at) {
    if (kept[at] == 0) continue;
    result.ranks.push_back(ranks[at]);
    (kept[at] > 0 ? result.plus : result.minus) += ranks[at];
  }
  return result;
}

double sign_test(std::size_t up, std::size_t down) {
  const std::vector<double> one_each(up + down, 1);
  return two_sided(chances_of_sums(one_each), static_cast<double>(up));
}

double hodges_lehmann(const std::vector<double>& changes) {
  std::vector<double> averages;
  for (std::size_t one = 0; one < changes.size(); ++one)
    for (std::size_t other = one; other < changes.size(); ++other)
      averages.push_back((changes[one] + changes[other]) / 2);
  return *median(std::move(averages));
}

}  // namespace

ChangeTests test_changes(const std::vector<double>& changes) {
  ChangeTests tests;
  const auto up =
      static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), [](double c) { return c > 0; }));
  const auto down =
      static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), [](double c) { return c < 0; }));
  tests.n = up + down;
  tests.zeros = changes.size() - tests.n;
  if (tests.n == 0) return tests;
  const SignedRanks dropped = signed_ranks(changes, false);
  const SignedRanks pratt = signed_ranks(changes, true);
  tests.w_plus = dropped.plus;
  tests.w_minus = dropped.minus;
  tests.p_exact = two_sided(chances_of_sums(dropped.ranks), dropped.plus);
  tests.p_exact_pratt = two_sided(chances_of_sums(pratt.ranks), pratt.plus);
  tests.p_sign = sign_test(up, down);
  tests.smallest_p = std::ldexp(1.0, 1 - static_cast<int>(tests.n));
  tests.rank_biserial = (dropped.plus - dropped.minus) / (dropped.plus + dropped.minus);
  tests.hodges_lehmann = hodges_lehmann(changes);
  return tests;
}

}  // namespace thrive::assessment
