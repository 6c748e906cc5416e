// SPDX-License-Identifier: MIT
//
// Profiles small enough to count by hand on which a slip at a boundary shows.
#include <doctest/doctest.h>

#include "libthrive/priorities/agreement.hpp"
#include "libthrive/priorities/consensus.hpp"
#include "libthrive/priorities/methods/kemeny_search.hpp"
#include "libthrive/priorities/methods/minority.hpp"
#include "libthrive/priorities/methods/paths.hpp"
#include "libthrive/priorities/methods/weak_kemeny.hpp"
#include "libthrive/priorities/scores.hpp"
#include "tests/unit/priorities/cases.hpp"

using namespace thrive::priorities;
using namespace thrive::tests;
using Names = std::vector<std::string>;

namespace {

/// Pairs from wins: winner, loser, votes for, votes against.
struct Duel {
  ItemIndex winner, loser;
  std::int64_t votes, against;
};

Pairwise pairs_of(std::size_t items, const std::vector<Duel>& duels) {
  Pairwise pairs{Square<std::int64_t>(items), Square<std::int64_t>(items)};
  for (const Duel& duel : duels) {
    pairs.above(duel.winner, duel.loser) = duel.votes;
    pairs.above(duel.loser, duel.winner) = duel.against;
  }
  return pairs;
}

}  // namespace

TEST_CASE("priorities: the budget of a search counts every set that is looked at") {
  // a beats b, b beats c, c beats a by one: placing any one first costs one, and nothing more after it. The sets are
  // the empty one, three of one item, three of two, and the full one; seven are looked at before the full one is met.
  const Pairwise pairs = pairs_of(3, {{0, 1, 2, 1}, {1, 2, 2, 1}, {2, 0, 2, 1}});
  const std::vector<ItemIndex> items = {0, 1, 2};
  CHECK(search_component(pairs, items, 4, KemenyBudget{8, 10}));  // 1 + 1 + 1 unavoidable, and one more
  CHECK_FALSE(search_component(pairs, items, 4, KemenyBudget{6, 10}));
  CHECK_FALSE(search_component(pairs, items, 4, KemenyBudget{4, 10}));
  CHECK(search_component(pairs, items, 4, KemenyBudget{8, 10})->cost == 4);
}

TEST_CASE("priorities: the shortest circle is the one that is told") {
  // d > e > f > g > d with ties across is a circle of four; a > b > c > a one of three, behind it in the project's
  // order.
  const Pairwise pairs =
      pairs_of(7, {{0, 1, 2, 1}, {1, 2, 2, 1}, {2, 3, 2, 1}, {3, 0, 2, 1}, {4, 5, 2, 1}, {5, 6, 2, 1}, {6, 4, 2, 1}});
  CHECK(shortest_cycle(pairs, {0, 1, 2, 3, 4, 5, 6}) == std::vector<ItemIndex>{4, 5, 6});
  CHECK(shortest_cycle(pairs, {0, 1, 2, 3}) == std::vector<ItemIndex>{0, 1, 2, 3});
}

TEST_CASE("priorities: of wins with one margin ranked pairs locks the one with more votes first") {
  // All margins are 2. c beats a with 10 votes, b beats c with 5, a beats b with 3, which is skipped.
  const RankedPairs locked = ranked_pairs(pairs_of(3, {{0, 1, 3, 1}, {1, 2, 5, 3}, {2, 0, 10, 8}}));
  REQUIRE(locked.skipped.size() == 1);
  CHECK(locked.skipped.front() == std::pair<ItemIndex, ItemIndex>{0, 1});
  CHECK(locked.order == std::vector<ItemIndex>{1, 2, 0});
}

TEST_CASE("priorities: a chance from shuffling is never nought") {
  // Ten judges of one mind about eight items: no shuffle comes near, and the arrangement that was seen is counted.
  const std::vector<std::vector<double>> ranks(10, {1, 2, 3, 4, 5, 6, 7, 8});
  CHECK(kendall_w_p(ranks, 1, 99) == doctest::Approx(0.01));
}

TEST_CASE("priorities: a gap that one table can just close can be closed") {
  // A 3 + 3, B 2 + 1, C 1 + 2: with one to choose A leads by 3, what a first place is worth.
  const auto margin_of = [](std::size_t points_from) {
    const Profile profile =
        profile_of({"A", "B", "C"}, {{{{"A"}, {"B"}, {"C"}}, 1}, {{{"A"}, {"C"}, {"B"}}, 1}}, 1, points_from);
    return margin(profile, points(profile));
  };
  CHECK(margin_of(3).gap == 3);
  CHECK(margin_of(3).one_table_could_change);
}

TEST_CASE("priorities: one table awaited gives its first place once only") {
  // Two are chosen. X has 4, A and B 1 each; one more table gives 3, 2, 1. To put X out both must rise by 3, and only
  // one of them can.
  Profile profile = profile_of({"X", "A", "B"}, {{{{"X"}, {"A"}, {"B"}}, 1}}, 2, 3);
  const Tally tally = live_tally(profile, {4, 1, 1}, 1);
  CHECK(names(profile, tally.safe) == Names{"X"});
  // With 2 and 1 behind it could be level with both: 3 and 2 is what the table has to give.
  CHECK(live_tally(profile, {4, 2, 1}, 1).safe.empty());
}

TEST_CASE("priorities: tables that share three picks of ten across are no camps") {
  const Names letters = {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q"};
  const auto list = [&](std::size_t from) {
    std::vector<std::vector<std::string>> places;
    for (std::size_t at = 0; at < 10; ++at) places.push_back({letters[from + at]});
    return std::pair<std::vector<std::vector<std::string>>, int>{places, 1};
  };
  // A to J and H to Q share H, I and J: 0.3 of a list, where at most 0.2 parts two camps.
  CHECK_FALSE(camps(profile_of(letters, {list(0), list(0), list(7), list(7)}, 10, 10)));
}

TEST_CASE("priorities: the places that one rule has filled are gone for the next") {
  // Two places for A, B and C. A was listed three times, B and C twice each; B beats C two to one at the one place
  // that is left.
  const Profile profile =
      profile_of({"A", "B", "C"}, {{{{"A"}, {"B"}, {"C"}}, 1}, {{{"B"}, {"A"}}, 1}, {{{"A"}, {"C"}}, 1}}, 2, 3);
  Cut cut;
  cut.tied_at_cut = {0, 1, 2};
  const Chosen chosen = choose(profile, compare_pairs(profile), cut);
  REQUIRE(chosen.steps.size() >= 2);
  CHECK(chosen.steps[0].seats == 2);
  CHECK(chosen.steps[1].seats == 1);
  CHECK(chosen.in().size() + chosen.seats_left == 2);
  CHECK(chosen.in().front() == 0);
}

TEST_CASE("priorities: what nobody listed is out, even where places stay empty") {
  const Profile profile = profile_of({"A", "B", "C", "D"}, {{{{"A"}, {"B"}}, 1}, {{{"B"}, {"A"}}, 1}}, 3, 3);
  const Consensus consensus = reach_consensus(profile, thrive::model::ConsensusMethod::points, {});
  CHECK(consensus.standing[0] == Standing::firm);
  CHECK(consensus.standing[2] == Standing::out);
  CHECK(consensus.standing[3] == Standing::out);
}

TEST_CASE("priorities: where every order is as good, the largest group is told") {
  const auto level = weak_kemeny(pairs_of(3, {}), {0, 1, 2}, 16);
  REQUIRE(level);
  CHECK(level->order == std::vector<Group>{{0, 1, 2}});
}

TEST_CASE("priorities: a place beyond those that earn points earns nothing, and takes nothing away") {
  const Profile profile = profile_of({"A", "B", "C"}, {{{{"A"}, {"B"}, {"C"}}, 1}}, 3, 1);
  CHECK(points_of(profile.ballots[0], 1) == std::vector<double>{1, 0, 0});
  const Profile tied = profile_of({"A", "B", "C"}, {{{{"A", "B", "C"}}, 1}}, 3, 2);
  CHECK(points_of(tied.ballots[0], 2) == std::vector<double>{1, 1, 1});  // (2 + 1 + 0) / 3
}

TEST_CASE("priorities: a table drawn again in the bootstrap brings its weight") {
  // One table of weight 5 for A, two of weight 1 for B. A is in whenever its table is drawn at all: 1 - (2/3)^3.
  const Profile profile = profile_of({"A", "B"}, {{{{"A"}}, 5}, {{{"B"}}, 1}, {{{"B"}}, 1}}, 1, 1);
  const auto shares = bootstrap(profile, thrive::model::ConsensusMethod::points, 1, 4000);
  CHECK(shares[0] == doctest::Approx(19.0 / 27).epsilon(0.05));
  CHECK(shares[0] + shares[1] == doctest::Approx(1));
}

TEST_CASE("priorities: a first choice that the room has still to decide on is not out") {
  const Profile profile = profile_of({"A", "B"}, {{{{"A"}}, 1}, {{{"B"}}, 1}}, 1, 1);
  const Consensus room = reach_consensus(profile, thrive::model::ConsensusMethod::points, {});
  REQUIRE(room.chosen.undecided == std::vector<ItemIndex>{0, 1});
  const ItemNames names{{"", ""}, {"", ""}, {{}, {}}};
  CHECK(minority(room, names).first_choices_out.empty());
}

TEST_CASE("priorities: a table with half of its list in has few in, and is named") {
  const Profile profile = profile_of({"A", "B"}, {{{{"A"}, {"B"}}, 1}}, 1, 2);
  const Consensus room = reach_consensus(profile, thrive::model::ConsensusMethod::points, {});
  const Minority facts = minority(room, ItemNames{{"", ""}, {"", ""}, {{}, {}}});
  REQUIRE(facts.fewest_in.size() == 1);
  CHECK(facts.fewest_in.front().in == 1);
  CHECK(facts.fewest_in.front().listed == 2);
}

TEST_CASE("priorities: ranked pairs leave nothing tied where every win is locked") {
  const Cut cut = cut_of(ranked_pairs(pairs_of(3, {{0, 1, 3, 1}, {1, 2, 3, 1}, {0, 2, 3, 1}})), 1);
  CHECK(cut.certain == std::vector<ItemIndex>{0});
  CHECK(cut.tied_at_cut.empty());
}
