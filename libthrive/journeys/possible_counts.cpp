// SPDX-License-Identifier: MIT
#include "libthrive/journeys/possible_counts.hpp"

#include <algorithm>
#include <cstdlib>

#include "libthrive/journeys/circulation.hpp"

namespace thrive::journeys {

namespace {

/// More than any count, and small enough to be added up.
constexpr std::int64_t no_limit = std::int64_t{1} << 40;
constexpr int fewest_values = 5;

Interval cut(Interval one, const Interval& other) {
  one.least = std::max(one.least, other.least);
  one.most = std::min(one.most, other.most);
  return one;
}

/// What the parts of a sum say of its total, and the total of each part. False when nothing changed.
bool tighten(const CountTable::Sum& sum, std::vector<Interval>& known) {
  Interval total{0, 0};
  for (const Cell part : sum.parts) {
    total.least += known[part].least;
    total.most += known[part].most;
  }
  bool changed = false;
  const auto narrow = [&](Cell cell, const Interval& to) {
    const Interval now = cut(known[cell], to);
    changed = changed || now.least != known[cell].least || now.most != known[cell].most;
    known[cell] = now;
  };
  narrow(sum.total, total);
  for (const Cell part : sum.parts) {
    const Interval before = known[part];
    narrow(part,
           {known[sum.total].least - (total.most - before.most), known[sum.total].most - (total.least - before.least)});
    total.least += known[part].least - before.least;
    total.most += known[part].most - before.most;
  }
  return changed;
}

BoundedEdge edge(std::size_t from, std::size_t to, const Interval& bounds) {
  return {from, to, bounds.least, bounds.most};
}

/// The network of a spine and up to two splits: source, rows of the one, the three columns, rows of the other, sink,
/// and from the sink back to the source as many as the whole has.
class SpineNetwork {
 public:
  SpineNetwork(const CountTable::Spine& spine, const std::vector<Interval>& known) : spine_(spine), known_(known) {}

  bool has_filling(const std::vector<CountTable::Row>* one, const std::vector<CountTable::Row>* other) {
    for (std::size_t column = 0; column < 3; ++column)
      edges_.push_back(edge(into(column), out_of(column), known_[spine_.columns[column]]));
    add_side(one, true);
    add_side(other, false);
    edges_.push_back(edge(sink, source, known_[spine_.whole]));
    return has_circulation(nodes_, edges_);
  }

 private:
  static constexpr std::size_t source = 0;
  static constexpr std::size_t sink = 1;
  static std::size_t into(std::size_t column) { return 2 + column; }
  static std::size_t out_of(std::size_t column) { return 5 + column; }

  void add_side(const std::vector<CountTable::Row>* rows, bool before) {
    if (rows == nullptr) {
      for (std::size_t column = 0; column < 3; ++column)
        edges_.push_back(before ? edge(source, into(column), {0, no_limit})
                                : edge(out_of(column), sink, {0, no_limit}));
      return;
    }
    for (const CountTable::Row& row : *rows) {
      const std::size_t node = nodes_++;
      edges_.push_back(before ? edge(source, node, known_[row.sum]) : edge(node, sink, known_[row.sum]));
      for (std::size_t column = 0; column < 3; ++column)
        edges_.push_back(before ? edge(node, into(column), known_[row.cells[column]])
                                : edge(out_of(column), node, known_[row.cells[column]]));
    }
  }

  const CountTable::Spine& spine_;
  const std::vector<Interval>& known_;
  std::vector<BoundedEdge> edges_;
  std::size_t nodes_ = 8;
};

}  // namespace

PossibleCounts::PossibleCounts(const CountTable& table, SuppressionRule rule, const std::vector<bool>& hidden)
    : table_(table), threshold_(threshold_of(rule)) {
  constexpr std::int64_t half_step = 2;  // of rounding to the nearest 5
  for (Cell cell = 0; cell < table.entries.size(); ++cell) {
    const std::int64_t told = shown(table.entries[cell].truth, rule).people;
    if (hidden[cell])
      known_.push_back({0, no_limit});
    else if (rule == SuppressionRule::mhsds)
      known_.push_back({std::max<std::int64_t>(threshold_, told - half_step), told + half_step});
    else
      known_.push_back({told, told});
  }
}

bool PossibleCounts::has_filling(const CountTable::Spine& spine, const std::vector<Interval>& known) const {
  if (spine.splits.size() > 2) return has_filling_near_truth(spine, known);
  const auto split = [&](std::size_t at) { return at < spine.splits.size() ? &spine.splits[at] : nullptr; };
  return SpineNetwork(spine, known).has_filling(split(0), split(1));
}

/// Three splits and more are no network. Once the columns' sums are fixed, each split is one by itself: sums near the
/// true ones are tried, the nearest first.
bool PossibleCounts::has_filling_near_truth(const CountTable::Spine& spine, const std::vector<Interval>& known) const {
  const int reach = std::max(threshold_, fewest_values) - 1;
  struct Shift {
    std::array<int, 3> by;
    int size;
  };
  std::vector<Shift> shifts;
  for (int a = -reach; a <= reach; ++a)
    for (int b = -reach; b <= reach; ++b)
      for (int c = -reach; c <= reach; ++c) shifts.push_back({{a, b, c}, std::abs(a) + std::abs(b) + std::abs(c)});
  std::stable_sort(shifts.begin(), shifts.end(), [](const Shift& a, const Shift& b) { return a.size < b.size; });
  for (const Shift& shift : shifts) {
    std::vector<Interval> fixed = known;
    std::int64_t whole = 0;
    bool fits = true;
    for (std::size_t column = 0; column < 3; ++column) {
      const Cell cell = spine.columns[column];
      const std::int64_t value = table_.entries[cell].truth + shift.by[column];
      fits = fits && value >= known[cell].least && value <= known[cell].most;
      fixed[cell] = {value, value};
      whole += value;
    }
    if (!fits || whole < known[spine.whole].least || whole > known[spine.whole].most) continue;
    fixed[spine.whole] = {whole, whole};
    fits = std::all_of(spine.splits.begin(), spine.splits.end(), [&](const std::vector<CountTable::Row>& rows) {
      return SpineNetwork(spine, fixed).has_filling(&rows, nullptr);
    });
    if (fits) return true;
  }
  return false;
}

bool PossibleCounts::is_possible(std::vector<Interval> known) const {
  for (bool changed = true; changed;) {
    changed = false;
    for (const CountTable::Sum& sum : table_.sums) changed = tighten(sum, known) || changed;
    if (std::any_of(known.begin(), known.end(), [](const Interval& i) { return i.is_empty(); })) return false;
  }
  return std::all_of(table_.spines.begin(), table_.spines.end(),
                     [&](const CountTable::Spine& spine) { return has_filling(spine, known); });
}

bool PossibleCounts::can_be(Cell cell, std::int64_t value) const {
  if (value < 0) return false;
  std::vector<Interval> known = known_;
  known[cell] = cut(known[cell], {value, value});
  return !known[cell].is_empty() && is_possible(std::move(known));
}

/// Possible values are a run of whole numbers, so that the ends of the stretch that is wanted tell all of it.
bool PossibleCounts::is_protected(Cell cell) const {
  const std::int64_t truth = table_.entries[cell].truth;
  if (truth < threshold_) return can_be(cell, 0) && can_be(cell, threshold_ - 1);
  int values = 1;
  for (int down = 1; values < fewest_values && can_be(cell, truth - down); ++down) ++values;
  for (int up = 1; values < fewest_values && can_be(cell, truth + up); ++up) ++values;
  return values >= fewest_values;
}

}  // namespace thrive::journeys
