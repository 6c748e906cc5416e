// SPDX-License-Identifier: MIT
#include "libthrive/priorities/methods/choice.hpp"

#include <algorithm>

namespace thrive::priorities {

namespace {

using model::ConsensusMethod;

/// What a rule counts for each item still tied.
std::vector<std::size_t> figures_of(TieRule rule, const Profile& profile, const Pairwise& pairs,
                                    const std::vector<ItemIndex>& among) {
  std::vector<std::size_t> figures;
  const std::vector<std::size_t> listed = rule == TieRule::firsts ? firsts(profile) : mentions(profile);
  for (const ItemIndex item : among) {
    std::size_t wins = 0;
    for (const ItemIndex other : among) wins += pairs.margin(item, other) > 0 ? 1 : 0;
    figures.push_back(rule == TieRule::head_to_head ? wins : listed[item]);
  }
  return figures;
}

TieStep apply(TieRule rule, const Profile& profile, const Pairwise& pairs, std::vector<ItemIndex> among,
              std::size_t seats) {
  TieStep step{rule, seats, std::move(among), {}, {}, {}};
  step.figures = figures_of(rule, profile, pairs, step.among);
  const Cut cut_among = cut(order_by_score(step.figures), seats);
  for (const ItemIndex at : cut_among.certain) step.in.push_back(step.among[at]);
  for (const ItemIndex at : cut_among.tied_at_cut) step.still.push_back(step.among[at]);
  return step;
}

Cut cut_between(const std::vector<std::size_t>& best, const std::vector<std::size_t>& worst, std::size_t choose) {
  Cut result;
  for (ItemIndex item = 0; item < best.size(); ++item) {
    if (worst[item] <= choose)
      result.certain.push_back(item);
    else if (best[item] <= choose)
      result.tied_at_cut.push_back(item);
  }
  return result;
}

}  // namespace

Cut cut_of(const Kemeny& kemeny, std::size_t items) {
  if (kemeny.orders) return {kemeny.orders->always_chosen, kemeny.orders->sometimes_chosen};
  Cut open;
  for (ItemIndex item = 0; item < items; ++item) open.tied_at_cut.push_back(item);
  return open;
}

Cut cut_of(const RankedPairs& locked, std::size_t choose) {
  const std::size_t count = locked.above.size();
  std::vector<std::size_t> best(count, 1);
  std::vector<std::size_t> worst(count, count);
  for (ItemIndex item = 0; item < count; ++item)
    for (ItemIndex other = 0; other < count; ++other) {
      best[item] += locked.above(other, item) ? 1 : 0;
      worst[item] -= locked.above(item, other) ? 1 : 0;
    }
  return cut_between(best, worst, choose);
}

Cut cut_by(ConsensusMethod method, const Profile& profile, const KemenyBudget& budget) {
  if (method == ConsensusMethod::points) return cut(order_by_score(points(profile)), profile.choose);
  if (method == ConsensusMethod::modified_borda)
    return cut(order_by_score(positional_scores(profile, FirstPlace::listed)), profile.choose);
  const Pairwise pairs = compare_pairs(profile);
  switch (method) {
    case ConsensusMethod::average_borda:
      return cut(order_by_score(average_borda(pairs, profile.weight_parts)), profile.choose);
    case ConsensusMethod::copeland:
      return cut(order_by_score(copeland(pairs)), profile.choose);
    case ConsensusMethod::schulze:
      return cut(schulze(pairs, WinStrength::winning_votes).order, profile.choose);
    case ConsensusMethod::ranked_pairs:
      return cut_of(ranked_pairs(pairs), profile.choose);
    default:
      return cut_of(kemeny(pairs, mentions(profile), profile.choose, budget), profile.items.size());
  }
}

std::vector<ItemIndex> Chosen::in() const {
  std::vector<ItemIndex> items = cut.certain;
  for (const TieBreak& broken : by_tie_break) items.push_back(broken.item);
  std::sort(items.begin(), items.end());
  return items;
}

Chosen choose(const Profile& profile, const Pairwise& pairs, Cut cut) {
  Chosen chosen;
  std::vector<ItemIndex> tied = cut.tied_at_cut;
  std::size_t seats = profile.choose - std::min(profile.choose, cut.certain.size());
  chosen.cut = std::move(cut);
  for (const TieRule rule : {TieRule::mentions, TieRule::head_to_head, TieRule::firsts}) {
    if (tied.empty()) break;
    TieStep step = apply(rule, profile, pairs, std::move(tied), seats);
    for (const ItemIndex item : step.in) chosen.by_tie_break.push_back({item, rule});
    seats -= step.in.size();
    tied = step.still;
    chosen.steps.push_back(std::move(step));
  }
  chosen.undecided = std::move(tied);
  chosen.seats_left = chosen.undecided.empty() ? 0 : seats;
  return chosen;
}

}  // namespace thrive::priorities
