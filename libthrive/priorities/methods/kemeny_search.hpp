// SPDX-License-Identifier: MIT
//
// Parts of the exact Kemeny search: one component, over sets of items placed first.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "libthrive/priorities/methods/kemeny.hpp"

namespace thrive::priorities {

/// All optimal orders of one component of at most 64 items. Item numbers are positions in the component.
struct ComponentOrders {
  std::int64_t cost = 0;
  WholeNumber count;
  std::vector<std::size_t> best_position;  // counted from 1 inside the component
  std::vector<std::size_t> worst_position;
  std::vector<std::uint64_t> may_precede;      // by item: bits of the items that it stands above in some optimal order
  std::vector<std::vector<ItemIndex>> listed;  // the first `budget.listed_orders` of them
};

/// Looks at every set of items that may be placed first in an optimal order. `upper_bound` is the cost of some order.
/// Nothing when the component is too large or more than `budget.states` sets would have to be looked at.
std::optional<ComponentOrders> search_component(const Pairwise& pairs, const std::vector<ItemIndex>& items,
                                                std::int64_t upper_bound, const KemenyBudget& budget);

}  // namespace thrive::priorities
