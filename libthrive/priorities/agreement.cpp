// SPDX-License-Identifier: MIT
#include "libthrive/priorities/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "libthrive/priorities/methods/random.hpp"

namespace thrive::priorities {

namespace {

/// -1 when the first item is better placed, 1 when worse, 0 when level; unlisted items are level and last.
int compare(const Ballot& ballot, ItemIndex a, ItemIndex b) {
  constexpr std::size_t last = static_cast<std::size_t>(-1);
  const std::size_t place_a = ballot.position[a] == 0 ? last : ballot.position[a];
  const std::size_t place_b = ballot.position[b] == 0 ? last : ballot.position[b];
  return place_a < place_b ? -1 : place_a > place_b ? 1 : 0;
}

/// Sum over the groups of one judge's equal ranks of t^3 - t.
double tie_term(std::vector<double> ranks) {
  std::sort(ranks.begin(), ranks.end());
  double sum = 0;
  for (std::size_t from = 0; from < ranks.size();) {
    std::size_t to = from;
    while (to < ranks.size() && ranks[to] == ranks[from]) ++to;
    const double ties = static_cast<double>(to - from);
    sum += ties * ties * ties - ties;
    from = to;
  }
  return sum;
}

/// Sum of squared deviations of the items' rank totals from their mean.
double spread_of_totals(const std::vector<std::vector<double>>& ranks) {
  const std::size_t items = ranks.front().size();
  const double expected = static_cast<double>(ranks.size()) * static_cast<double>(items + 1) / 2;
  double sum = 0;
  for (std::size_t item = 0; item < items; ++item) {
    double total = -expected;
    for (const std::vector<double>& judge : ranks) total += judge[item];
    sum += total * total;
  }
  return sum;
}

/// How much of each item lies in the first `depth` places of a list, ties broken at random: 0 to 1.
std::vector<double> share_within(const Ballot& ballot, std::size_t depth) {
  std::vector<double> share(ballot.position.size(), 0);
  std::size_t first = 1;
  for (const Group& group : ballot.groups) {
    const std::size_t last = first + group.size() - 1;
    for (const ItemIndex item : group)
      share[item] = last <= depth   ? 1.0
                    : first > depth ? 0.0
                                    : static_cast<double>(depth - first + 1) / static_cast<double>(group.size());
    first = last + 1;
  }
  return share;
}

double overlap_within(const Ballot& a, const Ballot& b, std::size_t depth) {
  const std::vector<double> share_a = share_within(a, depth);
  const std::vector<double> share_b = share_within(b, depth);
  double overlap = 0;
  for (std::size_t item = 0; item < share_a.size(); ++item) overlap += share_a[item] * share_b[item];
  return overlap;
}

using PairFigure = std::function<std::optional<double>(const Ballot&, const Ballot&)>;

struct MeanOverPairs {
  std::optional<double> mean;
  std::size_t undefined = 0;
};

MeanOverPairs mean_over_pairs(const std::vector<Ballot>& ballots, const PairFigure& figure) {
  MeanOverPairs result;
  double sum = 0;
  std::size_t pairs = 0;
  for (std::size_t a = 0; a < ballots.size(); ++a)
    for (std::size_t b = a + 1; b < ballots.size(); ++b) {
      if (const std::optional<double> value = figure(ballots[a], ballots[b])) {
        sum += *value;
        ++pairs;
      } else {
        ++result.undefined;
      }
    }
  if (pairs > 0) result.mean = sum / static_cast<double>(pairs);
  return result;
}

}  // namespace

std::vector<double> mean_ranks(const Ballot& ballot) {
  const std::size_t items = ballot.position.size();
  const std::size_t in_list = listed(ballot);
  std::vector<double> ranks(items, static_cast<double>(in_list + 1 + items) / 2);
  std::size_t first = 1;
  for (const Group& group : ballot.groups) {
    for (const ItemIndex item : group) ranks[item] = static_cast<double>(2 * first + group.size() - 1) / 2;
    first += group.size();
  }
  return ranks;
}

std::optional<double> kendall_w(const std::vector<std::vector<double>>& ranks) {
  if (ranks.size() < 2 || ranks.front().size() < 2) return std::nullopt;
  const double judges = static_cast<double>(ranks.size());
  const double items = static_cast<double>(ranks.front().size());
  double ties = 0;
  for (const std::vector<double>& judge : ranks) ties += tie_term(judge);
  const double most = judges * judges * (items * items * items - items) - judges * ties;
  if (most <= 0) return std::nullopt;
  return 12 * spread_of_totals(ranks) / most;
}

std::optional<double> kendall_w_p(const std::vector<std::vector<double>>& ranks, std::uint64_t seed,
                                  std::size_t arrangements) {
  if (!kendall_w(ranks)) return std::nullopt;
  // Shuffling leaves the ties of each judge as they are, so W and the spread of totals rise together.
  const double observed = spread_of_totals(ranks) * (1 - 1e-12);
  std::vector<std::vector<double>> shuffled = ranks;
  Random random(seed);
  std::size_t reached = 1;
  for (std::size_t round = 0; round < arrangements; ++round) {
    for (std::vector<double>& judge : shuffled)
      for (std::size_t left = judge.size(); left > 1; --left) std::swap(judge[left - 1], judge[random.below(left)]);
    reached += spread_of_totals(shuffled) >= observed ? 1 : 0;
  }
  return static_cast<double>(reached) / static_cast<double>(arrangements + 1);
}

std::optional<double> tau_b(const Ballot& a, const Ballot& b) {
  const std::size_t items = a.position.size();
  double agreement = 0;
  double untied_a = 0;
  double untied_b = 0;
  for (ItemIndex i = 0; i < items; ++i)
    for (ItemIndex j = i + 1; j < items; ++j) {
      const int in_a = compare(a, i, j);
      const int in_b = compare(b, i, j);
      agreement += in_a * in_b;
      untied_a += in_a * in_a;
      untied_b += in_b * in_b;
    }
  if (untied_a == 0 || untied_b == 0) return std::nullopt;
  return agreement / std::sqrt(untied_a * untied_b);
}

double tau_x(const Ballot& a, const Ballot& b) {
  const std::size_t items = a.position.size();
  double sum = 0;
  for (ItemIndex i = 0; i < items; ++i)
    for (ItemIndex j = 0; j < items; ++j)
      if (i != j) sum += (compare(a, i, j) <= 0 ? 1 : -1) * (compare(b, i, j) <= 0 ? 1 : -1);
  return sum / static_cast<double>(items * (items - 1));
}

std::size_t shared_picks(const Ballot& a, const Ballot& b) {
  std::size_t shared = 0;
  for (ItemIndex item = 0; item < a.position.size(); ++item)
    shared += a.position[item] != 0 && b.position[item] != 0 ? 1 : 0;
  return shared;
}

double average_overlap(const Ballot& a, const Ballot& b, std::size_t depth) {
  double sum = 0;
  for (std::size_t to = 1; to <= depth; ++to) sum += overlap_within(a, b, to) / static_cast<double>(to);
  return sum / static_cast<double>(depth);
}

double rank_biased_overlap(const Ballot& a, const Ballot& b, double persistence) {
  const std::size_t shorter = std::min(listed(a), listed(b));
  const std::size_t longer = std::max(listed(a), listed(b));
  if (shorter == 0) return 0;
  const double at_shorter = overlap_within(a, b, shorter);
  const double at_longer = overlap_within(a, b, longer);
  const double s = static_cast<double>(shorter);
  const double l = static_cast<double>(longer);
  double sum = 0;
  double power = 1;
  for (std::size_t depth = 1; depth <= longer; ++depth) {
    const double d = static_cast<double>(depth);
    power *= persistence;
    sum += overlap_within(a, b, depth) / d * power;
    if (depth > shorter) sum += at_shorter * (d - s) / (s * d) * power;
  }
  return (1 - persistence) / persistence * sum + ((at_longer - at_shorter) / l + at_shorter / s) * power;
}

Agreement agreement(const Profile& profile, double rbo_persistence, std::uint64_t seed) {
  Agreement result;
  result.rbo_persistence = rbo_persistence;
  const std::vector<Ballot>& ballots = profile.ballots;
  if (ballots.size() < 2 || profile.items.size() < 2) return result;

  const double length = static_cast<double>(std::min(profile.list_length(), profile.items.size()));
  result.shared_picks_chance = length * length / static_cast<double>(profile.items.size());
  result.shared_picks =
      mean_over_pairs(ballots, [](auto& a, auto& b) { return static_cast<double>(shared_picks(a, b)); }).mean;

  std::vector<std::vector<double>> ranks;
  for (const Ballot& ballot : ballots) ranks.push_back(mean_ranks(ballot));
  result.kendall_w = kendall_w(ranks);
  result.kendall_w_p = kendall_w_p(ranks, seed);
  result.kendall_w_chance = 1.0 / static_cast<double>(ballots.size());

  const MeanOverPairs taus = mean_over_pairs(ballots, tau_b);
  result.mean_tau_b = taus.mean;
  result.undefined_tau_b = taus.undefined;
  result.mean_tau_x = mean_over_pairs(ballots, tau_x).mean;
  const std::size_t depth = std::min(profile.list_length(), profile.items.size());
  result.mean_average_overlap =
      mean_over_pairs(ballots, [depth](auto& a, auto& b) { return average_overlap(a, b, depth); }).mean;
  result.mean_rbo = mean_over_pairs(ballots, [rbo_persistence](auto& a, auto& b) {
                      return rank_biased_overlap(a, b, rbo_persistence);
                    }).mean;
  return result;
}

}  // namespace thrive::priorities
