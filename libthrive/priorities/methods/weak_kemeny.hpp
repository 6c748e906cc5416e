// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "libthrive/priorities/methods/pairwise.hpp"

namespace thrive::priorities {

/// What the lists support when the consensus may leave items level: a pair costs the weight the other way round plus
/// half the weight that puts it level, or, left level, half the weight that separates it (generalised Kendall tau with
/// penalty 1/2; Fagin et al. 2006). Items that few tables listed fall together at the end.
struct WeakKemeny {
  std::int64_t doubled_cost = 0;     // in parts of weight, times two, as halves occur
  std::uint64_t optimal_orders = 0;  // weak orders that cost no more
  std::vector<Group> order;          // one of them: at every place the largest group that is optimal there
};

/// Exact, over all sets placed first and all groups that may follow (3^n steps); nothing when there are more than
/// `most` items, 16 at the largest.
std::optional<WeakKemeny> weak_kemeny(const Pairwise& pairs, const std::vector<ItemIndex>& items,
                                      std::size_t most = 13);

}  // namespace thrive::priorities
