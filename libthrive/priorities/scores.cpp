// SPDX-License-Identifier: MIT
#include "libthrive/priorities/scores.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace thrive::priorities {

namespace {

/// The mean of what the next `places` places earn when the best of them earns `best`; never under 0 a place.
double mean_of_places(double best, std::size_t places) {
  double sum = 0;
  for (std::size_t below = 0; below < places; ++below) sum += std::max(best - static_cast<double>(below), 0.0);
  return sum / static_cast<double>(places);
}

std::size_t first_place_of(const Profile& profile, const Ballot& ballot, FirstPlace first) {
  switch (first) {
    case FirstPlace::fixed:
      return profile.points_from;
    case FirstPlace::listed:
      return listed(ballot);
    case FirstPlace::items:
      return profile.items.size() - 1;
  }
  return 0;
}

template <class Score, class Same>
std::vector<Group> groups_of(const std::vector<Score>& scores, Same same) {
  std::vector<ItemIndex> items(scores.size());
  std::iota(items.begin(), items.end(), ItemIndex{0});
  std::stable_sort(items.begin(), items.end(),
                   [&](ItemIndex a, ItemIndex b) { return !same(scores[a], scores[b]) && scores[a] > scores[b]; });
  std::vector<Group> groups;
  for (const ItemIndex item : items) {
    if (groups.empty() || !same(scores[groups.back().front()], scores[item])) groups.emplace_back();
    groups.back().push_back(item);
  }
  for (Group& group : groups) std::sort(group.begin(), group.end());
  return groups;
}

}  // namespace

std::vector<double> points_of(const Ballot& ballot, std::size_t first_place) {
  std::vector<double> result(ballot.position.size(), 0);
  double best = static_cast<double>(first_place);
  for (const Group& group : ballot.groups) {
    const double each = mean_of_places(best, group.size());
    for (const ItemIndex item : group) result[item] = each;
    best -= static_cast<double>(group.size());
  }
  return result;
}

std::vector<double> positional_scores(const Profile& profile, FirstPlace first) {
  std::vector<double> scores(profile.items.size(), 0);
  for (const Ballot& ballot : profile.ballots) {
    const std::vector<double> earned = points_of(ballot, first_place_of(profile, ballot, first));
    for (ItemIndex item = 0; item < scores.size(); ++item)
      scores[item] += static_cast<double>(ballot.weight) * earned[item];
  }
  for (double& score : scores) score /= static_cast<double>(profile.weight_parts);
  return scores;
}

std::vector<double> points(const Profile& profile) { return positional_scores(profile, FirstPlace::fixed); }

std::vector<double> average_borda(const Pairwise& pairs, std::int64_t weight_parts) {
  std::vector<double> scores(pairs.size(), 0);
  for (ItemIndex a = 0; a < pairs.size(); ++a) {
    std::int64_t doubled = 0;
    for (ItemIndex b = 0; b < pairs.size(); ++b) doubled += 2 * pairs.above(a, b) + pairs.level(a, b);
    scores[a] = static_cast<double>(doubled) / 2 / static_cast<double>(weight_parts);
  }
  return scores;
}

std::vector<std::size_t> mentions(const Profile& profile) {
  std::vector<std::size_t> result(profile.items.size(), 0);
  for (const Ballot& ballot : profile.ballots)
    for (ItemIndex item = 0; item < result.size(); ++item)
      result[item] += ballot.weight > 0 && ballot.position[item] != 0 ? 1 : 0;
  return result;
}

std::vector<std::size_t> firsts(const Profile& profile) {
  std::vector<std::size_t> result(profile.items.size(), 0);
  for (const Ballot& ballot : profile.ballots)
    for (ItemIndex item = 0; item < result.size(); ++item)
      result[item] += ballot.weight > 0 && ballot.position[item] == 1 ? 1 : 0;
  return result;
}

bool same_score(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)}); }

std::vector<Group> order_by_score(const std::vector<double>& scores) { return groups_of(scores, same_score); }

std::vector<Group> order_by_score(const std::vector<std::size_t>& scores) {
  return groups_of(scores, [](std::size_t a, std::size_t b) { return a == b; });
}

Cut cut(const std::vector<Group>& order, std::size_t choose) {
  Cut result;
  for (const Group& group : order) {
    if (result.certain.size() + group.size() > choose) {
      if (result.certain.size() < choose) result.tied_at_cut = group;
      break;
    }
    result.certain.insert(result.certain.end(), group.begin(), group.end());
  }
  std::sort(result.certain.begin(), result.certain.end());
  return result;
}

}  // namespace thrive::priorities
