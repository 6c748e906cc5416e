// SPDX-License-Identifier: MIT
#include "libthrive/priorities/methods/kemeny_search.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "libthrive/priorities/methods/kemeny_bounds.hpp"

namespace thrive::priorities {

namespace {

using Set = std::uint64_t;  // items of the component, one bit each
constexpr std::size_t none = static_cast<std::size_t>(-1);

/// A set of items that stand above all others, and the least it can cost beyond what is unavoidable.
struct State {
  Set placed = 0;
  std::int64_t extra = 0;         // cost beyond the smaller side of each pair, for pairs with a placed item
  std::int64_t circles_left = 0;  // the least that the items not yet placed add among themselves
};

/// All states of one size, found by their set.
class Level {
 public:
  std::size_t find(Set placed) const {
    if (slots_.empty()) return none;
    for (std::size_t slot = hash(placed);; ++slot) {
      const std::size_t at = slots_[slot & (slots_.size() - 1)];
      if (at == none || states_[at].placed == placed) return at;
    }
  }
  void add(const State& state) {
    if (2 * (states_.size() + 1) > slots_.size()) grow();
    place(state.placed, states_.size());
    states_.push_back(state);
  }
  std::size_t size() const { return states_.size(); }
  State& operator[](std::size_t at) { return states_[at]; }
  const State& operator[](std::size_t at) const { return states_[at]; }

 private:
  static std::size_t hash(Set placed) { return static_cast<std::size_t>((placed * 0x9e3779b97f4a7c15u) >> 20); }
  void place(Set placed, std::size_t at) {
    std::size_t slot = hash(placed) & (slots_.size() - 1);
    while (slots_[slot] != none) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = at;
  }
  void grow() {
    slots_.assign(std::max<std::size_t>(16, 2 * slots_.size()), none);
    for (std::size_t at = 0; at < states_.size(); ++at) place(states_[at].placed, at);
  }

  std::vector<State> states_;
  std::vector<std::size_t> slots_;
};

/// A packed circle, as sets: the other two items, by each member.
struct CircleOfItem {
  Set others;
  std::int64_t weight;
};

/// Searches one component.
class Search {
 public:
  Search(const Pairwise& pairs, const std::vector<ItemIndex>& items, std::int64_t allowance)
      : count_(items.size()), allowance_(allowance), margins_(count_), beaten_by_(count_, 0), circles_(count_) {
    all_ = count_ == 64 ? ~Set{0} : (Set{1} << count_) - 1;
    for (std::size_t a = 0; a < count_; ++a)
      for (std::size_t b = 0; b < count_; ++b) {
        margins_(a, b) = pairs.margin(items[b], items[a]);
        if (margins_(a, b) > 0) beaten_by_[a] |= Set{1} << b;
      }
    std::vector<std::size_t> number(pairs.size(), none);
    for (std::size_t a = 0; a < count_; ++a) number[items[a]] = a;
    for (const Circle& circle : packed_circles(pairs, items)) {
      circles_weight_ += circle.weight;
      Set members = 0;
      for (const ItemIndex item : circle.items) members |= Set{1} << number[item];
      for (const ItemIndex item : circle.items)
        circles_[number[item]].push_back({members & ~(Set{1} << number[item]), circle.weight});
    }
  }

  /// Grows sets one item at a time; false when there would be more than `limit` of them.
  bool forward(std::size_t limit) {
    levels_.assign(1, {});
    levels_[0].add({0, 0, circles_weight_});
    std::size_t looked_at = 1;
    for (std::size_t size = 0; size < count_; ++size) {
      levels_.emplace_back();
      for (std::size_t at = 0; at < levels_[size].size(); ++at) {
        extend(levels_[size][at], levels_[size + 1]);
        if (looked_at + levels_[size + 1].size() > limit) return false;
      }
      looked_at += levels_[size + 1].size();
    }
    return true;
  }

  std::int64_t least_extra() const { return levels_[count_][0].extra; }

  /// Goes back from the full set along the steps that belong to an optimal order.
  void backward(ComponentOrders& orders) {
    orders.best_position.assign(count_, count_);
    orders.worst_position.assign(count_, 1);
    orders.may_precede.assign(count_, 0);
    optimal_items_.resize(count_);
    std::vector<std::int64_t> rest = {0};  // least cost from a state to the full set, by state of the level above
    std::vector<WholeNumber> ways = {WholeNumber(1)};
    for (std::size_t size = count_; size-- > 0;) step_back(size, rest, ways, orders);
    orders.count = ways[0];
  }

  /// The first `most` optimal orders, in ascending order of their item numbers. After `backward`.
  std::vector<std::vector<ItemIndex>> list(std::size_t most) const {
    std::vector<std::vector<ItemIndex>> orders;
    std::vector<ItemIndex> order;
    list_from(0, order, orders, most);
    return orders;
  }

 private:
  std::int64_t step_cost(Set placed, std::size_t item) const {
    std::int64_t cost = 0;
    for (Set left = beaten_by_[item] & ~placed; left != 0; left &= left - 1)
      cost += margins_(item, static_cast<std::size_t>(std::countr_zero(left)));
    return cost;
  }

  void extend(const State& state, Level& next) {
    for (Set left = all_ & ~state.placed; left != 0; left &= left - 1) {
      const auto item = static_cast<std::size_t>(std::countr_zero(left));
      const std::int64_t extra = state.extra + step_cost(state.placed, item);
      if (extra > allowance_) continue;
      const Set placed = state.placed | Set{1} << item;
      if (const std::size_t known = next.find(placed); known != none) {
        next[known].extra = std::min(next[known].extra, extra);
        continue;
      }
      std::int64_t circles_left = state.circles_left;
      for (const CircleOfItem& circle : circles_[item])
        if ((circle.others & state.placed) == 0) circles_left -= circle.weight;
      if (extra + circles_left <= allowance_) next.add({placed, extra, circles_left});
    }
  }

  void step_back(std::size_t size, std::vector<std::int64_t>& rest, std::vector<WholeNumber>& ways,
                 ComponentOrders& orders) {
    constexpr std::int64_t unreachable = std::numeric_limits<std::int64_t>::max() / 4;
    const Level& level = levels_[size];
    const Level& above = levels_[size + 1];
    std::vector<std::int64_t> rest_here(level.size(), unreachable);
    std::vector<WholeNumber> ways_here(level.size());
    optimal_items_[size].assign(level.size(), 0);
    for (std::size_t at = 0; at < level.size(); ++at) {
      const State& state = level[at];
      for (Set left = all_ & ~state.placed; left != 0; left &= left - 1) {
        const auto item = static_cast<std::size_t>(std::countr_zero(left));
        const std::size_t next = above.find(state.placed | Set{1} << item);
        if (next == none) continue;
        const std::int64_t cost = step_cost(state.placed, item) + rest[next];
        rest_here[at] = std::min(rest_here[at], cost);
        if (state.extra + cost != least_extra()) continue;
        ways_here[at] += ways[next];
        optimal_items_[size][at] |= Set{1} << item;
        orders.best_position[item] = std::min(orders.best_position[item], size + 1);
        orders.worst_position[item] = std::max(orders.worst_position[item], size + 1);
        orders.may_precede[item] |= all_ & ~state.placed & ~(Set{1} << item);
      }
    }
    rest = std::move(rest_here);
    ways = std::move(ways_here);
  }

  void list_from(Set placed, std::vector<ItemIndex>& order, std::vector<std::vector<ItemIndex>>& orders,
                 std::size_t most) const {
    if (orders.size() == most) return;
    if (order.size() == count_) {
      orders.push_back(order);
      return;
    }
    for (Set left = optimal_items_[order.size()][levels_[order.size()].find(placed)]; left != 0; left &= left - 1) {
      const auto item = static_cast<std::size_t>(std::countr_zero(left));
      order.push_back(item);
      list_from(placed | Set{1} << item, order, orders, most);
      order.pop_back();
    }
  }

  std::size_t count_;
  std::int64_t allowance_;
  Set all_ = 0;
  Square<std::int64_t> margins_;  // margins_(a, b): what placing a above b costs beyond the unavoidable, when positive
  std::vector<Set> beaten_by_;
  std::vector<std::vector<CircleOfItem>> circles_;
  std::int64_t circles_weight_ = 0;
  std::vector<Level> levels_;
  std::vector<std::vector<Set>> optimal_items_;  // by size and state: items that may come next in an optimal order
};

}  // namespace

std::optional<ComponentOrders> search_component(const Pairwise& pairs, const std::vector<ItemIndex>& items,
                                                std::int64_t upper_bound, const KemenyBudget& budget) {
  if (items.size() > 64) return std::nullopt;
  const std::int64_t base = unavoidable(pairs, items);
  Search search(pairs, items, upper_bound - base);
  if (!search.forward(budget.states)) return std::nullopt;
  ComponentOrders orders;
  orders.cost = base + search.least_extra();
  search.backward(orders);
  orders.listed = search.list(budget.listed_orders);
  return orders;
}

}  // namespace thrive::priorities
