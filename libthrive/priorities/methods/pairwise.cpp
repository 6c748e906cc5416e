// SPDX-License-Identifier: MIT
#include "libthrive/priorities/methods/pairwise.hpp"

#include <algorithm>

namespace thrive::priorities {

namespace {

void add_ballot(Pairwise& pairs, const Ballot& ballot, model::Unlisted unlisted) {
  for (ItemIndex a = 0; a < pairs.size(); ++a)
    for (ItemIndex b = 0; b < pairs.size(); ++b) {
      if (a == b || !compares(ballot, a, b, unlisted)) continue;
      if (ballot.position[a] == ballot.position[b])
        pairs.level(a, b) += ballot.weight;
      else if (puts_above(ballot, a, b, unlisted))
        pairs.above(a, b) += ballot.weight;
    }
}

/// Number of strict wins of each item.
std::vector<std::size_t> wins(const Pairwise& pairs) {
  std::vector<std::size_t> result(pairs.size(), 0);
  for (ItemIndex a = 0; a < pairs.size(); ++a)
    for (ItemIndex b = 0; b < pairs.size(); ++b) result[a] += pairs.margin(a, b) > 0 ? 1 : 0;
  return result;
}

/// The shortest cycle through `start`, by breadth-first search along strict wins.
std::vector<ItemIndex> cycle_through(const Pairwise& pairs, const std::vector<ItemIndex>& among, ItemIndex start) {
  constexpr ItemIndex none = static_cast<ItemIndex>(-1);
  std::vector<ItemIndex> came_from(pairs.size(), none);
  std::vector<ItemIndex> queue = {start};
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const ItemIndex here = queue[next];
    for (const ItemIndex there : among) {
      if (pairs.margin(here, there) <= 0) continue;
      if (there == start) {
        std::vector<ItemIndex> cycle = {here};
        while (cycle.back() != start) cycle.push_back(came_from[cycle.back()]);
        std::reverse(cycle.begin(), cycle.end());
        return cycle;
      }
      if (came_from[there] != none) continue;
      came_from[there] = here;
      queue.push_back(there);
    }
  }
  return {};
}

}  // namespace

Pairwise compare_pairs(const Profile& profile) {
  Pairwise pairs{Square<std::int64_t>(profile.items.size()), Square<std::int64_t>(profile.items.size())};
  for (const Ballot& ballot : profile.ballots)
    if (ballot.weight > 0) add_ballot(pairs, ballot, profile.unlisted);
  return pairs;
}

std::vector<double> copeland(const Pairwise& pairs) {
  std::vector<double> scores(pairs.size(), 0);
  for (ItemIndex a = 0; a < pairs.size(); ++a)
    for (ItemIndex b = 0; b < pairs.size(); ++b) {
      if (a == b) continue;
      const std::int64_t margin = pairs.margin(a, b);
      scores[a] += margin > 0 ? 1.0 : margin == 0 ? 0.5 : 0.0;
    }
  return scores;
}

std::optional<ItemIndex> condorcet_winner(const Pairwise& pairs) {
  const std::vector<std::size_t> won = wins(pairs);
  for (ItemIndex item = 0; item < won.size(); ++item)
    if (won[item] + 1 == pairs.size()) return item;
  return std::nullopt;
}

std::vector<ItemIndex> smith_set(const Pairwise& pairs) {
  if (pairs.size() == 0) return {};
  const std::vector<double> scores = copeland(pairs);
  std::vector<bool> inside(pairs.size(), false);
  // The best by Copeland is always in the Smith set; whoever is not beaten by a member has to come in too.
  std::vector<ItemIndex> members = {
      static_cast<ItemIndex>(std::max_element(scores.begin(), scores.end()) - scores.begin())};
  inside[members.front()] = true;
  for (std::size_t next = 0; next < members.size(); ++next)
    for (ItemIndex other = 0; other < pairs.size(); ++other)
      if (!inside[other] && pairs.margin(members[next], other) <= 0) {
        inside[other] = true;
        members.push_back(other);
      }
  std::sort(members.begin(), members.end());
  return members;
}

std::vector<ItemIndex> shortest_cycle(const Pairwise& pairs, const std::vector<ItemIndex>& among) {
  std::vector<ItemIndex> best;
  for (const ItemIndex start : among) {
    std::vector<ItemIndex> cycle = cycle_through(pairs, among, start);
    if (!cycle.empty() && (best.empty() || cycle.size() < best.size())) best = std::move(cycle);
  }
  return best;
}

}  // namespace thrive::priorities
