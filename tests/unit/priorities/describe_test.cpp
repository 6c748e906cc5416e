// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "libthrive/priorities/describe/contract.hpp"
#include "libthrive/priorities/describe/describe.hpp"
#include "libthrive/priorities/describe/describe_parts.hpp"
#include "libthrive/priorities/methods/minority.hpp"
#include "libthrive/report/render.hpp"
#include "tests/unit/priorities/cases.hpp"

using namespace thrive;
using namespace thrive::priorities;

namespace {

using Lists = std::vector<std::pair<std::vector<std::vector<std::string>>, int>>;

Consensus count(const std::vector<std::string>& items, const Lists& lists, std::size_t choose) {
  return reach_consensus(tests::profile_of(items, lists, choose, choose), model::ConsensusMethod::points);
}

bool holds(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

const std::vector<std::string> letters = {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J"};

}  // namespace

TEST_CASE("priorities: the rule is said in one sentence") {
  const Consensus five = count(letters, {{{{"A"}}, 1}}, 5);
  CHECK(rule_sentence(five) ==
        "Each table's first choice gets five points, its second four, down to one for its fifth; we add them up and "
        "every table counts the same.");
  CHECK(rule_sentence(count(letters, {{{{"A"}}, 1}}, 2)) ==
        "Each table's first choice gets two points, its second one; we add them up and every table counts the same.");
  CHECK(holds(rule_sentence(count(letters, {{{{"A"}}, 2}, {{{"B"}}, 1}}, 1)),
              "tables count by their weight: table T1 counts 2 and table T2 counts 1"));
}

TEST_CASE("priorities: a tie at the cut is told rule by rule") {
  const Consensus open = count({"A", "B", "C"}, {{{{"A"}, {"B"}}, 1}, {{{"B"}, {"A"}}, 1}}, 1);
  CHECK(tie_sentences(open).front() == "A and B tie for the last place, with 1 point each.");
  CHECK(tie_sentences(open).back() == "No rule settles the rest: the room decides between A and B (1 place).");
}

TEST_CASE("priorities: a circle of majorities is told in words") {
  const Consensus circle =
      count({"A", "B", "C"}, {{{{"A"}, {"B"}, {"C"}}, 1}, {{{"B"}, {"C"}, {"A"}}, 1}, {{{"C"}, {"A"}, {"B"}}, 1}}, 2);
  CHECK(cycle_sentence(circle) ==
        "The tables go round in a circle: A beats B (2 to 1), B beats C (2 to 1) and C beats A (2 to 1). No order can "
        "please all of these majorities.");
  CHECK(cycle_sentence(count({"A", "B", "C"}, {{{{"A"}, {"B"}}, 1}}, 1)).empty());
}

TEST_CASE("priorities: two camps are named, and only when they are there") {
  const Lists split = {
      {{{"A"}, {"B"}, {"C"}}, 1}, {{{"A"}, {"B"}, {"C"}}, 1}, {{{"H"}, {"I"}, {"J"}}, 1}, {{{"I"}, {"H"}, {"J"}}, 1}};
  const auto found = camps(tests::profile_of(letters, split, 3, 3));
  REQUIRE(found);
  CHECK(found->one == std::vector<std::string>{"T1", "T2"});
  CHECK(found->shared_inside == 3);
  CHECK(found->shared_across == 0);
  const Lists mixed = {
      {{{"A"}, {"B"}, {"C"}}, 1}, {{{"A"}, {"H"}, {"C"}}, 1}, {{{"H"}, {"I"}, {"C"}}, 1}, {{{"I"}, {"A"}, {"J"}}, 1}};
  CHECK_FALSE(camps(tests::profile_of(letters, mixed, 3, 3)));
}

TEST_CASE("priorities: the minority report names first choices that are out and tables that see little of theirs") {
  const Consensus room = count(letters, {{{{"A"}, {"B"}}, 1}, {{{"A"}, {"B"}}, 1}, {{{"J"}, {"I"}}, 1}}, 2);
  const ItemNames names = item_names(letters, nullptr);
  const Minority facts = minority(room, names);
  REQUIRE(facts.first_choices_out.size() == 1);
  CHECK(letters[facts.first_choices_out[0].item] == "J");
  REQUIRE(facts.fewest_in.size() == 1);
  CHECK(facts.fewest_in[0].table == "T3");
  CHECK(facts.fewest_in[0].in == 0);
  CHECK(minority_sentences(room, names) ==
        std::vector<std::string>{"J was first at table T3 and is not in.", "Table T3 sees none of its 2 in."});
}

TEST_CASE("priorities: what the room agreed stands beside what was counted, and neither overwrites the other") {
  const Consensus room = count(letters, {{{{"A"}, {"B"}}, 1}, {{{"A"}, {"B"}}, 1}}, 2);
  model::AgreedPriorities agreed;
  agreed.order = {"C", "A"};
  agreed.reasons.add("C", "it cannot wait");
  agreed.dissent = {"table one keeps B"};
  agreed.by = "the whole room";
  agreed.date = text::parse_date("2024-04-24");
  const std::string text =
      report::to_text(describe_consensus(room, item_names(letters, nullptr), {"Fenby", ""}, agreed, {true}));
  CHECK(holds(text, "Agreed by the whole room on 24 April 2024."));
  CHECK(holds(text, "    1  C       A (4)"));
  CHECK(holds(text, "- C came in: it cannot wait"));
  CHECK(holds(text, "- B was left out: no reason recorded"));
  CHECK(holds(text, "- Dissent: table one keeps B"));
  const text::Value value = contract(room, agreed);
  CHECK(*value.find("agreed")->find("added") == text::Value::list_of<std::string>({"C"}));
  CHECK(*value.find("agreed")->find("dropped") == text::Value::list_of<std::string>({"B"}));
  CHECK(contract(room, std::nullopt).find("agreed")->is_null());
}

TEST_CASE("priorities: an open Kemeny search is said in words and as null") {
  ConsensusOptions options;
  options.kemeny.states = 1;
  const Consensus room = reach_consensus(
      tests::profile_of({"A", "B", "C"},
                        {{{{"A"}, {"B"}, {"C"}}, 2}, {{{"B"}, {"C"}, {"A"}}, 2}, {{{"C"}, {"A"}, {"B"}}, 2}}, 1, 3),
      model::ConsensusMethod::points, options);
  CHECK(room.kemeny.proven);  // the circle bound meets the cost, so the cost is known without a search
  CHECK_FALSE(room.kemeny.orders);
  CHECK(holds(kemeny_sentence(room), "how many orders do so is not known"));
  CHECK(contract(room, std::nullopt).find("kemeny")->find("optimal_orders")->is_null());
}

TEST_CASE("priorities: text from the project is escaped in the picture") {
  ItemNames names = item_names({"A", "B"}, nullptr);
  names.titles[0] = "<script>&";
  const std::string svg = draw_consensus(count({"A", "B"}, {{{{"A"}}, 1}}, 1), names, {"<b>", ""}, {});
  CHECK_FALSE(holds(svg, "<script>"));
  CHECK(holds(svg, "&lt;script&gt;&amp;"));
}

TEST_CASE("priorities: the picture shows what the room agreed beside what was counted, with the reasons") {
  model::AgreedPriorities agreed;
  agreed.date = *text::parse_date("2024-04-24");
  agreed.order = {"C", "A"};
  agreed.reasons.add("C", "it cannot wait");
  const ItemNames names = item_names({"A", "B", "C"}, nullptr);
  const auto room = count({"A", "B", "C"}, {{{{"A"}, {"B"}}, 2}}, 2);
  const std::string svg = draw_consensus(room, names, {"", ""}, agreed);
  CHECK(holds(svg, ">agreed</text>"));
  CHECK(holds(svg, "In by the count: A and B."));
  CHECK(holds(svg, ">Agreed on 24 April 2024. First one first: C and A.</text>"));
  CHECK(holds(svg, ">C came in: it cannot wait.</text>"));
  std::size_t rings = 0;
  for (std::size_t at = svg.find("<circle"); at != std::string::npos; at = svg.find("<circle", at + 1)) ++rings;
  CHECK(rings == 2);  // C, which nobody listed, and B
  CHECK_FALSE(holds(draw_consensus(room, names, {"", ""}, {}), "agreed"));
}

TEST_CASE("priorities: numbers and places in words") {
  CHECK(ordinal(1) == "first");
  CHECK(ordinal(11) == "11th");
  CHECK(ordinal(22) == "22nd");
  CHECK(figure(13) == "13");
  CHECK(figure(4.5) == "4.5");
  CHECK(figure(10.0 / 3) == "3.33");
  CHECK(figure(0) == "0");
  CHECK(figure(20) == "20");
}
