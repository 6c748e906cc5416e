// SPDX-License-Identifier: MIT
#include "libthrive/measures/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace thrive::measures {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// A sum that loses nothing: parts that do not overlap, smallest first.
class ExactSum {
 public:
  void add(double figure) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      double part = parts_[i];
      if (std::fabs(figure) < std::fabs(part)) std::swap(figure, part);
      const double high = figure + part;
      const double low = part - (high - figure);
      if (low != 0) parts_[kept++] = low;
      figure = high;
    }
    parts_[kept] = figure;
    size_ = kept + 1;
  }
  double rounded() const { return high() + low(); }
  double divided_by(double count) const {
    const double first = (high() + low()) / count;
    const double rest = std::fma(-first, count, high()) + low();
    return first + rest / count;
  }

 private:
  double high() const { return size_ == 0 ? 0 : parts_[size_ - 1]; }
  double low() const {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < size_; ++i) sum += parts_[i];
    return sum;
  }
  // Every part has 53 bits of its own and doubles span fewer than 40 such widths.
  double parts_[64] = {};
  std::size_t size_ = 0;
};

}  // namespace

double exact_sum(const std::vector<double>& figures) {
  ExactSum sum;
  for (const double figure : figures)
    if (!std::isnan(figure)) sum.add(figure);
  return sum.rounded();
}

double exact_mean(const std::vector<double>& figures) {
  ExactSum sum;
  std::size_t count = 0;
  for (const double figure : figures) {
    if (std::isnan(figure)) continue;
    sum.add(figure);
    ++count;
  }
  return count == 0 ? missing : sum.divided_by(static_cast<double>(count));
}

double median(std::vector<double> figures) {
  figures.erase(std::remove_if(figures.begin(), figures.end(), [](double figure) { return std::isnan(figure); }),
                figures.end());
  if (figures.empty()) return missing;
  const auto middle = figures.begin() + static_cast<std::ptrdiff_t>(figures.size() / 2);
  std::nth_element(figures.begin(), middle, figures.end());
  if (figures.size() % 2 == 1) return *middle;
  return exact_mean({*std::max_element(figures.begin(), middle), *middle});
}

std::vector<double> moving_ranges(const std::vector<double>& figures) {
  std::vector<double> ranges;
  ranges.reserve(figures.size());
  for (std::size_t i = 1; i < figures.size(); ++i) ranges.push_back(std::fabs(figures[i] - figures[i - 1]));
  return ranges;
}

ScreenedMean mean_range(const std::vector<double>& ranges, std::optional<double> factor) {
  ScreenedMean result;
  result.ranges = static_cast<std::size_t>(
      std::count_if(ranges.begin(), ranges.end(), [](double range) { return !std::isnan(range); }));
  result.mean = exact_mean(ranges);
  if (!factor || result.ranges == 0) return result;
  const double ceiling = *factor * result.mean;
  std::vector<double> kept;
  kept.reserve(ranges.size());
  for (const double range : ranges)
    if (range < ceiling) kept.push_back(range);
  result.left_out = result.ranges - kept.size();
  result.mean = exact_mean(kept);
  return result;
}

int crossings_limit(int tosses) {
  if (tosses <= 0) return 0;
  // Chances relative to the one in the middle, from the middle down: no powers that vanish, no logarithms.
  const int middle = tosses / 2;
  std::vector<double> chances;
  double chance = 1;
  for (int k = middle; k >= 0 && chance > 1e-30; --k) {
    chances.push_back(chance);
    chance *= static_cast<double>(k) / (tosses - k + 1);
  }
  double total = 0;  // of the lower half, the middle one counted once or, for an odd number, with its twin
  for (const double each : chances) total += each;
  total = tosses % 2 == 0 ? 2 * total - 1 : 2 * total;
  double below = 0;
  for (std::size_t i = chances.size(); i-- > 0;) {
    below += chances[i];
    if (below >= 0.05 * total) return middle - static_cast<int>(i);
  }
  return middle;
}

int longest_run_limit(int useful) {
  if (useful <= 0) return 0;
  // round(log2(n)) without a logarithm: n lies above 2^k * sqrt(2) exactly when n * n > 2^(2k + 1).
  int power = 0;
  while ((std::int64_t{1} << (power + 1)) <= useful) ++power;
  const auto square = static_cast<std::int64_t>(useful) * useful;
  return power + (square > (std::int64_t{1} << (2 * power + 1)) ? 1 : 0) + 3;
}

UsualRuns usual_runs(int useful) {
  UsualRuns usual;
  if (useful < 2) return usual;
  const int above = useful / 2;
  const int under = useful - above;
  // Chances of 2, 3, ... runs relative to one another: C(a-1,k-1) C(b-1,k-1) and its kin, by logarithms of factorials.
  const auto choose = [](int from, int of) {
    return of < 0 || of > from ? -std::numeric_limits<double>::infinity()
                               : std::lgamma(from + 1.0) - std::lgamma(of + 1.0) - std::lgamma(from - of + 1.0);
  };
  const double all = choose(useful, above);
  std::vector<double> chances(static_cast<std::size_t>(useful) + 1, 0.0);
  for (int runs = 2; runs <= useful; ++runs) {
    const int half = runs / 2;
    double& chance = chances[static_cast<std::size_t>(runs)];
    if (runs % 2 == 0) {
      chance = 2 * std::exp(choose(above - 1, half - 1) + choose(under - 1, half - 1) - all);
    } else {
      chance = std::exp(choose(above - 1, half) + choose(under - 1, half - 1) - all) +
               std::exp(choose(above - 1, half - 1) + choose(under - 1, half) - all);
    }
  }
  double share = 0;
  for (int runs = 2; runs <= useful; ++runs) {
    share += chances[static_cast<std::size_t>(runs)];
    if (share > 0.05) break;
    usual.fewest = runs;
  }
  share = 0;
  for (int runs = useful; runs >= 2; --runs) {
    share += chances[static_cast<std::size_t>(runs)];
    if (share > 0.05) break;
    usual.most = runs;
  }
  return usual;
}

double normal_share_below(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

}  // namespace thrive::measures
