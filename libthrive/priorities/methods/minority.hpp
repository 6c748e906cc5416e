// SPDX-License-Identifier: MIT
//
// What the five leave out, so that it is written down before it is forgotten.
#pragma once

#include <string>
#include <vector>

#include "libthrive/priorities/consensus.hpp"
#include "libthrive/priorities/item_names.hpp"

namespace thrive::priorities {

/// An item that some table put first and that is not in.
struct FirstChoiceOut {
  ItemIndex item;
  std::vector<std::string> tables;
};

/// How many of a table's picks are in.
struct PicksIn {
  std::string table;
  std::size_t in = 0;
  std::size_t listed = 0;
};

/// Two groups of tables that share most picks inside and hardly any across.
struct Camps {
  std::vector<std::string> one;
  std::vector<std::string> other;
  double shared_inside = 0;  // mean shared picks of two tables of the same group
  double shared_across = 0;  // and of two tables of different groups
};

/// Everything the result leaves out.
struct Minority {
  std::vector<FirstChoiceOut> first_choices_out;
  std::vector<PicksIn> fewest_in;           // the tables with the fewest picks in, when that is half or less
  std::vector<std::string> levels_without;  // levels of which candidates were listed, and none is in
  std::vector<std::string> principles_without;
};
/// Looks for it; levels and principles come from `names` and are left out where it has none.
Minority minority(const Consensus& consensus, const ItemNames& names);

/// The tables that share half a list or more with the first one, and the others. Nothing unless each group has two or
/// more tables, and tables share at least 60 % of a list inside the groups and at most 20 % across.
std::optional<Camps> camps(const Profile& profile);

}  // namespace thrive::priorities
