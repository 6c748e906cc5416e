// SPDX-License-Identifier: MIT
#include "libthrive/journeys/small_numbers.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <tuple>

#include "libthrive/journeys/possible_counts.hpp"

namespace thrive::journeys {

namespace {

/// Hides counts of one table.
class Hider {
 public:
  Hider(const CountTable& table, SuppressionRule rule) : table_(table), rule_(rule) {
    hidden_.cells.resize(table.entries.size(), false);
    for (Cell cell = 0; cell < table.entries.size(); ++cell) {
      if (!shown(table.entries[cell].truth, rule).hidden) continue;
      hidden_.cells[cell] = true;
      ++hidden_.small;
    }
  }

  Hidden hide() {
    // Hiding more never makes less possible, so a cell that is protected stays so.
    std::deque<Cell> to_check;
    for (Cell cell = 0; cell < hidden_.cells.size(); ++cell)
      if (hidden_.cells[cell]) to_check.push_back(cell);
    while (!to_check.empty()) {
      const Cell cell = to_check.front();
      if (is_protected(cell)) {
        to_check.pop_front();
        continue;
      }
      const auto more = to_hide_for(cell);
      if (!more) break;
      hidden_.cells[*more] = true;
      to_check.push_back(*more);
    }
    show_again();
    const auto all = std::count(hidden_.cells.begin(), hidden_.cells.end(), true);
    hidden_.secondary = static_cast<std::size_t>(all) - hidden_.small;
    return std::move(hidden_);
  }

 private:
  bool is_protected(Cell cell) const { return PossibleCounts(table_, rule_, hidden_.cells).is_protected(cell); }

  bool is_small(Cell cell) const { return shown(table_.entries[cell].truth, rule_).hidden; }

  /// The cheapest cell that protects another; when none does alone, the cheapest of its lines. Nothing when all are
  /// hidden.
  std::optional<Cell> to_hide_for(Cell cell) {
    std::vector<Cell> near = shown_beside(cell), others;
    for (Cell other = 0; other < hidden_.cells.size(); ++other)
      if (!hidden_.cells[other] && std::find(near.begin(), near.end(), other) == near.end()) others.push_back(other);
    for (std::vector<Cell>* cells : {&near, &others}) {
      cheapest_first(*cells);
      for (const Cell candidate : *cells) {
        hidden_.cells[candidate] = true;
        const bool helps = is_protected(cell);
        hidden_.cells[candidate] = false;
        if (helps) return candidate;
      }
    }
    if (!near.empty()) return near.front();
    if (!others.empty()) return others.front();
    return std::nullopt;
  }

  void cheapest_first(std::vector<Cell>& cells) const {
    std::sort(cells.begin(), cells.end(), [&](Cell a, Cell b) {
      const CountTable::Entry& one = table_.entries[a];
      const CountTable::Entry& other = table_.entries[b];
      return std::tie(one.rank, one.truth, a) < std::tie(other.rank, other.truth, b);
    });
  }

  /// The cells that are shown in the sums of a cell, or in its row and column of a split.
  std::vector<Cell> shown_beside(Cell cell) const {
    std::vector<Cell> beside;
    const auto add = [&](Cell other) {
      if (other != cell && !hidden_.cells[other] && std::find(beside.begin(), beside.end(), other) == beside.end())
        beside.push_back(other);
    };
    for (const CountTable::Sum& sum : table_.sums)
      if (std::find(sum.parts.begin(), sum.parts.end(), cell) != sum.parts.end())
        for (const Cell part : sum.parts) add(part);
    for (const CountTable::Spine& spine : table_.spines)
      for (const auto& rows : spine.splits) add_beside_in_split(rows, cell, add);
    return beside;
  }

  template <class Add>
  static void add_beside_in_split(const std::vector<CountTable::Row>& rows, Cell cell, const Add& add) {
    for (const CountTable::Row& row : rows) {
      const bool is_sum = row.sum == cell;
      const auto column = std::find(row.cells.begin(), row.cells.end(), cell) - row.cells.begin();
      if (!is_sum && column == 3) continue;
      add(row.sum);
      for (const Cell other : row.cells) add(other);
      for (const CountTable::Row& below : rows) add(is_sum ? below.sum : below.cells[static_cast<std::size_t>(column)]);
    }
  }

  void show_again() {
    std::vector<Cell> secondary;
    for (Cell cell = 0; cell < hidden_.cells.size(); ++cell)
      if (hidden_.cells[cell] && !is_small(cell)) secondary.push_back(cell);
    std::stable_sort(secondary.begin(), secondary.end(),
                     [&](Cell a, Cell b) { return table_.entries[a].truth > table_.entries[b].truth; });
    for (const Cell cell : secondary) {
      hidden_.cells[cell] = false;
      const PossibleCounts possible(table_, rule_, hidden_.cells);
      bool all_protected = true;
      for (Cell other = 0; all_protected && other < hidden_.cells.size(); ++other)
        all_protected = !hidden_.cells[other] || possible.is_protected(other);
      hidden_.cells[cell] = !all_protected;
    }
  }

  const CountTable& table_;
  SuppressionRule rule_;
  Hidden hidden_;
};

}  // namespace

int threshold_of(SuppressionRule rule) {
  switch (rule) {
    case SuppressionRule::mhsds:
    case SuppressionRule::lt5:
      return 5;
    case SuppressionRule::lt10:
      return 10;
    case SuppressionRule::none:
      return 0;
  }
  return 0;
}

Count shown(std::int64_t count, SuppressionRule rule) {
  if (count < threshold_of(rule)) return Count::untold();
  return rule == SuppressionRule::mhsds ? 5 * ((count + 2) / 5) : count;
}

Hidden hide(const CountTable& table, SuppressionRule rule) { return Hider(table, rule).hide(); }

}  // namespace thrive::journeys
