// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/priorities/methods/pairwise.hpp"
#include "libthrive/priorities/whole_number.hpp"

namespace thrive::priorities {

/// How far the exact search may go.
struct KemenyBudget {
  std::size_t states = 1'000'000;   // sets of items placed first that are looked at
  std::size_t listed_orders = 200;  // optimal orders are listed when there are no more than these
};

/// What is known of all optimal orders, not of one of them.
struct KemenyOrders {
  WholeNumber count;
  std::vector<std::size_t> best_position;  // by item, over all optimal orders, counted from 1
  std::vector<std::size_t> worst_position;
  std::vector<ItemIndex> always_chosen;                       // among the first `choose` in every optimal order
  std::vector<ItemIndex> sometimes_chosen;                    // in at least one, but not in all
  std::vector<std::pair<ItemIndex, ItemIndex>> always_above;  // pairs in the same order in every optimal order
  std::vector<std::vector<ItemIndex>> listed;                 // all of them when there are few, else none
};

/// The strict orders that overturn the least weight of the tables' own comparisons (Kemeny 1959; Young and
/// Levenglick 1978). Exact, or said to be open.
struct Kemeny {
  std::int64_t cost = 0;               // weight overturned by the best order found, in parts of weight
  std::int64_t lower_bound = 0;        // no order overturns less
  bool proven = false;                 // cost is the least there is
  std::vector<ItemIndex> order;        // one best order found; optimal when proven
  std::optional<KemenyOrders> orders;  // nothing when the search for all of them passed the budget
};

/// Splits by the components of the majority graph (extended Condorcet criterion), then searches each component over
/// sets of items placed first, leaving out sets that cannot be part of an optimal order (sum of pairwise minima and
/// packed three-cycles as lower bound). `listed_by` is how many tables listed each item: items that nobody listed are
/// placed last, level with each other.
Kemeny kemeny(const Pairwise& pairs, const std::vector<std::size_t>& listed_by, std::size_t choose,
              const KemenyBudget& budget = {});

}  // namespace thrive::priorities
