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
    for (ItemIndex from = 0; from < count; ++from)
      for (ItemIndex to = 0; to < count; ++to)
        if (from != to && from != through && to != through)
          width(from, to) = std::max(width(from, to), std::min(width(from, through), width(through, to)));
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

/// Locks a win and everything that follows from it.
void lock(Square<char>& above, ItemIndex winner, ItemIndex loser) {
  const std::size_t count = above.size();
  for (ItemIndex a = 0; a < count; ++a) {
    if (a != winner && !above(a, winner)) continue;
    for (ItemIndex b = 0; b < count; ++b)
      if (b == loser || above(loser, b)) above(a, b) = 1;
  }
}

std::vector<ItemIndex> first_free_order(const Square<char>& above) {
  const std::size_t count = above.size();
  std::vector<ItemIndex> order;
  std::vector<bool> placed(count, false);
  const auto is_free = [&](ItemIndex item) {
    for (ItemIndex other = 0; other < count; ++other)
      if (!placed[other] && above(other, item)) return false;
    return !placed[item];
  };
  while (order.size() < count)
    for (ItemIndex item = 0; item < count; ++item)
      if (is_free(item)) {
        placed[item] = true;
        order.push_back(item);
        break;
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
