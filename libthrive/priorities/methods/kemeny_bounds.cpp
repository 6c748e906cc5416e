// SPDX-License-Identifier: MIT
#include "libthrive/priorities/methods/kemeny_bounds.hpp"

#include <algorithm>

#include "libthrive/priorities/methods/random.hpp"

namespace thrive::priorities {

namespace {

/// Moves single items to better places until no move helps. The gain of a move is the sum of margins it turns round.
void improve_by_moves(const Pairwise& pairs, std::vector<ItemIndex>& order) {
  for (bool improved = true; improved;) {
    improved = false;
    for (std::size_t from = 0; from < order.size(); ++from) {
      std::int64_t best_gain = 0;
      std::size_t best_place = from;
      const auto consider = [&](std::int64_t better_by, std::size_t to) {
        if (better_by <= best_gain) return;
        best_gain = better_by;
        best_place = to;
      };
      std::int64_t gain = 0;
      for (std::size_t to = from; to-- > 0;) consider(gain += pairs.margin(order[from], order[to]), to);
      gain = 0;
      for (std::size_t to = from + 1; to < order.size(); ++to)
        consider(gain += pairs.margin(order[to], order[from]), to);
      if (best_place == from) continue;
      const auto first = order.begin() + static_cast<std::ptrdiff_t>(from);
      const auto target = order.begin() + static_cast<std::ptrdiff_t>(best_place);
      if (best_place < from)
        std::rotate(target, first, first + 1);
      else
        std::rotate(first, first + 1, target + 1);
      improved = true;
    }
  }
}

/// The items by the sum of their margins, which orders them as average Borda does.
std::vector<ItemIndex> by_margins(const Pairwise& pairs, const std::vector<ItemIndex>& items) {
  std::vector<std::int64_t> sum(pairs.size(), 0);
  for (const ItemIndex a : items)
    for (const ItemIndex b : items) sum[a] += pairs.margin(a, b);
  std::vector<ItemIndex> order = items;
  std::stable_sort(order.begin(), order.end(), [&](ItemIndex a, ItemIndex b) { return sum[a] > sum[b]; });
  return order;
}

void disturb(std::vector<ItemIndex>& order, Random& random) {
  for (int move = 0; move < 4; ++move) std::swap(order[random.below(order.size())], order[random.below(order.size())]);
}

std::vector<Circle> all_circles(const Pairwise& pairs, const std::vector<ItemIndex>& items) {
  std::vector<Circle> circles;
  for (std::size_t i = 0; i < items.size(); ++i)
    for (std::size_t j = i + 1; j < items.size(); ++j)
      for (std::size_t k = i + 1; k < items.size(); ++k) {
        const std::int64_t first = pairs.margin(items[i], items[j]);
        const std::int64_t second = j == k ? 0 : pairs.margin(items[j], items[k]);
        const std::int64_t third = pairs.margin(items[k], items[i]);
        if (first > 0 && second > 0 && third > 0)
          circles.push_back({{items[i], items[j], items[k]}, std::min({first, second, third})});
      }
  return circles;
}

}  // namespace

std::int64_t reversals(const Pairwise& pairs, const std::vector<ItemIndex>& order) {
  std::int64_t cost = 0;
  for (std::size_t upper = 0; upper < order.size(); ++upper)
    for (std::size_t lower = upper + 1; lower < order.size(); ++lower) cost += pairs.above(order[lower], order[upper]);
  return cost;
}

std::int64_t unavoidable(const Pairwise& pairs, const std::vector<ItemIndex>& items) {
  std::int64_t cost = 0;
  for (std::size_t i = 0; i < items.size(); ++i)
    for (std::size_t j = i + 1; j < items.size(); ++j)
      cost += std::min(pairs.above(items[i], items[j]), pairs.above(items[j], items[i]));
  return cost;
}

std::vector<Circle> packed_circles(const Pairwise& pairs, const std::vector<ItemIndex>& items) {
  std::vector<Circle> circles = all_circles(pairs, items);
  std::stable_sort(circles.begin(), circles.end(),
                   [](const Circle& a, const Circle& b) { return a.weight > b.weight; });
  Square<std::int64_t> left(pairs.size());  // margin not yet used by a circle
  for (const ItemIndex a : items)
    for (const ItemIndex b : items) left(a, b) = std::max<std::int64_t>(pairs.margin(a, b), 0);
  std::vector<Circle> packed;
  for (Circle circle : circles) {
    const auto [a, b, c] = circle.items;
    circle.weight = std::min({left(a, b), left(b, c), left(c, a)});
    if (circle.weight == 0) continue;
    left(a, b) -= circle.weight;
    left(b, c) -= circle.weight;
    left(c, a) -= circle.weight;
    packed.push_back(circle);
  }
  return packed;
}

std::vector<ItemIndex> good_order(const Pairwise& pairs, const std::vector<ItemIndex>& items) {
  constexpr int starts = 60;
  std::vector<ItemIndex> best = by_margins(pairs, items);
  improve_by_moves(pairs, best);
  if (items.size() < 3) return best;
  std::int64_t least = reversals(pairs, best);
  Random random(items.size());
  for (int start = 0; start < starts; ++start) {
    std::vector<ItemIndex> order = best;
    disturb(order, random);
    improve_by_moves(pairs, order);
    const std::int64_t cost = reversals(pairs, order);
    if (cost >= least) continue;
    least = cost;
    best = std::move(order);
  }
  return best;
}

std::vector<std::vector<ItemIndex>> components(const Pairwise& pairs, const std::vector<ItemIndex>& items,
                                               std::int64_t least) {
  const std::size_t count = items.size();
  Square<char> reaches(count, 0);
  for (std::size_t a = 0; a < count; ++a)
    for (std::size_t b = 0; b < count; ++b) reaches(a, b) = a == b || pairs.margin(items[a], items[b]) >= least;
  for (std::size_t through = 0; through < count; ++through)
    for (std::size_t a = 0; a < count; ++a)
      if (reaches(a, through))
        for (std::size_t b = 0; b < count; ++b) reaches(a, b) = reaches(a, b) || reaches(through, b);

  // Whoever reaches more items comes first: along an edge between components that number only falls.
  std::vector<std::pair<std::size_t, std::size_t>> by_reach;
  for (std::size_t a = 0; a < count; ++a) {
    std::size_t reached = 0;
    for (std::size_t b = 0; b < count; ++b) reached += reaches(a, b) ? 1 : 0;
    by_reach.emplace_back(count - reached, a);
  }
  std::sort(by_reach.begin(), by_reach.end());
  std::vector<std::vector<ItemIndex>> result;
  std::vector<std::size_t> representative;
  for (const auto& [unreached, a] : by_reach) {
    std::size_t home = 0;
    while (home < result.size() && !(reaches(a, representative[home]) && reaches(representative[home], a))) ++home;
    if (home == result.size()) {
      result.emplace_back();
      representative.push_back(a);
    }
    result[home].push_back(items[a]);
  }
  return result;
}

}  // namespace thrive::priorities
