// SPDX-License-Identifier: MIT
#include "libthrive/priorities/methods/profile.hpp"

#include <cmath>
#include <numeric>
#include <unordered_map>

namespace thrive::priorities {

namespace {

using Positions = std::unordered_map<std::string, ItemIndex>;

Group known_items(const std::vector<std::string>& names, const Positions& positions) {
  Group group;
  for (const std::string& name : names)
    if (const auto at = positions.find(name); at != positions.end()) group.push_back(at->second);
  return group;
}

Ballot make_ballot(const std::string& table, const model::TableRanking& ranking, const Positions& positions) {
  Ballot ballot;
  ballot.table = table;
  ballot.people = ranking.people;
  for (const model::OneOrMany<std::string>& place : ranking.ranking)
    if (Group group = known_items(place.items, positions); !group.empty()) ballot.groups.push_back(std::move(group));
  ballot.not_discussed.assign(positions.size(), false);
  for (const ItemIndex item : known_items(ranking.not_discussed, positions)) ballot.not_discussed[item] = true;
  number_positions(ballot, positions.size());
  return ballot;
}

}  // namespace

std::int64_t parts_of_weights(const std::vector<double>& weights) {
  constexpr std::int64_t millionths = 1'000'000;
  std::int64_t common = millionths;
  for (const double weight : weights) common = std::gcd(common, std::llround(weight * millionths));
  return millionths / common;
}

std::size_t listed(const Ballot& ballot) {
  std::size_t count = 0;
  for (const Group& group : ballot.groups) count += group.size();
  return count;
}

void number_positions(Ballot& ballot, std::size_t items) {
  ballot.position.assign(items, 0);
  std::size_t next = 1;
  for (const Group& group : ballot.groups) {
    for (const ItemIndex item : group) ballot.position[item] = next;
    next += group.size();
  }
}

Profile make_profile(const model::Priorities& priorities, const std::vector<std::string>& candidates) {
  Profile profile;
  profile.items = candidates;
  profile.choose = static_cast<std::size_t>(priorities.rules.choose);
  profile.points_from = static_cast<std::size_t>(priorities.rules.points_from.value_or(priorities.rules.choose));
  profile.unlisted = priorities.rules.unlisted;

  Positions positions;
  for (const std::string& item : candidates) positions.emplace(item, positions.size());
  std::vector<double> weights;
  for (const auto& [table, ranking] : priorities.tables) weights.push_back(ranking.weight);
  profile.weight_parts = parts_of_weights(weights);

  for (const auto& [table, ranking] : priorities.tables) {
    Ballot ballot = make_ballot(table, ranking, positions);
    ballot.weight = std::llround(ranking.weight * static_cast<double>(profile.weight_parts));
    if (!ranking.returned) {
      profile.blank.push_back(table);
    } else if (ballot.groups.empty()) {
      profile.awaited.push_back(table);
      profile.awaited_weight += ranking.weight;
    } else {
      profile.ballots.push_back(std::move(ballot));
    }
  }
  return profile;
}

void expect_tables(Profile& profile, std::size_t tables) {
  const std::size_t named = profile.ballots.size() + profile.blank.size() + profile.awaited.size();
  if (tables <= named) return;
  profile.awaited_unnamed = tables - named;
  profile.awaited_weight += static_cast<double>(profile.awaited_unnamed);
}

std::vector<std::string> tables_with_too_fine_weights(const model::Priorities& priorities) {
  std::vector<std::string> tables;
  for (const auto& [table, ranking] : priorities.tables) {
    const double millionths = ranking.weight * 1'000'000;
    if (std::abs(millionths - std::round(millionths)) > 1e-4) tables.push_back(table);
  }
  return tables;
}

std::optional<Profile> weighted_by_people(Profile profile) {
  bool differ = false;
  for (const Ballot& ballot : profile.ballots) {
    if (!ballot.people) return std::nullopt;
    differ = differ || *ballot.people != *profile.ballots.front().people;
  }
  if (!differ) return std::nullopt;
  for (Ballot& ballot : profile.ballots) ballot.weight = *ballot.people;
  profile.weight_parts = 1;
  return profile;
}

bool compares(const Ballot& ballot, ItemIndex a, ItemIndex b, model::Unlisted unlisted) {
  if (ballot.not_discussed[a] || ballot.not_discussed[b]) return false;
  return unlisted == model::Unlisted::last || (ballot.position[a] != 0 && ballot.position[b] != 0);
}

bool puts_above(const Ballot& ballot, ItemIndex a, ItemIndex b, model::Unlisted unlisted) {
  if (!compares(ballot, a, b, unlisted) || ballot.position[a] == 0) return false;
  return ballot.position[b] == 0 || ballot.position[a] < ballot.position[b];
}

}  // namespace thrive::priorities
