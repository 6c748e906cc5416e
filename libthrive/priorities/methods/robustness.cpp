// SPDX-License-Identifier: MIT
#include "libthrive/priorities/methods/robustness.hpp"

#include <algorithm>

#include "libthrive/priorities/methods/random.hpp"

namespace thrive::priorities {

namespace {

/// Adds to each item its share of the places: 1 when certain, an equal part of what is left when tied.
void add_shares(const Cut& cut, std::size_t choose, std::vector<double>& shares) {
  for (const ItemIndex item : cut.certain) shares[item] += 1;
  for (const ItemIndex item : cut.tied_at_cut)
    shares[item] += static_cast<double>(choose - cut.certain.size()) / static_cast<double>(cut.tied_at_cut.size());
}

/// True when lists worth `weight` can lift items by these amounts, each at least.
bool can_lift(std::vector<double> amounts, double weight, std::size_t first_place) {
  std::sort(amounts.rbegin(), amounts.rend());
  double wanted = 0;
  double available = 0;
  double place = static_cast<double>(first_place);
  for (const double amount : amounts) {
    wanted += amount;
    available += weight * place;
    if (wanted > available + 1e-9) return false;
    place = std::max(place - 1, 0.0);
  }
  return true;
}

bool is_safe(const Profile& profile, const std::vector<double>& points, double awaited_weight, ItemIndex item) {
  std::vector<double> behind;
  for (ItemIndex other = 0; other < points.size(); ++other)
    if (other != item) behind.push_back(std::max(points[item] - points[other], 0.0));
  if (behind.size() < profile.choose) return true;
  std::sort(behind.begin(), behind.end());
  behind.resize(profile.choose);
  return !can_lift(behind, awaited_weight, profile.points_from);
}

bool is_lost(const Profile& profile, const std::vector<double>& points, double awaited_weight, ItemIndex item) {
  const double best = points[item] + awaited_weight * static_cast<double>(profile.points_from);
  std::size_t ahead = 0;
  for (const double other : points) ahead += other > best && !same_score(other, best) ? 1 : 0;
  return ahead >= profile.choose;
}

}  // namespace

Profile without_table(Profile profile, std::size_t ballot) {
  profile.ballots.erase(profile.ballots.begin() + static_cast<std::ptrdiff_t>(ballot));
  return profile;
}

std::vector<WithoutTable> leave_one_table_out(const Profile& profile, model::ConsensusMethod method,
                                              const KemenyBudget& budget) {
  std::vector<WithoutTable> runs;
  if (profile.ballots.size() < 2) return runs;
  for (std::size_t table = 0; table < profile.ballots.size(); ++table)
    runs.push_back({profile.ballots[table].table, cut_by(method, without_table(profile, table), budget)});
  return runs;
}

std::vector<double> bootstrap(const Profile& profile, model::ConsensusMethod method, std::uint64_t seed,
                              std::size_t resamples, const KemenyBudget& budget) {
  if (profile.ballots.empty() || resamples == 0) return {};
  std::vector<double> shares(profile.items.size(), 0);
  Profile resampled = profile;
  Random random(seed);
  for (std::size_t round = 0; round < resamples; ++round) {
    for (Ballot& ballot : resampled.ballots) ballot.weight = 0;
    for (std::size_t draw = 0; draw < profile.ballots.size(); ++draw) {
      const auto table = static_cast<std::size_t>(random.below(profile.ballots.size()));
      resampled.ballots[table].weight += profile.ballots[table].weight;
    }
    add_shares(cut_by(method, resampled, budget), profile.choose, shares);
  }
  for (double& share : shares) share /= static_cast<double>(resamples);
  return shares;
}

Margin margin(const Profile& profile, const std::vector<double>& points) {
  Margin result;
  const std::vector<Group> order = order_by_score(points);
  const Cut cut_here = cut(order, profile.choose);
  std::int64_t heaviest = 0;
  for (const Ballot& ballot : profile.ballots) heaviest = std::max(heaviest, ballot.weight);
  const double one_table = static_cast<double>(profile.points_from) * static_cast<double>(heaviest) /
                           static_cast<double>(profile.weight_parts);
  std::size_t placed = 0;
  for (const Group& group : order) {
    placed += group.size();
    if (placed < profile.choose) continue;
    result.last_in = result.first_out = group;
    if (placed == profile.choose && &group != &order.back()) {
      result.first_out = *(&group + 1);
      result.gap = points[group.front()] - points[result.first_out.front()];
    }
    break;
  }
  const double last_points = result.last_in.empty() ? 0 : points[result.last_in.front()];
  result.exists = last_points > 0 && (result.first_out != result.last_in || !cut_here.tied_at_cut.empty());
  result.one_table_could_change = result.exists && result.gap <= one_table;
  return result;
}

Tally live_tally(const Profile& profile, const std::vector<double>& points, double awaited_weight) {
  Tally tally;
  for (ItemIndex item = 0; item < points.size(); ++item) {
    if (is_safe(profile, points, awaited_weight, item)) tally.safe.push_back(item);
    if (is_lost(profile, points, awaited_weight, item)) tally.cannot_make_it.push_back(item);
  }
  return tally;
}

}  // namespace thrive::priorities
