// SPDX-License-Identifier: MIT
#include <cmath>

#include "libthrive/measures/checks.hpp"

namespace thrive::measures {

bool is_growing_list(const std::vector<double>& figures) {
  // Sums over the figures that are there, against their position.
  double n = 0, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0, up = 0, down = 0, steps = 0;
  double before = std::nan("");
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const double y = figures[i];
    if (std::isnan(y)) continue;
    const double x = static_cast<double>(i);
    n += 1, sx += x, sy += y, sxx += x * x, syy += y * y, sxy += x * y;
    if (!std::isnan(before)) {
      steps += 1;
      up += y > before ? 1 : 0;
      down += y < before ? 1 : 0;
    }
    before = y;
  }
  if (n < 20 || (up < 0.9 * steps && down < 0.9 * steps)) return false;
  const double across = n * sxx - sx * sx;
  const double along = n * syy - sy * sy;
  const double both = n * sxy - sx * sy;
  return along > 0 && both * both >= 0.95 * across * along;
}

}  // namespace thrive::measures
