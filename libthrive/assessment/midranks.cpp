// SPDX-License-Identifier: MIT
#include "libthrive/assessment/midranks.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace thrive::assessment {

Midranks midranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&values](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  Midranks result;
  result.ranks.resize(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
    const auto size = static_cast<double>(last - first);
    const double shared = static_cast<double>(first) + (size + 1) / 2;
    for (std::size_t at = first; at < last; ++at) result.ranks[order[at]] = shared;
    result.tie_correction += size * size * size - size;
    first = last;
  }
  return result;
}

}  // namespace thrive::assessment
