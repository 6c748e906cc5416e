// SPDX-License-Identifier: MIT
#include "libthrive/priorities/methods/minority.hpp"

#include <algorithm>

namespace thrive::priorities {

namespace {

bool contains(const std::vector<ItemIndex>& items, ItemIndex item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

std::vector<FirstChoiceOut> first_choices_out(const Consensus& consensus, const std::vector<ItemIndex>& in) {
  std::vector<FirstChoiceOut> result;
  for (ItemIndex item = 0; item < consensus.profile.items.size(); ++item) {
    if (contains(in, item) || contains(consensus.chosen.undecided, item)) continue;
    FirstChoiceOut out{item, {}};
    for (const Ballot& ballot : consensus.profile.ballots)
      if (ballot.position[item] == 1) out.tables.push_back(ballot.table);
    if (!out.tables.empty()) result.push_back(std::move(out));
  }
  return result;
}

std::vector<PicksIn> fewest_in(const Consensus& consensus, const std::vector<ItemIndex>& in) {
  std::vector<PicksIn> picks;
  std::size_t fewest = static_cast<std::size_t>(-1);
  for (const Ballot& ballot : consensus.profile.ballots) {
    PicksIn here{ballot.table, 0, 0};
    for (ItemIndex item = 0; item < ballot.position.size(); ++item) {
      if (ballot.position[item] == 0) continue;
      ++here.listed;
      here.in += contains(in, item) ? 1 : 0;
    }
    fewest = std::min(fewest, here.in);
    picks.push_back(std::move(here));
  }
  std::vector<PicksIn> result;
  for (PicksIn& here : picks)
    if (here.in == fewest && 2 * here.in <= here.listed) result.push_back(std::move(here));
  return result;
}

/// The words that items carry and no item that is in does, in order of first appearance.
template <class WordsOf>
std::vector<std::string> words_without(std::size_t items, const std::vector<ItemIndex>& in, WordsOf words_of) {
  std::vector<std::string> all;
  std::vector<std::string> covered;
  for (ItemIndex item = 0; item < items; ++item)
    for (const std::string& word : words_of(item)) {
      if (std::find(all.begin(), all.end(), word) == all.end()) all.push_back(word);
      if (contains(in, item)) covered.push_back(word);
    }
  std::vector<std::string> missing;
  for (const std::string& word : all)
    if (std::find(covered.begin(), covered.end(), word) == covered.end()) missing.push_back(word);
  return missing;
}

/// Mean shared picks inside and across two groups of tables.
Camps camps_of(const Profile& profile, const std::vector<std::vector<double>>& shared,
               const std::vector<bool>& in_other) {
  Camps result;
  double inside = 0;
  double across = 0;
  double pairs_inside = 0;
  double pairs_across = 0;
  for (std::size_t a = 0; a < profile.ballots.size(); ++a) {
    (in_other[a] ? result.other : result.one).push_back(profile.ballots[a].table);
    for (std::size_t b = a + 1; b < profile.ballots.size(); ++b) {
      const bool same = in_other[a] == in_other[b];
      (same ? inside : across) += shared[a][b];
      (same ? pairs_inside : pairs_across) += 1;
    }
  }
  result.shared_inside = pairs_inside == 0 ? 0 : inside / pairs_inside;
  result.shared_across = pairs_across == 0 ? 0 : across / pairs_across;
  return result;
}

}  // namespace

Minority minority(const Consensus& consensus, const ItemNames& names) {
  const std::vector<ItemIndex> in = consensus.chosen.in();
  const std::size_t items = consensus.profile.items.size();
  Minority result;
  result.first_choices_out = first_choices_out(consensus, in);
  result.fewest_in = fewest_in(consensus, in);
  result.levels_without = words_without(items, in, [&](ItemIndex item) {
    return names.levels[item].empty() ? std::vector<std::string>{} : std::vector<std::string>{names.levels[item]};
  });
  result.principles_without = words_without(items, in, [&](ItemIndex item) { return names.principles[item]; });
  return result;
}

std::optional<Camps> camps(const Profile& profile) {
  const std::size_t tables = profile.ballots.size();
  if (tables < 4) return std::nullopt;
  std::vector<std::vector<double>> shared(tables, std::vector<double>(tables, 0));
  for (std::size_t a = 0; a < tables; ++a)
    for (std::size_t b = a + 1; b < tables; ++b)
      shared[a][b] = static_cast<double>(shared_picks(profile.ballots[a], profile.ballots[b]));
  // Where camps are this far apart, whoever shares less than half a list with the first table is in the other one.
  std::vector<bool> in_other(tables, false);
  const double length = static_cast<double>(profile.list_length());
  for (std::size_t b = 1; b < tables; ++b) in_other[b] = 2 * shared[0][b] < length;
  Camps found = camps_of(profile, shared, in_other);
  if (found.one.size() < 2 || found.other.size() < 2) return std::nullopt;
  if (found.shared_inside < 0.6 * length || found.shared_across > 0.2 * length) return std::nullopt;
  return found;
}

}  // namespace thrive::priorities
