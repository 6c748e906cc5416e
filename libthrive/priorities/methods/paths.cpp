// SPDX-License-Identifier: MIT
#include "libthrive/priorities/methods/paths.hpp"

#include <algorithm>
#include <tuple>

#include "libthrive/priorities/scores.hpp"

namespace thrive::priorities {

namespace {

Square<std::int64_t> widest_paths(const Pairwise& pairs, WinStrength strength) {
  const std::size_t count = pairs.size();
  Square<std::int64_t> width(count);
  for (ItemIndex a = 0; a < count; ++a)
    for (ItemIndex b = 0; b < count; ++b)
      if (pairs.margin(a, b) > 0)
        width(a, b) = strength == WinStrength::winning_votes ? pairs.above(a, b) : pairs.margin(a, b);
  for (ItemIndex through = 0; through < count; ++through)
    for (ItemIndex from = 0; from < count; ++from) {
      const std::int64_t first = width(from, through);
      if (first == 0) continue;  // no path: most pairs of a long list are level, as few tables list either
      for (ItemIndex to = 0; to < count; ++to)
        width(from, to) = std::max(width(from, to), std::min(first, width(through, to)));
      width(from, from) = 0;
    }
  return width;
}

struct Win {
  std::int64_t margin;
  std::int64_t votes;
  ItemIndex winner;
  ItemIndex loser;
};

std::vector<Win> wins_strongest_first(const Pairwise& pairs) {
  std::vector<Win> wins;
  for (ItemIndex a = 0; a < pairs.size(); ++a)
    for (ItemIndex b = 0; b < pairs.size(); ++b)
      if (pairs.margin(a, b) > 0) wins.push_back({pairs.margin(a, b), pairs.above(a, b), a, b});
  std::stable_sort(wins.begin(), wins.end(), [](const Win& x, const Win& y) {
    return std::tie(x.margin, x.votes) > std::tie(y.margin, y.votes);
  });
  return wins;
}

/// Locks a win and everything that follows from it. Whoever is above the loser already is above all that follow.
void lock(Square<char>& above, ItemIndex winner, ItemIndex loser) {
  const std::size_t count = above.size();
  if (above(winner, loser)) return;
  for (ItemIndex a = 0; a < count; ++a) {
    if ((a != winner && !above(a, winner)) || above(a, loser)) continue;
    above(a, loser) = 1;
    for (ItemIndex b = 0; b < count; ++b) above(a, b) |= above(loser, b);
  }
}

std::vector<ItemIndex> first_free_order(const Square<char>& above) {
  const std::size_t count = above.size();
  std::vector<std::size_t> above_it(count, 0);  // items not placed yet that are above this one
  for (ItemIndex upper = 0; upper < count; ++upper)
    for (ItemIndex lower = 0; lower < count; ++lower) above_it[lower] += above(upper, lower) ? 1 : 0;
  std::vector<ItemIndex> order;
  std::vector<bool> placed(count, false);
  while (order.size() < count) {
    ItemIndex first = 0;
    while (placed[first] || above_it[first] > 0) ++first;
    placed[first] = true;
    order.push_back(first);
    for (ItemIndex lower = 0; lower < count; ++lower) above_it[lower] -= above(first, lower) ? 1 : 0;
  }
  return order;
}

}  // namespace

Schulze schulze(const Pairwise& pairs, WinStrength strength) {
  Schulze result;
  result.paths = widest_paths(pairs, strength);
  std::vector<std::size_t> path_wins(pairs.size(), 0);
  for (ItemIndex a = 0; a < pairs.size(); ++a) {
    bool wins = true;
    for (ItemIndex b = 0; b < pairs.size(); ++b) {
      path_wins[a] += result.paths(a, b) > result.paths(b, a) ? 1 : 0;
      wins = wins && result.paths(a, b) >= result.paths(b, a);
    }
    if (wins) result.winners.push_back(a);
  }
  result.order = order_by_score(path_wins);
  return result;
}

RankedPairs ranked_pairs(const Pairwise& pairs) {
  RankedPairs result;
  result.above = Square<char>(pairs.size(), 0);
  for (const Win& win : wins_strongest_first(pairs)) {
    if (result.above(win.loser, win.winner))
      result.skipped.emplace_back(win.winner, win.loser);
    else
      lock(result.above, win.winner, win.loser);
  }
  result.order = first_free_order(result.above);
  return result;
}

}  // namespace thrive::priorities
