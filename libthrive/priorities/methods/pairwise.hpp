// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "libthrive/priorities/methods/profile.hpp"

namespace thrive::priorities {

/// A square table of numbers, one row and one column an item.
template <class T>
class Square {
 public:
  explicit Square(std::size_t size = 0, T value = T{}) : size_(size), values_(size * size, value) {}
  std::size_t size() const { return size_; }
  T& operator()(ItemIndex row, ItemIndex column) { return values_[row * size_ + column]; }
  const T& operator()(ItemIndex row, ItemIndex column) const { return values_[row * size_ + column]; }
  friend bool operator==(const Square&, const Square&) = default;

 private:
  std::size_t size_ = 0;
  std::vector<T> values_;
};

/// Every pair of items held against each other, in parts of weight.
struct Pairwise {
  Square<std::int64_t> above;  // weight of the tables that put the row strictly above the column
  Square<std::int64_t> level;  // weight of the tables that compare the two and put them level

  std::size_t size() const { return above.size(); }
  /// Positive when more weight puts the first above the second than the other way round.
  std::int64_t margin(ItemIndex a, ItemIndex b) const { return above(a, b) - above(b, a); }
};

/// Counts every pair over all ballots that compare it; n^2 steps a ballot.
Pairwise compare_pairs(const Profile& profile);

/// Wins and half the ties over all other items, by the sign of the margin (Copeland; "ranked robin").
std::vector<double> copeland(const Pairwise& pairs);

/// The item that beats every other one; nothing when there is none. A single candidate beats all others.
std::optional<ItemIndex> condorcet_winner(const Pairwise& pairs);

/// The smallest set of items each of which beats every item outside it.
std::vector<ItemIndex> smith_set(const Pairwise& pairs);

/// A shortest cycle of strict wins through some of the given items: each beats the next, the last beats the first.
/// Empty when there is none. The first in the project's order among the shortest.
std::vector<ItemIndex> shortest_cycle(const Pairwise& pairs, const std::vector<ItemIndex>& among);

}  // namespace thrive::priorities
