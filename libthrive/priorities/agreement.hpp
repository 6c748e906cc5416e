// SPDX-License-Identifier: MIT
//
// How far the tables agree with each other. Weights play no part: the tables are the judges.
#pragma once

#include <optional>
#include <vector>

#include "libthrive/priorities/methods/profile.hpp"

namespace thrive::priorities {

/// Ranks with ties as their mean, 1 the best; items that are not listed share the last places.
std::vector<double> mean_ranks(const Ballot& ballot);

/// Kendall's W with the correction for ties: 12 S / (m^2 (n^3 - n) - m sum (t^3 - t)). `ranks` has a row a judge.
/// Nothing with fewer than two judges or items, or when every judge puts all items level.
std::optional<double> kendall_w(const std::vector<std::vector<double>>& ranks);

/// Kendall's tau-b between two lists; nothing when one of them puts all items level.
std::optional<double> tau_b(const Ballot& a, const Ballot& b);
/// Emond and Mason's tau-x: a tie counts as ahead both ways.
double tau_x(const Ballot& a, const Ballot& b);

/// Items both tables list.
std::size_t shared_picks(const Ballot& a, const Ballot& b);
/// Mean over depths 1 to `depth` of the share of items that two lists have in common down to there; a tied group
/// counts with its expected overlap under random tie-breaking.
double average_overlap(const Ballot& a, const Ballot& b, std::size_t depth);
/// Rank-biased overlap, extrapolated (Webber, Moffat and Zobel 2010, equation 32) to the listed depth; ties as in
/// average_overlap (RBO^a of Corsi and Urbano 2024). `persistence` between 0 and 1.
double rank_biased_overlap(const Ballot& a, const Ballot& b, double persistence);

/// The figures for a room: means over all pairs of tables.
struct Agreement {
  std::optional<double> shared_picks;         // nothing with fewer than two tables, as all others here
  std::optional<double> shared_picks_chance;  // what tables listing at random would share: K^2 / n
  std::optional<double> kendall_w;
  std::optional<double> kendall_w_chance;  // 1 / m, what tables ranking at random would reach
  std::optional<double> kendall_w_p;       // share of seeded random arrangements that reach W
  std::optional<double> mean_tau_b;        // over the pairs for which it exists
  std::size_t undefined_tau_b = 0;         // pairs left out of it
  std::optional<double> mean_tau_x;
  std::optional<double> mean_average_overlap;
  std::optional<double> mean_rbo;
  double rbo_persistence = 0.8;
};
/// `seed` is for the shuffling behind `kendall_w_p`.
Agreement agreement(const Profile& profile, double rbo_persistence = 0.8, std::uint64_t seed = 1);

/// The share of `arrangements` random ones, each table's ranks shuffled by itself, whose W reaches the observed one;
/// the observed one counts among them. Seeded: the same every time.
std::optional<double> kendall_w_p(const std::vector<std::vector<double>>& ranks, std::uint64_t seed,
                                  std::size_t arrangements = 2000);

}  // namespace thrive::priorities
