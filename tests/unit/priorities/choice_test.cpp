// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "libthrive/priorities/consensus.hpp"
#include "tests/unit/priorities/cases.hpp"

using namespace thrive::priorities;
using namespace thrive::tests;
using Names = std::vector<std::string>;

namespace {

using Lists = std::vector<std::pair<std::vector<std::vector<std::string>>, int>>;

Chosen chosen_of(const Profile& profile) {
  return choose(profile, compare_pairs(profile), cut_by(thrive::model::ConsensusMethod::points, profile));
}

const Names thornmere_items = {"M1", "M2", "M3", "M4", "M5", "M6", "S1", "S2", "S3", "S4",
                               "S5", "S6", "S7", "P1", "P2", "P3", "P4", "P5", "P6"};

Profile thornmere() {
  return profile_of(thornmere_items,
                    {{{{"S3"}, {"P3"}, {"P5"}, {"M6"}, {"S4"}}, 1},
                     {{{"S1"}, {"S3"}, {"M6"}, {"S2"}, {"P5"}}, 1},
                     {{{"S2"}, {"S3"}, {"P1"}, {"M6"}, {"P3"}}, 1}},
                    5, 5);
}

}  // namespace

TEST_CASE("priorities: no tie at the cut needs no rule") {
  const Chosen chosen = chosen_of(profile_of({"A", "B", "C"}, {{{{"A"}, {"B"}}, 1}, {{{"B"}, {"A"}}, 1}}, 2, 2));
  CHECK(chosen.steps.empty());
  CHECK(chosen.undecided.empty());
  CHECK(chosen.in() == std::vector<ItemIndex>{0, 1});
}

TEST_CASE("priorities: a tie at the cut goes to the item that more tables listed") {
  // By hand: A 5 + 5 = 10; B 4; C 1 + 1 + 2 = 4. B was listed once, C three times.
  const Profile profile = profile_of({"A", "B", "C", "D", "E", "F"},
                                     {{{{"A"}, {"B"}, {"D"}, {"E"}, {"C"}}, 1},
                                      {{{"A"}, {"D"}, {"E"}, {"F"}, {"C"}}, 1},
                                      {{{"D"}, {"A"}, {"E"}, {"C"}}, 1}},
                                     4, 5);
  const Chosen chosen = chosen_of(profile);
  CHECK(names(profile, chosen.cut.certain) == Names{"A", "D", "E"});
  CHECK(names(profile, chosen.cut.tied_at_cut) == Names{"B", "C"});
  REQUIRE(chosen.by_tie_break.size() == 1);
  CHECK(profile.items[chosen.by_tie_break[0].item] == "C");
  CHECK(chosen.by_tie_break[0].rule == TieRule::mentions);
  CHECK(chosen.steps[0].figures == std::vector<std::size_t>{1, 3});
  CHECK(names(profile, chosen.in()) == Names{"A", "C", "D", "E"});
  CHECK(chosen.undecided.empty());
}

TEST_CASE("priorities: then to the one that wins head to head, then to first places, then to the room") {
  // A and B have 3 points and two mentions each; two of three tables that place them put A above B.
  const Profile head =
      profile_of({"A", "B", "C"}, {{{{"A"}, {"B"}}, 1}, {{{"C"}, {"A"}}, 1}, {{{"B"}, {"C"}}, 1}, {{{"C"}}, 1}}, 2, 2);
  // By hand: C 2 + 1 + 2 = 5, A 2 + 1 = 3, B 1 + 2 = 3. A over B at tables 1 and 2, B over A at table 3.
  const Chosen by_head = chosen_of(head);
  REQUIRE(by_head.by_tie_break.size() == 1);
  CHECK(head.items[by_head.by_tie_break[0].item] == "A");
  CHECK(by_head.by_tie_break[0].rule == TieRule::head_to_head);
  REQUIRE(by_head.steps.size() == 2);
  CHECK(by_head.steps[0].in.empty());

  // A: 1, 5 and not listed -> 5 + 1; B: 3 and 3. Both 6 points, two mentions, one table each way; A has a first place.
  const Profile first =
      profile_of({"A", "B", "C", "D", "E", "F"},
                 {{{{"A"}, {"C"}, {"B"}, {"D"}, {"E"}}, 1}, {{{"C"}, {"D"}, {"B"}, {"E"}, {"A"}}, 1}}, 3, 5);
  const Chosen by_first = chosen_of(first);
  REQUIRE(by_first.by_tie_break.size() == 1);
  CHECK(first.items[by_first.by_tie_break[0].item] == "A");
  CHECK(by_first.by_tie_break[0].rule == TieRule::firsts);

  const Profile level = profile_of({"A", "B", "C"}, {{{{"A"}, {"B"}}, 1}, {{{"B"}, {"A"}}, 1}}, 1, 2);
  const Chosen open = chosen_of(level);
  CHECK(open.by_tie_break.empty());
  CHECK(names(level, open.undecided) == Names{"A", "B"});
  CHECK(open.seats_left == 1);
  CHECK(open.steps.size() == 3);
}

TEST_CASE("priorities: the order of the candidates never decides who is in") {
  const Lists lists = {{{{"A"}, {"B"}}, 1}, {{{"B"}, {"C"}}, 1}, {{{"C"}, {"A"}}, 1}};
  for (const Names& items : {Names{"A", "B", "C"}, Names{"C", "B", "A"}, Names{"B", "A", "C"}}) {
    const Chosen chosen = chosen_of(profile_of(items, lists, 2, 2));
    CHECK(chosen.in().empty());
    CHECK(chosen.undecided.size() == 3);
  }
}

TEST_CASE("priorities: Thornmere's points and mentions, and how its room departed from them") {
  // Thornmere states 5-4-3-2-1 points with equal tables, the toolkit's own default, so one rule serves for both.
  const Consensus consensus = reach_consensus(thornmere(), thrive::model::ConsensusMethod::points);
  const std::vector<std::pair<std::string, double>> points = {{"S3", 13}, {"M6", 7}, {"S2", 7}, {"P3", 5},
                                                              {"S1", 5},  {"P5", 4}, {"P1", 3}, {"S4", 1}};
  const std::vector<std::pair<std::string, std::size_t>> named = {{"S3", 3}, {"P3", 2}, {"P5", 2}, {"M6", 3},
                                                                  {"S4", 1}, {"S1", 1}, {"S2", 2}, {"P1", 1}};
  const auto at = [&](const std::string& item) {
    return static_cast<std::size_t>(std::find(thornmere_items.begin(), thornmere_items.end(), item) -
                                    thornmere_items.begin());
  };
  double total = 0;
  for (const auto& [item, expected] : points) CHECK(consensus.points[at(item)] == expected);
  for (const auto& [item, expected] : named) CHECK(consensus.mentions[at(item)] == expected);
  for (const double each : consensus.points) total += each;
  CHECK(total == 3 * 15);
  // S1 and P3 tie at five points, but both fit: there is no tie at the cut, and P5 missed by one point.
  CHECK(names(consensus.profile, consensus.chosen.in()) == Names{"M6", "S1", "S2", "S3", "P3"});
  CHECK(consensus.chosen.steps.empty());
  CHECK(consensus.margin.gap == 1);
  CHECK(consensus.margin.one_table_could_change);
  const Departure away = departure(consensus, {"S3", "S2", "M6", "P3", "P5"});
  CHECK(away.added == Names{"P5"});
  CHECK(away.dropped == Names{"S1"});
  CHECK(away.reasons_wanted() == Names{"P5"});
}

TEST_CASE("priorities: weights count as that many tables, exactly") {
  thrive::model::Priorities priorities;
  priorities.rules.choose = 1;
  const auto add = [&](const std::string& table, double weight, const std::string& item) {
    thrive::model::TableRanking& ranking = priorities.tables.add(table);
    ranking.weight = weight;
    ranking.ranking = {{{item}}};
  };
  // 0.1 + 0.2 is not 0.3 in binary numbers; in parts of weight it is.
  add("one", 0.1, "A");
  add("two", 0.2, "A");
  add("three", 0.3, "B");
  const Profile profile = make_profile(priorities, {"A", "B"});
  CHECK(profile.weight_parts == 10);
  const Pairwise pairs = compare_pairs(profile);
  CHECK(pairs.margin(0, 1) == 0);
  CHECK(names(profile, cut_by(thrive::model::ConsensusMethod::points, profile).tied_at_cut) == Names{"A", "B"});
}

TEST_CASE("priorities: not discussed, not compared, blank and awaited are different things") {
  thrive::model::Priorities priorities;
  priorities.tables.add("one").ranking = {{{"A"}}, {{"B"}}};
  priorities.tables.add("two").ranking = {{{"B"}}};
  priorities.tables.find("two")->not_discussed = {"A"};
  priorities.tables.add("three").returned = false;
  priorities.tables.add("four");
  const Profile last = make_profile(priorities, {"A", "B", "C"});
  CHECK(last.blank == Names{"three"});
  CHECK(last.awaited == Names{"four"});
  const Pairwise pairs = compare_pairs(last);
  CHECK(pairs.above(0, 1) == 1);
  CHECK(pairs.above(1, 0) == 0);  // table two did not discuss A: it does not put B above it
  CHECK(pairs.above(1, 2) == 2);
  CHECK(pairs.above(0, 2) == 1);
  priorities.rules.unlisted = thrive::model::Unlisted::not_compared;
  const Pairwise only_listed = compare_pairs(make_profile(priorities, {"A", "B", "C"}));
  CHECK(only_listed.above(0, 1) == 1);
  CHECK(only_listed.above(1, 2) == 0);
  CHECK(only_listed.level(0, 2) == 0);
}
