// SPDX-License-Identifier: MIT
#include "libthrive/priorities/entry/recording.hpp"

#include <doctest/doctest.h>

#include "libthrive/priorities/checks.hpp"
#include "tests/unit/priorities/cases.hpp"

using namespace thrive;
using namespace thrive::priorities;

namespace {

const std::vector<std::string> items = {"A", "B", "C", "D"};
const ListRules rules = {items, {"", "", "", ""}, 2};

/// A and B are in by the count: A 4 points, B 2, C 1.
Consensus counted() {
  return reach_consensus(tests::profile_of(items, {{{{"A"}, {"B"}}, 1}, {{{"A"}, {"C"}}, 1}, {{{"B"}}, 1}}, 2, 2),
                         model::ConsensusMethod::points);
}

std::optional<model::AgreedPriorities> agree(const std::string& order, const std::vector<std::string>& reasons,
                                             text::Diagnostics& problems) {
  return check_agreement({order, reasons, {}, std::nullopt, std::nullopt}, nullptr, *text::parse_date("2024-04-24"),
                         counted(), rules, problems);
}

std::vector<std::string> codes(const text::Diagnostics& problems) {
  std::vector<std::string> result;
  for (const text::Diagnostic& problem : problems.entries()) result.push_back(problem.code);
  return result;
}

}  // namespace

TEST_CASE("priorities: agreeing on what was counted needs no reason, in any order") {
  text::Diagnostics problems;
  CHECK(agree("B > A", {}, problems)->order == std::vector<std::string>{"B", "A"});
  CHECK(agree("a, b", {}, problems)->order == std::vector<std::string>{"A", "B"});
  CHECK(problems.empty());
}

TEST_CASE("priorities: a departure without a reason is refused") {
  text::Diagnostics problems;
  CHECK_FALSE(agree("A > C", {}, problems));
  CHECK(codes(problems) == std::vector<std::string>{"reason-wanted"});
  CHECK(problems.entries()[0].message == "'C' is agreed, and by the count it is not in");
  text::Diagnostics fine;
  CHECK(agree("A > C", {"C = it cannot wait"}, fine)->reasons.find("C")[0] == "it cannot wait");
  CHECK(fine.empty());
  // Fewer than counted: the one left out wants a reason, and the number is remarked on.
  text::Diagnostics fewer;
  CHECK_FALSE(agree("A", {}, fewer));
  CHECK(codes(fewer) == std::vector<std::string>{"reason-wanted"});
  text::Diagnostics said;
  CHECK(agree("A", {"B=already under way"}, said));
  CHECK(codes(said) == std::vector<std::string>{"agreed-count"});
}

TEST_CASE("priorities: an agreement that cannot be understood is refused") {
  for (const auto& [order, reason, code] :
       {std::tuple{"A = B", "A=x", "agreed-tie"}, std::tuple{"", "A=x", "agreement-without-order"},
        std::tuple{"A > A", "A=x", "listed-twice"}, std::tuple{"A > Z", "A=x", "unknown-item"},
        std::tuple{"A > B", "A", "reason-not-understood"}, std::tuple{"A > B", "Z=x", "unknown-item"},
        std::tuple{"A > B", "=x", "reason-not-understood"}}) {
    text::Diagnostics problems;
    CHECK_FALSE(agree(order, {reason}, problems));
    CHECK(codes(problems) == std::vector<std::string>{code});
  }
}

TEST_CASE("priorities: what a new agreement does not say stays") {
  model::AgreedPriorities there;
  there.date = *text::parse_date("2024-04-24");
  there.order = {"A", "C"};
  there.reasons.add("C", "it cannot wait");
  there.dissent = {"Table 2 would keep B"};
  there.by = "the room";
  const text::Date today = *text::parse_date("2024-06-01");
  text::Diagnostics problems;
  WrittenAgreement written;
  written.order = "C > A";
  written.dissent = {"Table 3 would not", "Table 2 would keep B"};
  const auto agreed = check_agreement(written, &there, today, counted(), rules, problems);
  REQUIRE(agreed);
  CHECK(agreed->order == std::vector<std::string>{"C", "A"});
  CHECK(agreed->date == there.date);
  CHECK(agreed->reasons == there.reasons);
  CHECK(agreed->dissent == std::vector<std::string>{"Table 2 would keep B", "Table 3 would not"});
  CHECK(agreed->by == "the room");
  written.without = {AgreedDetail::dissent, AgreedDetail::by};
  written.order.clear();
  const auto less = check_agreement(written, &there, today, counted(), rules, problems);
  REQUIRE(less);
  CHECK(less->order == there.order);
  CHECK(less->dissent == std::vector<std::string>{"Table 3 would not", "Table 2 would keep B"});
  CHECK_FALSE(less->by);
  CHECK(problems.empty());
  // A reason that is taken away is wanted again.
  written.without = {AgreedDetail::reasons};
  CHECK_FALSE(check_agreement(written, &there, today, counted(), rules, problems));
  CHECK(codes(problems) == std::vector<std::string>{"reason-wanted"});
}

TEST_CASE("priorities: an agreement in a file is asked for the same reasons") {
  model::AgreedPriorities agreed;
  agreed.order = {"A", "C"};
  const auto found = agreed_without_reason(counted(), agreed);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "reason-wanted");
  CHECK(found[0].path == std::vector<std::string>{"priorities", "agreed", "order", "1"});
  agreed.reasons.add("C", "it cannot wait");
  CHECK(agreed_without_reason(counted(), agreed).empty());
}

TEST_CASE("priorities: a table's list is written once, and replaced only when asked") {
  model::Priorities project;
  project.tables.add("A").ranking = {{{"S1"}}};
  project.tables.add("B").people = 7;
  text::Diagnostics problems;
  const auto lists = read_ballots(text::Source("lists.txt", "A: S1\nB: S2\nC: blank\n"), problems);
  const auto recorded = lists_to_record(project, lists, {}, problems);
  CHECK(problems.empty());
  REQUIRE(recorded.size() == 2);  // A is there already
  CHECK(recorded[0].table == "B");
  CHECK_FALSE(recorded[0].is_new);
  CHECK(recorded[0].ranking.people == 7);
  CHECK(recorded[1].is_new);
  const auto others = read_ballots(text::Source("lists.txt", "A: S2\n"), problems);
  CHECK(lists_to_record(project, others, {}, problems).empty());
  CHECK(codes(problems) == std::vector<std::string>{"table-has-list"});
  text::Diagnostics replacing;
  CHECK(lists_to_record(project, others, {Known::replaced}, replacing).size() == 1);
  CHECK(replacing.empty());
}

TEST_CASE("priorities: what a list does not give stays, and what goes is named") {
  model::Priorities project;
  model::TableRanking& table = project.tables.add("A");
  table = {8, 2, true, {{{"S1"}}, {{"S2"}}}, {"M1"}};
  text::Diagnostics problems;
  const auto other = read_ballots(text::Source("lists.txt", "A: S2 > S1\n"), problems);
  const auto replaced = lists_to_record(project, other, {Known::replaced}, problems);
  REQUIRE(replaced.size() == 1);
  CHECK(replaced[0].ranking == model::TableRanking{8, 2, true, {{{"S2"}}, {{"S1"}}}, {"M1"}});
  REQUIRE(replaced[0].update.changes.size() == 1);
  CHECK(replaced[0].update.changes[0].path.back() == "ranking");
  const auto less = lists_to_record(project, other, {Known::replaced, {ListDetail::not_discussed}}, problems);
  CHECK(less[0].ranking.not_discussed.empty());
  CHECK(less[0].update.in_words().back() == "priorities/tables/A/not_discussed: M1 taken away");
  CHECK(problems.empty());
  // Ranking what the table did not discuss takes a word, and so does another number of people.
  const auto against = read_ballots(text::Source("lists.txt", "A: M1 > S1\n"), problems);
  CHECK(lists_to_record(project, against, {Known::replaced}, problems).empty());
  HandedIn people;
  people.table.text = "A";
  people.people = 7;
  CHECK(lists_to_record(project, {people}, {}, problems).empty());
  CHECK(codes(problems) == std::vector<std::string>{"listed-and-not-discussed", "table-has-list"});
  text::Diagnostics fine;
  CHECK(lists_to_record(project, {people}, {Known::replaced}, fine)[0].ranking.ranking == table.ranking);
  people.blank = true;
  const auto blank = lists_to_record(project, {people}, {Known::replaced}, fine);
  CHECK(blank[0].ranking.ranking.empty());
  CHECK(blank[0].ranking.not_discussed == std::vector<std::string>{"M1"});
  CHECK(fine.empty());
}

TEST_CASE("priorities: an update fills blanks and changes the list, and erases nothing") {
  model::Priorities project;
  project.tables.add("A").ranking = {{{"S1"}}, {{"S2"}}};
  project.tables.find("A")->not_discussed = {"M1"};
  project.tables.add("B").ranking = {{{"S1"}}};
  text::Diagnostics problems;
  const auto lists = read_ballots(text::Source("lists.txt", "A: S2 > S1 ^2\nB: blank\n"), problems);
  const auto recorded = lists_to_record(project, lists, {Known::updated}, problems);
  REQUIRE(recorded.size() == 1);  // B keeps its list
  CHECK(recorded[0].ranking.not_discussed == std::vector<std::string>{"M1"});
  CHECK(recorded[0].ranking.weight == 2);
  CHECK(recorded[0].update.in_words() == std::vector<std::string>{"priorities/tables/A/weight: 1 -> 2",
                                                                  "priorities/tables/A/ranking: S1; S2 -> S2; S1"});
  CHECK(problems.empty());
}
