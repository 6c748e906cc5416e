// SPDX-License-Identifier: MIT
//
// What would have come out with other tables in the room.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "libthrive/priorities/methods/choice.hpp"

namespace thrive::priorities {

/// The profile without one of its ballots.
Profile without_table(Profile profile, std::size_t ballot);

/// The result when one table had not come.
struct WithoutTable {
  std::string table;
  Cut cut;
};
/// One run a table, exact; none when there is only one table.
std::vector<WithoutTable> leave_one_table_out(const Profile& profile, model::ConsensusMethod method,
                                              const KemenyBudget& budget = {});

/// How often each item is in when as many tables are drawn again, with replacement, from those that came. A tie at the
/// cut counts by its share of the places left. A share of resamples, not a confidence interval: tables are few, and no
/// random sample. Seeded: the same every time. By item, 0 to 1; empty when there is no table.
std::vector<double> bootstrap(const Profile& profile, model::ConsensusMethod method, std::uint64_t seed,
                              std::size_t resamples, const KemenyBudget& budget = {});

/// How far the last one in is ahead of the first one out.
struct Margin {
  bool exists = false;  // false when everything fits, or nobody listed more than fit
  double gap = 0;       // points; 0 for a tie at the cut
  std::vector<ItemIndex> last_in;
  std::vector<ItemIndex> first_out;     // the same as last_in for a tie at the cut
  bool one_table_could_change = false;  // a table moving one item from first to unlisted changes that many points
};
/// The gap at the cut, on points.
Margin margin(const Profile& profile, const std::vector<double>& points);

/// What is already settled while tables are still out, on points.
struct Tally {
  std::vector<ItemIndex> safe;            // in, whatever the awaited tables list
  std::vector<ItemIndex> cannot_make_it;  // out, even if every awaited table puts it first
};
/// An item is called safe when the points of the awaited places cannot be shared out so that as many others as are
/// chosen reach its points (sums of lists are majorised by the points of the places). That never calls an item safe
/// that is not; an item may in truth be safe a little earlier. "Cannot make it" is exact.
Tally live_tally(const Profile& profile, const std::vector<double>& points, double awaited_weight);

}  // namespace thrive::priorities
