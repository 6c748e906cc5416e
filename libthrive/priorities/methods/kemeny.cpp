// SPDX-License-Identifier: MIT
#include "libthrive/priorities/methods/kemeny.hpp"

#include <algorithm>
#include <numeric>

#include "libthrive/priorities/methods/kemeny_bounds.hpp"
#include "libthrive/priorities/methods/kemeny_search.hpp"

namespace thrive::priorities {

namespace {

using Items = std::vector<ItemIndex>;

/// The cheapest order of some items that the budget allows to find.
struct BestOrder {
  std::int64_t cost = 0;
  std::int64_t lower_bound = 0;
  Items order;
};

std::int64_t circle_bound(const Pairwise& pairs, const Items& items) {
  std::int64_t bound = unavoidable(pairs, items);
  for (const Circle& circle : packed_circles(pairs, items)) bound += circle.weight;
  return bound;
}

/// One strict-majority component: bounds first, the search only where they differ.
BestOrder best_order_of_component(const Pairwise& pairs, const Items& items, const KemenyBudget& budget) {
  BestOrder best;
  best.order = good_order(pairs, items);
  best.cost = reversals(pairs, best.order);
  best.lower_bound = circle_bound(pairs, items);
  if (best.lower_bound == best.cost) return best;
  const KemenyBudget one_order{budget.states, 1};
  const auto found = search_component(pairs, items, best.cost, one_order);
  if (!found) return best;
  best.cost = best.lower_bound = found->cost;
  best.order.clear();
  for (const std::size_t at : found->listed.front()) best.order.push_back(items[at]);
  return best;
}

/// Components of strict wins in their order: rearranging any order into these blocks never costs more, so the least
/// costs of the blocks add up.
BestOrder best_order(const Pairwise& pairs, const Items& items, const KemenyBudget& budget) {
  BestOrder result;
  std::vector<Items> blocks = components(pairs, items, 1);
  for (const Items& block : blocks) {
    const BestOrder best = best_order_of_component(pairs, block, budget);
    result.lower_bound += best.lower_bound - unavoidable(pairs, block);
    result.order.insert(result.order.end(), best.order.begin(), best.order.end());
    result.cost += best.cost - unavoidable(pairs, block);
  }
  result.lower_bound += unavoidable(pairs, items);
  result.cost += unavoidable(pairs, items);
  return result;
}

bool all_level(const Pairwise& pairs, const Items& items) {
  for (const ItemIndex a : items)
    for (const ItemIndex b : items)
      if (pairs.margin(a, b) != 0) return false;
  return true;
}

/// Adds up the optimal orders of components that follow each other.
class OrdersInSequence {
 public:
  OrdersInSequence(std::size_t items, std::size_t listed_orders) : most_listed_(listed_orders) {
    orders_.count = WholeNumber(1);
    orders_.best_position.assign(items, 0);
    orders_.worst_position.assign(items, 0);
    orders_.listed = {{}};
  }

  /// Items that may stand in any order among themselves.
  void add_level(const Items& items) {
    for (const ItemIndex item : items) {
      orders_.best_position[item] = placed_.size() + 1;
      orders_.worst_position[item] = placed_.size() + items.size();
    }
    orders_.count *= WholeNumber::factorial(items.size());
    std::vector<Items> arrangements;
    if (few())
      for (Items order = items; arrangements.empty() || order != items;
           std::next_permutation(order.begin(), order.end()))
        arrangements.push_back(order);
    follow(items, arrangements);
  }

  void add(const Items& items, const ComponentOrders& component) {
    for (std::size_t at = 0; at < items.size(); ++at) {
      orders_.best_position[items[at]] = placed_.size() + component.best_position[at];
      orders_.worst_position[items[at]] = placed_.size() + component.worst_position[at];
      for (std::size_t other = 0; other < items.size(); ++other)
        if (other != at && (component.may_precede[other] >> at & 1) == 0)
          orders_.always_above.emplace_back(items[at], items[other]);
    }
    orders_.count *= component.count;
    std::vector<Items> arrangements;
    if (few())
      for (const std::vector<std::size_t>& numbers : component.listed) {
        Items order;
        for (const std::size_t at : numbers) order.push_back(items[at]);
        arrangements.push_back(std::move(order));
      }
    follow(items, arrangements);
  }

  KemenyOrders finish(std::size_t choose) {
    for (ItemIndex item = 0; item < orders_.best_position.size(); ++item) {
      if (orders_.worst_position[item] <= choose)
        orders_.always_chosen.push_back(item);
      else if (orders_.best_position[item] <= choose)
        orders_.sometimes_chosen.push_back(item);
    }
    std::sort(orders_.always_above.begin(), orders_.always_above.end());
    if (!few()) orders_.listed.clear();
    std::sort(orders_.listed.begin(), orders_.listed.end());
    return std::move(orders_);
  }

 private:
  bool few() const {
    return orders_.count.is_small() && orders_.count.small() <= static_cast<std::int64_t>(most_listed_);
  }

  void follow(const Items& items, const std::vector<Items>& arrangements) {
    for (const ItemIndex earlier : placed_)
      for (const ItemIndex later : items) orders_.always_above.emplace_back(earlier, later);
    placed_.insert(placed_.end(), items.begin(), items.end());
    std::vector<Items> longer;
    for (const Items& start : orders_.listed)
      for (const Items& end : arrangements) {
        longer.push_back(start);
        longer.back().insert(longer.back().end(), end.begin(), end.end());
      }
    orders_.listed = std::move(longer);
  }

  std::size_t most_listed_;
  Items placed_;
  KemenyOrders orders_;
};

}  // namespace

Kemeny kemeny(const Pairwise& pairs, const std::vector<std::size_t>& listed_by, std::size_t choose,
              const KemenyBudget& budget) {
  Items listed;
  Items unlisted;
  for (ItemIndex item = 0; item < pairs.size(); ++item) (listed_by[item] > 0 ? listed : unlisted).push_back(item);

  Kemeny result;
  OrdersInSequence sequence(pairs.size(), budget.listed_orders);
  bool complete = true;
  // Between the components of "wins or ties" every optimal order agrees, so sets and counts multiply.
  for (const Items& block : components(pairs, listed, 0)) {
    const BestOrder best = best_order(pairs, block, budget);
    result.order.insert(result.order.end(), best.order.begin(), best.order.end());
    result.cost += best.cost - unavoidable(pairs, block);
    result.lower_bound += best.lower_bound - unavoidable(pairs, block);
    if (all_level(pairs, block)) {
      sequence.add_level(block);
    } else if (const auto orders = complete && best.cost == best.lower_bound
                                       ? search_component(pairs, block, best.cost, budget)
                                       : std::nullopt) {
      sequence.add(block, *orders);
    } else {
      complete = false;
    }
  }
  result.cost += unavoidable(pairs, listed);
  result.lower_bound += unavoidable(pairs, listed);
  result.order.insert(result.order.end(), unlisted.begin(), unlisted.end());
  result.proven = result.cost == result.lower_bound;
  if (!unlisted.empty()) sequence.add_level(unlisted);
  if (complete) result.orders = sequence.finish(choose);
  return result;
}

}  // namespace thrive::priorities
