// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "libthrive/priorities/methods/pairwise.hpp"
#include "libthrive/priorities/methods/profile.hpp"

namespace thrive::priorities {

/// What a first place earns: the points the rules name, as many as the table listed (modified Borda), or one fewer
/// than there are items (Borda with nothing for unlisted items).
enum class FirstPlace { fixed, listed, items };

/// Adds up places: a first place earns what `first` says, every place below one less, never under 0; items that tie
/// share the mean of the places they take; an item that is not listed earns nothing. Weighted.
std::vector<double> positional_scores(const Profile& profile, FirstPlace first);

/// Points: positional scores from the rules' first place, 5-4-3-2-1 by default.
std::vector<double> points(const Profile& profile);
/// What one table gives each item under `points`, before its weight.
std::vector<double> points_of(const Ballot& ballot, std::size_t first_place);

/// Items a table puts strictly below plus half of those it puts level, summed over tables (symmetric Borda by mean
/// ranks). Pairs that a table does not compare count for neither.
std::vector<double> average_borda(const Pairwise& pairs, std::int64_t weight_parts);

/// How many tables list each item. Weights play no part.
std::vector<std::size_t> mentions(const Profile& profile);
/// How many tables put each item first, alone or tied. Weights play no part.
std::vector<std::size_t> firsts(const Profile& profile);

/// Equal as scores: the same but for rounding in the last digits.
bool same_score(double a, double b);

/// Groups of equal score, best first; the project's order inside a group.
std::vector<Group> order_by_score(const std::vector<double>& scores);
/// The same for counts.
std::vector<Group> order_by_score(const std::vector<std::size_t>& scores);

/// Who is in when the best `choose` are taken.
struct Cut {
  std::vector<ItemIndex> certain;      // in, however ties are broken; in the project's order
  std::vector<ItemIndex> tied_at_cut;  // the group that does not fit as a whole; empty when there is none
  friend bool operator==(const Cut&, const Cut&) = default;
};
/// Takes groups, best first, while they fit as a whole.
Cut cut(const std::vector<Group>& order, std::size_t choose);

}  // namespace thrive::priorities
