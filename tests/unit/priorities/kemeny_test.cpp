// SPDX-License-Identifier: MIT
//
// The exact Kemeny search against a second method: every order of the items, tried one after the other.
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "libthrive/priorities/methods/kemeny.hpp"
#include "libthrive/priorities/methods/kemeny_bounds.hpp"
#include "libthrive/priorities/methods/random.hpp"
#include "libthrive/priorities/scores.hpp"
#include "tests/unit/priorities/cases.hpp"

using namespace thrive::priorities;
using namespace thrive::tests;

namespace {

std::vector<ItemIndex> shuffled(std::size_t count, Random& random) {
  std::vector<ItemIndex> items(count);
  std::iota(items.begin(), items.end(), ItemIndex{0});
  for (std::size_t left = count; left > 1; --left) std::swap(items[left - 1], items[random.below(left)]);
  return items;
}

/// Lists of up to `length` items, with a tie now and then.
Profile random_room(std::size_t items, std::size_t tables, std::size_t length, thrive::model::Unlisted unlisted,
                    Random& random) {
  Profile profile;
  for (std::size_t item = 0; item < items; ++item) profile.items.push_back("I" + std::to_string(item));
  profile.choose = std::min<std::size_t>(3, items);
  profile.points_from = length;
  profile.unlisted = unlisted;
  for (std::size_t table = 0; table < tables; ++table) {
    Ballot ballot;
    ballot.weight = 1 + static_cast<std::int64_t>(random.below(2));
    ballot.not_discussed.assign(items, false);
    const std::vector<ItemIndex> order = shuffled(items, random);
    for (std::size_t at = 0; at < std::min(length, items); ++at) {
      if (!ballot.groups.empty() && random.below(4) == 0)
        ballot.groups.back().push_back(order[at]);
      else
        ballot.groups.push_back({order[at]});
    }
    if (length < items && random.below(3) == 0) ballot.not_discussed[order.back()] = true;
    number_positions(ballot, items);
    profile.ballots.push_back(std::move(ballot));
  }
  return profile;
}

/// All optimal orders of the listed items by trying every order; unlisted items at the end.
struct ByTrying {
  std::int64_t cost = 0;
  std::vector<std::vector<ItemIndex>> orders;
};

ByTrying try_all(const Pairwise& pairs, const std::vector<std::size_t>& listed_by) {
  std::vector<ItemIndex> order;
  for (ItemIndex item = 0; item < pairs.size(); ++item)
    if (listed_by[item] > 0) order.push_back(item);
  ByTrying result;
  do {
    const std::int64_t cost = reversals(pairs, order);
    if (result.orders.empty() || cost < result.cost) {
      result.cost = cost;
      result.orders.clear();
    }
    if (cost == result.cost) result.orders.push_back(order);
  } while (std::next_permutation(order.begin(), order.end()));
  return result;
}

void compare_with_trying(const Profile& profile) {
  const Pairwise pairs = compare_pairs(profile);
  const std::vector<std::size_t> listed_by = mentions(profile);
  const ByTrying expected = try_all(pairs, listed_by);
  const Kemeny found = kemeny(pairs, listed_by, profile.choose);
  REQUIRE(found.proven);
  REQUIRE(found.orders);
  CHECK(found.cost == expected.cost);
  CHECK(reversals(pairs, found.order) == expected.cost);
  const auto unlisted = static_cast<std::size_t>(std::count(listed_by.begin(), listed_by.end(), std::size_t{0}));
  WholeNumber count(expected.orders.size());
  count *= WholeNumber::factorial(unlisted);
  CHECK(found.orders->count == count);
  for (ItemIndex item = 0; item < pairs.size(); ++item) {
    if (listed_by[item] == 0) continue;
    std::size_t best = pairs.size();
    std::size_t worst = 0;
    for (const auto& order : expected.orders) {
      const auto at = std::find(order.begin(), order.end(), item);
      const auto position = static_cast<std::size_t>(at - order.begin()) + 1;
      best = std::min(best, position);
      worst = std::max(worst, position);
    }
    CHECK(found.orders->best_position[item] == best);
    CHECK(found.orders->worst_position[item] == worst);
  }
  if (unlisted == 0 && expected.orders.size() <= 200) CHECK(found.orders->listed == expected.orders);
}

}  // namespace

TEST_CASE("priorities: exact Kemeny finds every optimal order that trying all of them finds") {
  using thrive::model::Unlisted;
  Random random(20240424);
  for (std::size_t room = 0; room < 240; ++room) {
    CAPTURE(room);
    const std::size_t items = 2 + random.below(6);
    const std::size_t tables = 1 + random.below(7);
    const std::size_t length = room % 2 == 0 ? items : 1 + random.below(items);
    compare_with_trying(
        random_room(items, tables, length, room % 3 == 0 ? Unlisted::not_compared : Unlisted::last, random));
  }
}

TEST_CASE("priorities: exact Kemeny on rooms where every table contradicts every other") {
  Random random(7);
  for (int room = 0; room < 6; ++room)
    compare_with_trying(random_room(8, 3 + static_cast<std::size_t>(room), 8, thrive::model::Unlisted::last, random));
}

TEST_CASE("priorities: a passed budget is said, with bounds that hold") {
  Random random(11);
  const Profile profile = random_room(24, 15, 24, thrive::model::Unlisted::last, random);
  const Pairwise pairs = compare_pairs(profile);
  const Kemeny exact = kemeny(pairs, mentions(profile), 5);
  const Kemeny open = kemeny(pairs, mentions(profile), 5, {4, 200});
  CHECK(exact.proven);
  CHECK(exact.lower_bound == exact.cost);
  REQUIRE_FALSE(open.proven);
  CHECK_FALSE(open.orders);
  CHECK(open.lower_bound < open.cost);
  CHECK(open.lower_bound <= exact.cost);
  CHECK(exact.cost <= open.cost);
}

TEST_CASE("priorities: more than 2^53 optimal orders are counted exactly") {
  // One table lists one of 24 items: the other 23 may stand in any order, 23! = 25852016738884976640000.
  std::vector<std::string> items;
  for (char letter = 'A'; letter < 'A' + 24; ++letter) items.emplace_back(1, letter);
  const Profile profile = profile_of(items, {{{{"C"}}, 1}}, 5, 5);
  const Kemeny found = kemeny(compare_pairs(profile), mentions(profile), 5);
  REQUIRE(found.orders);
  CHECK(found.orders->count.decimal() == "25852016738884976640000");
  CHECK(found.orders->count.in_words() == "25,852,016,738,884,976,640,000");
  CHECK_FALSE(found.orders->count.is_small());
  CHECK(names(profile, found.orders->always_chosen) == std::vector<std::string>{"C"});
}
