// SPDX-License-Identifier: MIT
#include "libthrive/priorities/entry/recording.hpp"

#include <doctest/doctest.h>

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
  return check_agreement({order, reasons, {}, std::nullopt, *text::parse_date("2024-04-24")}, counted(), rules,
                         problems);
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

TEST_CASE("priorities: a table's list is written once, and replaced only when asked") {
  model::Priorities project;
  project.tables.add("A").ranking = {{{"S1"}}};
  project.tables.add("B").people = 7;
  text::Diagnostics problems;
  records::Update update;
  const auto lists = read_ballots(text::Source("lists.txt", "A: S1\nB: S2\nC: blank\n"), problems);
  const auto recorded = lists_to_record(project, lists, Known::refused, update, problems);
  CHECK(problems.empty());
  REQUIRE(recorded.size() == 2);  // A is there already
  CHECK(recorded[0].table == "B");
  CHECK_FALSE(recorded[0].is_new);
  CHECK(recorded[0].ranking.people == 7);
  CHECK(recorded[1].is_new);
  const auto others = read_ballots(text::Source("lists.txt", "A: S2\n"), problems);
  CHECK(lists_to_record(project, others, Known::refused, update, problems).empty());
  CHECK(codes(problems) == std::vector<std::string>{"table-has-list"});
  text::Diagnostics replacing;
  CHECK(lists_to_record(project, others, Known::replaced, update, replacing).size() == 1);
  CHECK(replacing.empty());
}

TEST_CASE("priorities: an update fills blanks and changes the list, and erases nothing") {
  model::Priorities project;
  project.tables.add("A").ranking = {{{"S1"}}, {{"S2"}}};
  project.tables.find("A")->not_discussed = {"M1"};
  project.tables.add("B").ranking = {{{"S1"}}};
  text::Diagnostics problems;
  records::Update update;
  const auto lists = read_ballots(text::Source("lists.txt", "A: S2 > S1 ^2\nB: blank\n"), problems);
  const auto recorded = lists_to_record(project, lists, Known::updated, update, problems);
  REQUIRE(recorded.size() == 1);  // B keeps its list
  CHECK(recorded[0].ranking.not_discussed == std::vector<std::string>{"M1"});
  CHECK(recorded[0].ranking.weight == 2);
  CHECK(update.in_words() ==
        std::vector<std::string>{"priorities/tables/A/ranking: S1; S2 -> S2; S1", "1 blank filled in"});
  CHECK(problems.empty());
}
