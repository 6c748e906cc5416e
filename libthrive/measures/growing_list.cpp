// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "libthrive/measures/checks.hpp"

namespace thrive::measures {

namespace {

/// True when at least nine steps in ten go the same way; most series are told apart here.
bool goes_one_way(const std::vector<double>& figures) {
  std::size_t count = 0, up = 0, down = 0;
  double before = std::nan("");
  for (const double figure : figures) {
    if (std::isnan(figure)) continue;
    up += figure > before ? 1 : 0;
    down += figure < before ? 1 : 0;
    before = figure;
    ++count;
  }
  return count >= 20 && 10 * std::max(up, down) >= 9 * (count - 1);
}

}  // namespace

bool is_growing_list(const std::vector<double>& figures) {
  if (!goes_one_way(figures)) return false;
  // Sums over the figures that are there, against their position.
  double largest = 0;  // so that no square is too large, or nothing
  for (const double figure : figures)
    if (!std::isnan(figure)) largest = std::max(largest, std::fabs(figure));
  double n = 0, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const double x = static_cast<double>(i), y = figures[i] / largest;
    if (std::isnan(y)) continue;
    n += 1, sx += x, sy += y, sxx += x * x, syy += y * y, sxy += x * y;
  }
  const double across = n * sxx - sx * sx;
  const double along = n * syy - sy * sy;
  const double both = n * sxy - sx * sy;
  return along > 0 && both * both >= 0.95 * across * along;
}

}  // namespace thrive::measures
