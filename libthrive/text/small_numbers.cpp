// SPDX-License-Identifier: MIT
#include "libthrive/text/small_numbers.hpp"

namespace thrive::text {

std::vector<bool> hidden_together(const std::vector<double>& counts, const SmallNumbers& small) {
  std::vector<bool> hidden;
  double together = 0;
  for (const double count : counts) {
    hidden.push_back(small.hides(count));
    if (hidden.back()) together += count;
  }
  while (small.hides(together)) {
    std::size_t next = counts.size();
    for (std::size_t at = 0; at < counts.size(); ++at)
      if (!hidden[at] && counts[at] > 0 && (next == counts.size() || counts[at] < counts[next])) next = at;
    if (next == counts.size()) break;
    hidden[next] = true;
    together += counts[next];
  }
  return hidden;
}

void PeopleTotal::add(const std::optional<double>& count, const SmallNumbers& small) {
  if (!count) {
    ++missing;
    return;
  }
  total += *count;
  ++recorded;
  if (small.hides(*count))
    ++hidden;
  else
    shown += *count;
}

std::optional<double> PeopleTotal::known() const {
  if (recorded == 0 && missing > 0) return std::nullopt;
  return total;
}

}  // namespace thrive::text
