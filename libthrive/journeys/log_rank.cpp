// SPDX-License-Identifier: MIT
#include "libthrive/journeys/log_rank.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace thrive::journeys {

namespace {

using Matrix = std::vector<std::vector<double>>;

/// b' A^-1 b for a positive definite A, by elimination; nothing when A is singular.
std::optional<double> quadratic_form(Matrix a, std::vector<double> b) {
  const std::vector<double> start = b;
  const std::size_t size = b.size();
  double largest = 0;
  for (std::size_t i = 0; i < size; ++i) largest = std::max(largest, a[i][i]);
  for (std::size_t column = 0; column < size; ++column) {
    std::size_t pivot = column;
    for (std::size_t row = column + 1; row < size; ++row)
      if (std::abs(a[row][column]) > std::abs(a[pivot][column])) pivot = row;
    if (std::abs(a[pivot][column]) <= 1e-12 * largest) return std::nullopt;
    std::swap(a[column], a[pivot]);
    std::swap(b[column], b[pivot]);
    for (std::size_t row = column + 1; row < size; ++row) {
      const double factor = a[row][column] / a[column][column];
      for (std::size_t at = column; at < size; ++at) a[row][at] -= factor * a[column][at];
      b[row] -= factor * b[column];
    }
  }
  std::vector<double> solution(size);
  for (std::size_t row = size; row > 0; --row) {
    double value = b[row - 1];
    for (std::size_t at = row; at < size; ++at) value -= a[row - 1][at] * solution[at];
    solution[row - 1] = value / a[row - 1][row - 1];
  }
  double sum = 0;
  for (std::size_t i = 0; i < size; ++i) sum += start[i] * solution[i];
  return sum;
}

/// What was seen in each group beyond what was to be expected, and how that varies.
struct Sums {
  std::vector<double> expected, difference;
  Matrix variance;
};

Sums sums_of(const std::vector<const WaitCounts*>& groups) {
  const std::size_t size = groups.size();
  Sums sums{std::vector<double>(size), std::vector<double>(size), Matrix(size, std::vector<double>(size))};
  std::vector<std::int64_t> at_risk(size);
  std::int64_t all = 0;
  std::size_t days = 0;
  for (std::size_t g = 0; g < size; ++g) {
    at_risk[g] = groups[g]->total();
    all += at_risk[g];
    days = std::max(days, groups[g]->days());
  }
  for (std::size_t day = 0; day < days; ++day) {
    std::int64_t seen = 0;
    for (const WaitCounts* group : groups) seen += group->at(Outcome::completed, day);
    if (seen > 0) {
      const auto n = static_cast<double>(all), d = static_cast<double>(seen);
      const double factor = all > 1 ? d * (n - d) / (n - 1) : 0;
      for (std::size_t g = 0; g < size; ++g) {
        const double share = static_cast<double>(at_risk[g]) / n;
        sums.expected[g] += d * share;
        sums.difference[g] += static_cast<double>(groups[g]->at(Outcome::completed, day)) - d * share;
        for (std::size_t h = 0; h < size; ++h) {
          const double other = static_cast<double>(at_risk[h]) / n;
          sums.variance[g][h] += factor * share * ((g == h ? 1 : 0) - other);
        }
      }
    }
    for (std::size_t g = 0; g < size; ++g)
      for (const Outcome outcome : {Outcome::completed, Outcome::waiting, Outcome::left}) {
        at_risk[g] -= groups[g]->at(outcome, day);
        all -= groups[g]->at(outcome, day);
      }
  }
  return sums;
}

/// The regularised incomplete gamma function, upper tail: by its series below the mean, else by its continued fraction
/// (Lentz), as in Abramowitz and Stegun 6.5.29 and 6.5.31.
double gamma_above(double a, double x) {
  if (x <= 0) return 1;
  const double scale = std::exp(a * std::log(x) - x - std::lgamma(a));
  if (x < a + 1) {
    double term = 1 / a, sum = term;
    for (int i = 1; i < 10000 && term > sum * 1e-17; ++i) sum += term *= x / (a + i);
    return 1 - scale * sum;
  }
  constexpr double tiny = 1e-300;
  double b = x + 1 - a, c = 1 / tiny, d = 1 / b, result = d;
  for (int i = 1; i < 10000; ++i) {
    const double step = -i * (i - a);
    b += 2;
    d = step * d + b;
    d = 1 / (std::abs(d) < tiny ? tiny : d);
    c = b + step / c;
    if (std::abs(c) < tiny) c = tiny;
    result *= d * c;
    if (std::abs(d * c - 1) < 1e-16) break;
  }
  return scale * result;
}

}  // namespace

double chi_square_above(double x, int df) { return gamma_above(df / 2.0, x / 2); }

std::optional<LogRankTest> log_rank_test(const std::vector<const WaitCounts*>& groups) {
  if (groups.size() < 2) return std::nullopt;
  const Sums sums = sums_of(groups);
  std::vector<std::size_t> counted;
  for (std::size_t g = 0; g < groups.size(); ++g)
    if (sums.expected[g] > 0) counted.push_back(g);
  if (counted.size() < 2) return std::nullopt;
  const std::size_t df = counted.size() - 1;
  Matrix variance(df, std::vector<double>(df));
  std::vector<double> difference(df);
  for (std::size_t i = 0; i < df; ++i) {
    difference[i] = sums.difference[counted[i]];
    for (std::size_t j = 0; j < df; ++j) variance[i][j] = sums.variance[counted[i]][counted[j]];
  }
  const auto chi_square = quadratic_form(std::move(variance), std::move(difference));
  if (!chi_square) return std::nullopt;
  LogRankTest test;
  test.chi_square = *chi_square;
  test.df = static_cast<int>(df);
  test.p = chi_square_above(*chi_square, test.df);
  return test;
}

}  // namespace thrive::journeys
