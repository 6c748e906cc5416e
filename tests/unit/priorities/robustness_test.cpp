// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include "libthrive/priorities/consensus.hpp"
#include "libthrive/priorities/methods/random.hpp"
#include "tests/unit/priorities/cases.hpp"

using namespace thrive::priorities;
using namespace thrive::tests;
using thrive::model::ConsensusMethod;

namespace {

using Lists = std::vector<std::pair<std::vector<std::vector<std::string>>, int>>;

/// Every list of at most two of four items, ties included.
Lists all_short_lists() {
  const std::vector<std::string> items = {"A", "B", "C", "D"};
  Lists lists;
  for (const std::string& first : items) {
    lists.push_back({{{first}}, 1});
    for (const std::string& second : items) {
      if (first != second) lists.push_back({{{first}, {second}}, 1});
      if (first < second) lists.push_back({{{first, second}}, 1});
    }
  }
  return lists;
}

/// The cuts after every way in which `awaited` more tables can answer.
void for_every_ending(const Lists& start, int awaited, const std::function<void(const Profile&)>& look) {
  if (awaited == 0) {
    look(profile_of({"A", "B", "C", "D"}, start, 2, 2));
    return;
  }
  for (const auto& list : all_short_lists()) {
    Lists longer = start;
    longer.push_back(list);
    for_every_ending(longer, awaited - 1, look);
  }
}

bool contains(const std::vector<ItemIndex>& items, ItemIndex item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

}  // namespace

TEST_CASE("priorities: the live tally against every way the awaited tables can answer") {
  Random random(3);
  const Lists possible = all_short_lists();
  for (int room = 0; room < 12; ++room) {
    Lists returned;
    for (int table = 0; table < 3 + room % 3; ++table) returned.push_back(possible[random.below(possible.size())]);
    const int awaited = room % 2 == 0 ? 1 : 2;
    const Profile now = profile_of({"A", "B", "C", "D"}, returned, 2, 2);
    std::vector<bool> always(4, true);
    std::vector<bool> ever(4, false);
    for_every_ending(returned, awaited, [&](const Profile& then) {
      const Cut cut = cut_by(ConsensusMethod::points, then);
      for (ItemIndex item = 0; item < 4; ++item) {
        always[item] = always[item] && contains(cut.certain, item);
        ever[item] = ever[item] || contains(cut.certain, item) || contains(cut.tied_at_cut, item);
      }
    });
    const Tally tally = live_tally(now, points(now), awaited);
    for (ItemIndex item = 0; item < 4; ++item) {
      CAPTURE(room);
      CAPTURE(item);
      CHECK(contains(tally.safe, item) == always[item]);
      CHECK(contains(tally.cannot_make_it, item) == !ever[item]);
    }
  }
}

TEST_CASE("priorities: with every table in, safe is in and lost is out") {
  for (const auto& reference : consensus_cases()) {
    const Profile profile = profile_of(reference);
    const Tally tally = live_tally(profile, points(profile), 0);
    const Cut cut = cut_by(ConsensusMethod::points, profile);
    CHECK(tally.safe == cut.certain);
    for (ItemIndex item = 0; item < profile.items.size(); ++item)
      CHECK(contains(tally.cannot_make_it, item) == !(contains(cut.certain, item) || contains(cut.tied_at_cut, item)));
  }
}

TEST_CASE("priorities: bootstrap shares add up to the places, are the same every time, and follow the seed") {
  for (const auto& reference : consensus_cases()) {
    const Profile profile = profile_of(reference);
    const std::vector<double> shares = bootstrap(profile, ConsensusMethod::points, 1, 500);
    CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) ==
          doctest::Approx(static_cast<double>(profile.choose)).epsilon(1e-9));
    CHECK(shares == bootstrap(profile, ConsensusMethod::points, 1, 500));
    if (profile.ballots.size() > 4) CHECK(shares != bootstrap(profile, ConsensusMethod::points, 2, 500));
  }
}

TEST_CASE("priorities: bootstrap shares of a room that can be worked out") {
  // Two tables, one place: A first at one, B at the other. Of four equally likely draws one is A alone, one B alone,
  // two are a tie that each half: shares of one half. Three to one: B wins with 3 or 4 of 4 draws on its side.
  const Profile even = profile_of({"A", "B"}, {{{{"A"}}, 1}, {{{"B"}}, 1}}, 1, 1);
  CHECK(std::abs(bootstrap(even, ConsensusMethod::points, 1, 40'000)[0] - 0.5) < 0.01);
  const Profile three = profile_of({"A", "B"}, {{{{"A"}}, 1}, {{{"B"}}, 1}, {{{"B"}}, 1}}, 1, 1);
  // A wins with 2 or 3 of 3 draws at one in three: 3 * 1/9 * 2/3 + 1/27 = 7/27.
  CHECK(std::abs(bootstrap(three, ConsensusMethod::points, 1, 40'000)[0] - 7.0 / 27.0) < 0.01);
}

TEST_CASE("priorities: standing of a room that can be read at a glance") {
  // Every table lists A first; B is in by points only because of table one.
  const Profile profile =
      profile_of({"A", "B", "C", "D"}, {{{{"A"}, {"B"}}, 1}, {{{"A"}, {"C"}}, 1}, {{{"A"}, {"B"}}, 1}}, 2, 2);
  const Consensus consensus = reach_consensus(profile, ConsensusMethod::points);
  CHECK(consensus.standing ==
        std::vector<Standing>{Standing::firm, Standing::contested, Standing::contested, Standing::out});
  REQUIRE(consensus.without_table.size() == 3);
  CHECK(names(profile, consensus.without_table[0].cut.certain) == std::vector<std::string>{"A"});
  CHECK(names(profile, consensus.without_table[0].cut.tied_at_cut) == std::vector<std::string>{"B", "C"});
}

TEST_CASE("priorities: the gap at the cut and whether one table could close it") {
  const auto gap = [](const Lists& lists) {
    const Profile profile = profile_of({"A", "B", "C"}, lists, 1, 2);
    return margin(profile, points(profile));
  };
  const Margin tie = gap({{{{"A"}}, 1}, {{{"B"}}, 1}});
  CHECK(tie.exists);
  CHECK(tie.gap == 0);
  CHECK(tie.one_table_could_change);
  const Margin wide = gap({{{{"A"}}, 1}, {{{"A"}}, 1}, {{{"A"}, {"B"}}, 1}});
  CHECK(wide.gap == 5);
  CHECK_FALSE(wide.one_table_could_change);
  CHECK(wide.first_out == std::vector<ItemIndex>{1});
  const Margin heavy = gap({{{{"A"}}, 3}, {{{"B"}}, 1}});
  CHECK(heavy.gap == 4);
  CHECK(heavy.one_table_could_change);  // the heavy table is worth six
}
