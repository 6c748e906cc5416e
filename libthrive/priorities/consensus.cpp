// SPDX-License-Identifier: MIT
#include "libthrive/priorities/consensus.hpp"

#include <algorithm>

namespace thrive::priorities {

namespace {

using model::ConsensusMethod;

template <class T>
bool contains(const std::vector<T>& items, const T& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

bool is_possible(const Cut& cut, ItemIndex item) {
  return contains(cut.certain, item) || contains(cut.tied_at_cut, item);
}

Standing standing_of(const Consensus& consensus, const Cut& by_method, ItemIndex item) {
  if (consensus.mentions[item] == 0) return Standing::out;
  bool every = contains(by_method.certain, item) && is_possible(consensus.cut_by_mentions, item) &&
               contains(consensus.cut_by_copeland.certain, item) && contains(consensus.cut_by_kemeny.certain, item);
  bool any = is_possible(by_method, item) || is_possible(consensus.cut_by_mentions, item) ||
             is_possible(consensus.cut_by_copeland, item) || is_possible(consensus.cut_by_kemeny, item);
  for (const WithoutTable& run : consensus.without_table) {
    every = every && contains(run.cut.certain, item);
    any = any || is_possible(run.cut, item);
  }
  return every ? Standing::firm : any ? Standing::contested : Standing::out;
}

void count(Consensus& consensus) {
  const Profile& profile = consensus.profile;
  consensus.points = points(profile);
  consensus.mentions = mentions(profile);
  consensus.firsts = firsts(profile);
  consensus.modified_borda = positional_scores(profile, FirstPlace::listed);
  consensus.pairs = compare_pairs(profile);
  consensus.average_borda = average_borda(consensus.pairs, profile.weight_parts);
  consensus.copeland = copeland(consensus.pairs);
  consensus.condorcet_winner = condorcet_winner(consensus.pairs);
  consensus.smith_set = smith_set(consensus.pairs);
  consensus.schulze_winning_votes = schulze(consensus.pairs, WinStrength::winning_votes);
  consensus.schulze_margins = schulze(consensus.pairs, WinStrength::margins);
  consensus.ranked_pairs = ranked_pairs(consensus.pairs);
  consensus.kemeny = kemeny(consensus.pairs, consensus.mentions, profile.choose, consensus.options.kemeny);
}

Cut cut_of_method(const Consensus& consensus, ConsensusMethod method) {
  const std::size_t choose = consensus.profile.choose;
  switch (method) {
    case ConsensusMethod::points:
      return consensus.cut_by_points;
    case ConsensusMethod::average_borda:
      return cut(order_by_score(consensus.average_borda), choose);
    case ConsensusMethod::modified_borda:
      return cut(order_by_score(consensus.modified_borda), choose);
    case ConsensusMethod::copeland:
      return consensus.cut_by_copeland;
    case ConsensusMethod::schulze:
      return cut(consensus.schulze_winning_votes.order, choose);
    case ConsensusMethod::ranked_pairs:
      return cut_of(consensus.ranked_pairs, choose);
    case ConsensusMethod::kemeny:
      return consensus.cut_by_kemeny;
  }
  return {};
}

}  // namespace

Consensus reach_consensus(Profile profile, ConsensusMethod method, const ConsensusOptions& options) {
  Consensus consensus;
  consensus.profile = std::move(profile);
  consensus.method = method;
  consensus.options = options;
  count(consensus);
  const std::size_t choose_count = consensus.profile.choose;
  consensus.cut_by_points = cut(order_by_score(consensus.points), choose_count);
  consensus.cut_by_mentions = cut(order_by_score(consensus.mentions), choose_count);
  consensus.cut_by_copeland = cut(order_by_score(consensus.copeland), choose_count);
  consensus.cut_by_kemeny = cut_of(consensus.kemeny, consensus.profile.items.size());
  consensus.chosen = choose(consensus.profile, consensus.pairs, cut_of_method(consensus, method));
  consensus.without_table = leave_one_table_out(consensus.profile, method, options.kemeny);
  consensus.bootstrap = bootstrap(consensus.profile, method, options.seed, options.resamples, options.kemeny);
  if (const auto weighted = weighted_by_people(consensus.profile))
    consensus.by_people = cut_by(method, *weighted, options.kemeny);
  consensus.margin = margin(consensus.profile, consensus.points);
  consensus.agreement = agreement(consensus.profile, 0.8, options.seed);
  consensus.tally = live_tally(consensus.profile, consensus.points, consensus.profile.awaited_weight);
  consensus.standing = standings(consensus);
  return consensus;
}

Consensus counted(Profile profile, ConsensusMethod method) {
  Consensus consensus;
  consensus.profile = std::move(profile);
  consensus.method = method;
  consensus.pairs = compare_pairs(consensus.profile);
  consensus.chosen = choose(consensus.profile, consensus.pairs, cut_by(method, consensus.profile));
  return consensus;
}

std::vector<Standing> standings(const Consensus& consensus) {
  std::vector<Standing> result;
  for (ItemIndex item = 0; item < consensus.profile.items.size(); ++item)
    result.push_back(standing_of(consensus, consensus.chosen.cut, item));
  return result;
}

std::vector<MethodResult> other_methods(const Consensus& consensus) {
  std::vector<MethodResult> results = {{"mentions", consensus.cut_by_mentions}};
  for (const auto& [method, word] : model::Names<ConsensusMethod>::values)
    if (method != consensus.method) results.push_back({std::string(word), cut_of_method(consensus, method)});
  return results;
}

bool agrees(const Cut& cut, const Chosen& chosen) {
  for (const ItemIndex item : chosen.in())
    if (!is_possible(cut, item)) return false;
  const std::vector<ItemIndex> in = chosen.in();
  for (const ItemIndex item : cut.certain)
    if (!contains(in, item) && !contains(chosen.undecided, item)) return false;
  return true;
}

std::vector<std::string> Departure::reasons_wanted() const {
  std::vector<std::string> wanted = added;
  if (dropped.size() > added.size()) wanted.insert(wanted.end(), dropped.begin(), dropped.end());
  return wanted;
}

Departure departure(const Consensus& consensus, const std::vector<std::string>& agreed_order) {
  Departure result;
  const std::vector<ItemIndex> in = consensus.chosen.in();
  std::vector<std::string> expected;
  for (const ItemIndex item : in) {
    expected.push_back(consensus.profile.items[item]);
    if (!contains(agreed_order, expected.back())) result.dropped.push_back(expected.back());
  }
  for (const ItemIndex item : consensus.chosen.undecided) expected.push_back(consensus.profile.items[item]);
  for (const std::string& item : agreed_order)
    if (!contains(expected, item)) result.added.push_back(item);
  return result;
}

}  // namespace thrive::priorities
