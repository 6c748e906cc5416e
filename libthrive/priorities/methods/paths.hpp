// SPDX-License-Identifier: MIT
//
// The two methods that follow chains of wins from item to item.
#pragma once

#include <utility>
#include <vector>

#include "libthrive/priorities/methods/pairwise.hpp"

namespace thrive::priorities {

/// How strong a win is: the weight that puts the winner above, or that less the weight the other way.
enum class WinStrength { winning_votes, margins };

/// Schulze's method (Schulze 2011): i comes before j when the widest path of wins from i to j is wider than back.
struct Schulze {
  Square<std::int64_t> paths;      // width of the widest path, in parts of weight; 0 when there is none
  std::vector<ItemIndex> winners;  // no path into them is wider than the one back
  std::vector<Group> order;        // by the number of items an item has the wider path to, most first
};
/// Widest paths by Floyd and Warshall's scheme, n^3 steps.
Schulze schulze(const Pairwise& pairs, WinStrength strength);

/// Ranked pairs (Tideman): wins are locked in, strongest first, unless one closes a cycle. Equal wins go by margin,
/// then by the weight for the winner, then by the project's order of the winner and of the loser. Level pairs are not
/// locked.
struct RankedPairs {
  std::vector<ItemIndex> order;  // repeatedly the first item in the project's order with nobody left above it
  std::vector<std::pair<ItemIndex, ItemIndex>> skipped;  // wins that would have closed a cycle, in the order met
  Square<char> above;  // 1 where the row is locked above the column, directly or through others
};
/// Locks the wins of all pairs, at most n^4 steps.
RankedPairs ranked_pairs(const Pairwise& pairs);

}  // namespace thrive::priorities
