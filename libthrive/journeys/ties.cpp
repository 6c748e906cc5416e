// SPDX-License-Identifier: MIT
#include "libthrive/journeys/ties.hpp"

#include <algorithm>

namespace thrive::journeys {

namespace {

constexpr std::size_t most_tied = 12;

/// Counts the allowed orders of a few activities by the set of those placed and the last of them, up to two.
class Orders {
 public:
  Orders(const std::vector<std::uint32_t>& activities, const AllowedSteps& steps)
      : activities_(activities), steps_(steps), ways_((std::size_t{1} << size()) * size()) {
    for (std::size_t last = 0; last < size(); ++last)
      if (is_next_of_its_kind(0, last)) at(0 | bit(last), last) = 1;
    for (std::size_t placed = 1; placed < std::size_t{1} << size(); ++placed)
      for (std::size_t last = 0; last < size(); ++last)
        if (at(placed, last) > 0) go_on(placed, last);
  }

  std::optional<std::vector<std::size_t>> only_one() {
    std::size_t placed = (std::size_t{1} << size()) - 1;
    int all = 0;
    std::size_t last = 0;
    for (std::size_t end = 0; end < size(); ++end) {
      all += at(placed, end);
      if (at(placed, end) > 0) last = end;
    }
    if (all != 1) return std::nullopt;
    std::vector<std::size_t> order = {last};
    while (order.size() < size()) {
      const std::size_t before = placed & ~bit(last);
      for (std::size_t earlier = 0; earlier < size(); ++earlier)
        if ((before & bit(earlier)) != 0 && at(before, earlier) > 0 && may_follow(earlier, last)) {
          placed = before;
          last = earlier;
          break;
        }
      order.push_back(last);
    }
    std::reverse(order.begin(), order.end());
    return order;
  }

 private:
  std::size_t size() const { return activities_.size(); }
  static std::size_t bit(std::size_t position) { return std::size_t{1} << position; }
  int& at(std::size_t placed, std::size_t last) { return ways_[placed * size() + last]; }
  bool may_follow(std::size_t earlier, std::size_t later) const {
    return steps_.allows(activities_[earlier], activities_[later]);
  }
  /// Of the same activity twice the first comes first, so that swapping them is no second order.
  bool is_next_of_its_kind(std::size_t placed, std::size_t position) const {
    for (std::size_t earlier = 0; earlier < position; ++earlier)
      if (activities_[earlier] == activities_[position] && (placed & bit(earlier)) == 0) return false;
    return true;
  }
  void go_on(std::size_t placed, std::size_t last) {
    for (std::size_t next = 0; next < size(); ++next) {
      if ((placed & bit(next)) != 0 || !may_follow(last, next) || !is_next_of_its_kind(placed, next)) continue;
      int& ways = at(placed | bit(next), next);
      ways = std::min(2, ways + at(placed, last));
    }
  }

  const std::vector<std::uint32_t>& activities_;
  const AllowedSteps& steps_;
  std::vector<int> ways_;
};

}  // namespace

TieCount& TieCount::operator+=(const TieCount& more) {
  pairs += more.pairs;
  tied += more.tied;
  decided += more.decided;
  cases_left_out += more.cases_left_out;
  return *this;
}

Figure TieCount::percent() const {
  if (pairs.people == 0) return {};
  return 100.0 * static_cast<double>(tied.people) / static_cast<double>(pairs.people);
}

std::optional<std::vector<std::size_t>> only_order(const std::vector<std::uint32_t>& activities,
                                                   const AllowedSteps& steps) {
  if (activities.empty() || activities.size() > most_tied) return std::nullopt;
  return Orders(activities, steps).only_one();
}

}  // namespace thrive::journeys
