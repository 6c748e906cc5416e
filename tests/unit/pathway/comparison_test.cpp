// SPDX-License-Identifier: MIT
//
// Two maps side by side, and the tables' maps on the way to one.
#include <doctest/doctest.h>

#include <string>

#include "libthrive/pathway/agenda.hpp"
#include "libthrive/pathway/agreement.hpp"
#include "libthrive/pathway/comparison.hpp"
#include "tests/unit/pathway/example_maps.hpp"

using namespace thrive;
using namespace thrive::pathway;
using Ids = std::vector<std::string>;
using Flows = std::vector<FlowIds>;

namespace {

model::Pathway drawing(const std::vector<std::string>& flows) {
  return tests::letters(flows, "", "", "").pathways[0].value;
}

}  // namespace

TEST_CASE("two pathways of one project: both, one only, the other way round, changed; Jaccard and kappa") {
  // A: ab bc cd; B: ab cb ce. Shared services a b c (d is A's, e is B's).
  model::Project project = tests::letters({"ab", "bc", "cd"}, "abcdef", "a", "d");
  project.pathways.add("target", drawing({"ab", "cb", "ce"}));
  project.pathways.find("current")->flows[0].per_year = 10;
  project.pathways.find("target")->flows[0].per_year = 4;
  project.pathways.find("target")->flows[0].wait.emplace().median_days = 7;
  const Comparison c = compare({&project, "current"}, {&project, "target"});
  CHECK(c.services_both == Ids{"a", "b", "c"});
  CHECK(c.services_only_a == Ids{"d"});
  CHECK(c.services_only_b == Ids{"e"});
  CHECK(c.flows_both == Flows{{"a", "b"}});
  CHECK(c.flows_only_a == Flows{{"b", "c"}, {"c", "d"}});
  CHECK(c.flows_only_b == Flows{{"c", "b"}, {"c", "e"}});
  CHECK(c.reversed == Flows{{"b", "c"}});
  REQUIRE(c.changed.size() == 2);
  CHECK(c.changed[0].field == "per_year");
  CHECK(c.changed[0].a == text::Value(10.0));
  CHECK(c.changed[1].field == "wait.median_days");
  CHECK(c.changed[1].a.is_null());
  // By hand: 1 of 5 flows is in both. Kappa over the 6 ordered pairs of a, b, c: both draw ab; A alone bc; B alone cb;
  // observed (1 + 3) / 6, chance (2 x 2 + 4 x 4) / 36 = 20/36, kappa (24/36 - 20/36) / (16/36) = 1/4.
  CHECK(*c.jaccard == doctest::Approx(0.2));
  CHECK(*c.kappa == doctest::Approx(0.25));
}

TEST_CASE("two projects: all services count by id, and what they say of a service is compared") {
  const model::Project a = tests::letters({"ab"}, "abx", "a", "b");
  model::Project b = tests::letters({"ab", "ba"}, "aby", "a", "b");
  b.services.find("b")->assesses = true;
  const Comparison c = compare({&a, "current"}, {&b, "current"});
  CHECK(c.services_only_a == Ids{"x"});
  CHECK(c.services_only_b == Ids{"y"});
  REQUIRE(c.changed.size() == 1);
  CHECK(c.changed[0].service == "b");
  CHECK(c.changed[0].field == "assesses");
  CHECK(*c.jaccard == doctest::Approx(0.5));
  // B draws every pair: chance is 1/2 x 1, observed 1/2.
  CHECK(*c.kappa == doctest::Approx(0.0));
}

TEST_CASE("every field of services and flows is compared") {
  const model::Project a = tests::letters({"ab"}, "ab", "a", "b");
  model::Project b = tests::letters({"ab"}, "ab", "a", "b");
  model::Service& service = *b.services.find("a");
  service.hours = "24/7";
  service.age = "0-18";
  service.accepts = {"self"};
  service.commissioned_by = "ICB";
  service.last_updated = text::parse_date("2024-02-21");
  model::Flow& flow = b.pathways.find("current")->flows[0];
  flow.tables = {"A"};
  flow.note = "by telephone";
  std::string fields;
  const Comparison c = compare({&a, "current"}, {&b, "current"});
  for (const ChangedField& changed : c.changed) fields += changed.field + " ";
  CHECK(fields == "commissioned_by age hours accepts last_updated tables note ");
  CHECK(c.changed[3].a.is_null());
}

TEST_CASE("services of two projects are matched by name where their ids differ, if nothing else has the name") {
  model::Project a = tests::letters({"ab", "bc"}, "abc", "a", "c");
  model::Project b = tests::letters({"ax", "xy"}, "axyz", "a", "y");
  a.services.find("b")->name = "Youth hub";
  b.services.find("x")->name = "youth HUB";
  a.services.find("c")->name = b.services.find("y")->name = b.services.find("z")->name = "Drop-in";
  const Comparison c = compare({&a, "current"}, {&b, "current"});
  CHECK(c.same_name == std::vector<std::pair<std::string, std::string>>{{"b", "x"}});
  CHECK(c.services_both == Ids{"a", "b"});
  CHECK(c.services_only_a == Ids{"c"});
  CHECK(c.services_only_b == Ids{"y", "z"});
  CHECK(c.flows_both == Flows{{"a", "b"}});
  CHECK(c.flows_only_b == Flows{{"b", "y"}});
  REQUIRE(c.changed.size() == 1);
  CHECK(c.changed[0].field == "name");
}

TEST_CASE("a map is like itself, and two empty ones have nothing to compare") {
  const model::Project project = tests::letters({"ab", "bc", "bb"}, "abc", "a", "c");
  const Comparison c = compare({&project, "current"}, {&project, "current"});
  CHECK(c.jaccard == 1.0);
  CHECK(*c.kappa == doctest::Approx(1.0));
  const model::Project empty = tests::letters({}, "ab", "", "");
  const Comparison none = compare({&empty, "current"}, {&empty, "current"});
  CHECK_FALSE(none.jaccard);
  CHECK_FALSE(none.kappa);
}

TEST_CASE("flows drawn more than once are compared one by one, and their number is a change") {
  model::Project project = tests::letters({"ab", "ab"}, "ab", "a", "b");
  project.pathways.add("target", drawing({"ab"}));
  project.pathways.find("current")->flows[1].per_year = 3;
  const Comparison c = compare({&project, "current"}, {&project, "target"});
  CHECK(c.flows_both.size() == 1);
  REQUIRE(c.changed.size() == 1);
  CHECK(c.changed[0].field == "drawn");
}

TEST_CASE("disputed flows come first, and what tables say differently of one is not merged") {
  model::Project project = tests::letters({"ax"}, "abcx", "a", "c");
  for (const auto& [id, flows] : std::vector<std::pair<std::string, std::vector<std::string>>>{
           {"table-a", {"ab", "bc"}}, {"table-b", {"ab", "ca"}}, {"table-c", {"ab", "bc"}}}) {
    model::Pathway variant = drawing(flows);
    variant.variant_of = "current";
    variant.table = id.substr(6);
    project.pathways.add(id, variant);
  }
  project.pathways.find("table-a")->flows[0].per_year = 120;
  project.pathways.find("table-b")->flows[0].per_year = 95;
  project.pathways.find("table-c")->flows[0].kind = "referral";
  CHECK(common_pathway(project, "") == "current");
  const Agreement result = agreement(project, "current");
  REQUIRE(result.flows.size() == 4);
  CHECK(result.flows[0].flow == FlowIds{"b", "c"});  // two of three and one of three are as far from half
  CHECK(result.flows[1].flow == FlowIds{"c", "a"});
  CHECK(result.flows[2].flow == FlowIds{"a", "b"});
  CHECK(result.flows[2].tables == Ids{"a", "b", "c"});
  CHECK_FALSE(result.flows[2].merged.per_year);
  REQUIRE(result.flows[2].different.size() == 1);
  CHECK(result.flows[2].different[0].said[1].value == "95");
  CHECK(result.flows[2].merged.kind == "referral");  // the only table that says
  CHECK(result.flows[3].tables.empty());             // on the common map, drawn by no table
  CHECK(result.disputed() == 2);
  const auto flows = flows_to_add(result, 2);
  REQUIRE(flows.size() == 2);
  CHECK(flows[0].to == "c");
  CHECK(flows[1].tables == Ids{"a", "b", "c"});
  CHECK(flows_to_add(result, 3).size() == 1);
}

TEST_CASE("the usual agenda does not fit its first hour, and says by how much") {
  const auto sessions = usual_agenda({"one", "two", "three", "four"}, 60, 60);
  REQUIRE(sessions.size() == 2);
  CHECK(sessions[0].needed() == 75);
  CHECK(sessions[0].over() == 15);
  CHECK(sessions[1].needed() == 60);
  CHECK(sessions[1].over() == 0);
  CHECK(minutes_of_day("09:30") == 570);
  CHECK(time_of_day(570 + 75) == "10:45");
  for (const char* wrong : {"9:30", "24:00", "12:60", "noon", ""}) CHECK(minutes_of_day(wrong) == -1);
}
