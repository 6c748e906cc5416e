// SPDX-License-Identifier: MIT
#include "libthrive/priorities/methods/weak_kemeny.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace thrive::priorities {

namespace {

using Set = std::uint32_t;  // of positions in the list of items, one bit each

class WeakSearch {
 public:
  WeakSearch(const Pairwise& pairs, const std::vector<ItemIndex>& items)
      : count_(items.size()), all_((Set{1} << count_) - 1), level_(all_ + 1, 0), above_(count_) {
    for (std::size_t a = 0; a < count_; ++a) above_[a].assign(all_ + 1, 0);
    for (Set set = 1; set <= all_; ++set) {
      const auto first = static_cast<std::size_t>(std::countr_zero(set));
      const Set rest = set & (set - 1);
      level_[set] = level_[rest];
      for (Set left = rest; left != 0; left &= left - 1) {
        const auto other = static_cast<std::size_t>(std::countr_zero(left));
        level_[set] += pairs.above(items[first], items[other]) + pairs.above(items[other], items[first]);
      }
      for (std::size_t a = 0; a < count_; ++a)
        above_[a][set] =
            above_[a][rest] +
            (a == first ? 0 : 2 * pairs.above(items[first], items[a]) + pairs.level(items[a], items[first]));
    }
  }

  WeakKemeny run(const std::vector<ItemIndex>& items) {
    best_.assign(all_ + 1, std::numeric_limits<std::int64_t>::max());
    ways_.assign(all_ + 1, 0);
    best_[all_] = 0;
    ways_[all_] = 1;
    for (Set placed = all_; placed-- > 0;) look_from(placed);
    WeakKemeny result;
    result.doubled_cost = best_[0];
    result.optimal_orders = ways_[0];
    for (Set placed = 0; placed != all_;) {
      const Set group = largest_group(placed);
      result.order.emplace_back();
      for (std::size_t a = 0; a < count_; ++a)
        if (group >> a & 1) result.order.back().push_back(items[a]);
      placed |= group;
    }
    return result;
  }

 private:
  /// What it costs, doubled, to put a group next and everything that is left behind it.
  std::int64_t cost(Set group, Set behind) const {
    std::int64_t sum = level_[group];
    for (Set left = group; left != 0; left &= left - 1)
      sum += above_[static_cast<std::size_t>(std::countr_zero(left))][behind];
    return sum;
  }

  void look_from(Set placed) {
    const Set open = all_ & ~placed;
    for (Set group = open; group != 0; group = (group - 1) & open) {
      const std::int64_t total = cost(group, open & ~group) + best_[placed | group];
      if (total < best_[placed]) {
        best_[placed] = total;
        ways_[placed] = 0;
      }
      if (total == best_[placed]) ways_[placed] += ways_[placed | group];
    }
  }

  Set largest_group(Set placed) const {
    const Set open = all_ & ~placed;
    Set largest = 0;
    for (Set group = open; group != 0; group = (group - 1) & open)
      if (cost(group, open & ~group) + best_[placed | group] == best_[placed] &&
          std::popcount(group) >= std::popcount(largest))
        largest = group;
    return largest;
  }

  std::size_t count_;
  Set all_;
  std::vector<std::int64_t> level_;               // by set: doubled cost of leaving all of it level
  std::vector<std::vector<std::int64_t>> above_;  // by item and set: doubled cost of the item above all of the set
  std::vector<std::int64_t> best_;                // by set placed first: least doubled cost of the rest
  std::vector<std::uint64_t> ways_;
};

}  // namespace

std::optional<WeakKemeny> weak_kemeny(const Pairwise& pairs, const std::vector<ItemIndex>& items, std::size_t most) {
  if (items.empty() || items.size() > std::min<std::size_t>(most, 16)) return std::nullopt;
  return WeakSearch(pairs, items).run(items);
}

}  // namespace thrive::priorities
