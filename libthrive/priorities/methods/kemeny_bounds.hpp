// SPDX-License-Identifier: MIT
//
// Parts of the exact Kemeny search: bounds on what an order must cost, from both sides.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "libthrive/priorities/methods/pairwise.hpp"

namespace thrive::priorities {

/// Weight overturned by an order, counted over the pairs of its items.
std::int64_t reversals(const Pairwise& pairs, const std::vector<ItemIndex>& order);

/// The weight that every order of these items overturns: the smaller side of each pair.
std::int64_t unavoidable(const Pairwise& pairs, const std::vector<ItemIndex>& items);

/// Three items that beat each other in a circle; every order overturns at least `weight` more for it.
struct Circle {
  std::array<ItemIndex, 3> items;
  std::int64_t weight;
};

/// Circles of wins that share no margin with each other, taken greedily, widest first.
std::vector<Circle> packed_circles(const Pairwise& pairs, const std::vector<ItemIndex>& items);

/// A good order, found by moving single items to better places from several starts. Always the same for the same input.
std::vector<ItemIndex> good_order(const Pairwise& pairs, const std::vector<ItemIndex>& items);

/// Components of the graph that has an edge wherever the margin is at least `least`, in an order in which every edge
/// between components leads from an earlier to a later one.
std::vector<std::vector<ItemIndex>> components(const Pairwise& pairs, const std::vector<ItemIndex>& items,
                                               std::int64_t least);

}  // namespace thrive::priorities
