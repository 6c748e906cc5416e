// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/model/priorities.hpp"

namespace thrive::priorities {

/// The position of an item in the list of candidates, counted from 0.
using ItemIndex = std::size_t;
/// Items that share a place.
using Group = std::vector<ItemIndex>;

/// One table's list, in numbers: groups of items, best first; a group of several is a tie.
struct Ballot {
  std::string table;
  std::optional<int> people;          // who sat at the table, when it is known
  std::int64_t weight = 1;            // in parts of Profile::weight_parts; a ballot of weight 0 counts for nothing
  std::vector<Group> groups;          // never empty in a profile: a table without a list is a blank return
  std::vector<bool> not_discussed;    // by item; pairs with such an item are not counted for this table
  std::vector<std::size_t> position;  // by item: 1 + items listed strictly above; 0 for an item that is not listed
};

/// What the tables handed in, ready for counting.
struct Profile {
  std::vector<std::string> items;    // the candidates, in the project's order
  std::vector<Ballot> ballots;       // tables with a list, in the project's order
  std::vector<std::string> awaited;  // tables whose list has not come yet
  std::size_t awaited_unnamed = 0;   // further tables, which the project does not name yet
  double awaited_weight = 0;         // what they will count together
  std::vector<std::string> blank;    // tables that returned nothing
  std::int64_t weight_parts = 1;     // weights are whole numbers of 1/weight_parts, so that sums are exact
  std::size_t choose = 5;
  std::size_t points_from = 5;  // points of a first place
  model::Unlisted unlisted = model::Unlisted::last;

  /// The most items a table may list: as many as are chosen, or as earn points.
  std::size_t list_length() const { return choose > points_from ? choose : points_from; }
};

/// The smallest number of parts in which all weights are whole; weights have at most six decimals, finer ones are
/// rounded to a millionth.
std::int64_t parts_of_weights(const std::vector<double>& weights);

/// How many items a table has in its list, however they are tied.
std::size_t listed(const Ballot& ballot);

/// Fills `position` from `groups`, for a list of `items` candidates.
void number_positions(Ballot& ballot, std::size_t items);

/// Turns the project's tables into a profile. `candidates` are the items that can be chosen. Names that are no
/// candidates are left out: the caller has refused them (checks.hpp) before it counts.
Profile make_profile(const model::Priorities& priorities, const std::vector<std::string>& candidates);

/// Adds tables that the project does not name yet to those awaited, until there are `tables` of them in all.
void expect_tables(Profile& profile, std::size_t tables);

/// The tables whose weight has more than six decimals, which would be rounded.
std::vector<std::string> tables_with_too_fine_weights(const model::Priorities& priorities);

/// The same lists with every table counted by the people who sat at it; nothing when that is not known of every table,
/// or is the same for all.
std::optional<Profile> weighted_by_people(Profile profile);

/// True when a table's list compares two items: both were discussed and, where an unlisted item is not compared, both
/// are listed.
bool compares(const Ballot& ballot, ItemIndex a, ItemIndex b, model::Unlisted unlisted);
/// True when a table puts the first item strictly above the second.
bool puts_above(const Ballot& ballot, ItemIndex a, ItemIndex b, model::Unlisted unlisted);

}  // namespace thrive::priorities
