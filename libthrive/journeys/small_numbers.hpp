// SPDX-License-Identifier: MIT
//
// Counts of people that may be told: the small ones are hidden, and so are as many others as it takes that no hidden
// count can be worked out from those that are shown.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "libthrive/journeys/count.hpp"
#include "libthrive/journeys/report.hpp"

namespace thrive::journeys {

/// Counts below this are hidden, nobody included; 0 when none are.
int threshold_of(SuppressionRule rule);
/// A count as it is shown: to the nearest 5 under mhsds. It is hidden when it is small.
Count shown(std::int64_t count, SuppressionRule rule);

/// A place in a table of counts.
using Cell = std::size_t;

/// How readily a count is hidden to protect another: cells first, the sums that everybody asks for last.
enum class HidingRank { cell, sum, spine };

/// Counts and what a reader knows about how they add up.
struct CountTable {
  struct Entry {
    std::int64_t truth = 0;
    HidingRank rank = HidingRank::cell;
  };
  /// Parts that add up to a total. Each of them may be the total of other parts, but nothing may go in a circle.
  struct Sum {
    Cell total;
    std::vector<Cell> parts;
  };
  /// One row of a split: its sum, and how many of it are in each column of the spine.
  struct Row {
    Cell sum;
    std::array<Cell, 3> cells;
  };
  /// A whole that falls into three columns, and is split into rows in one or several ways: every split adds up to it.
  struct Spine {
    Cell whole;
    std::array<Cell, 3> columns;
    std::vector<std::vector<Row>> splits;
  };

  std::vector<Entry> entries;
  std::vector<Sum> sums;
  std::vector<Spine> spines;  // none or one

  Cell add(std::int64_t truth, HidingRank rank) {
    entries.push_back({truth, rank});
    return entries.size() - 1;
  }
};

/// Which counts are hidden, by cell.
struct Hidden {
  std::vector<bool> cells;
  std::size_t small = 0;      // hidden because they are
  std::size_t secondary = 0;  // hidden to protect others
};

/// Hides the small counts, then others until a reader who knows the rule, the table and everything shown, but not which
/// counts are small, must think it possible that each small one is nought or anything up to the largest small number,
/// and that each other hidden one has at least five values. Whether a value is possible is decided exactly, by whether
/// the table has a filling with it: with up to two splits that is a circulation in a network. With more, a filling is
/// sought near the truth, so that more may be hidden than would have to be. At the end, what need not be hidden is
/// shown again, the largest first.
Hidden hide(const CountTable& table, SuppressionRule rule);

}  // namespace thrive::journeys
