// SPDX-License-Identifier: MIT
#include "libthrive/project/references.hpp"

#include <doctest/doctest.h>

#include "tests/unit/project/projects.hpp"

namespace {

using namespace thrive;

const project::Opened& example() {
  static const auto opened = tests::open_text(R"(thrive: 1
project: {name: X, sectors: {Faith_Group: Faith groups}}
services:
  gp: {name: GP, sector: faith-group}
  spa: {name: SPA}
pathways:
  current: {flows: [{from: gp, to: spa, tables: [A]}, {from: spa, to: gp}]}
  plan: {redesign_of: current, table: A}
observations:
  o01: {at: gp, perspective: operations, kind: problem, text: Sent back, principles: [macro-1], tables: [A, B]}
  o02: {at: spa -> gp, perspective: operations, kind: problem, text: Sent back twice}
assessments:
  first: {date: 2024-02-21, tables: {A: {scores: {macro-1: 2}}, B: {seats: 3}}}
priorities:
  agreed: {order: [macro-1]}
  tables: {A: {ranking: [macro-1, [macro-2, meso-1]]}}
gaps:
  macro-1: {gaps: [{text: Nobody rings back, from: o02}, {text: Low, from: score macro-1}]}
measures:
  m1: {name: Wait, data: m1.csv, rebase: [{at: 2024-03-04, reason: c1}, {at: 2024-05-06, reason: new forms}]}
ramps:
  r1: {name: R, measure: m1, balancing: [m1], cycles: {c1: {name: C, start: 2024-06-17, act: {next: c2}}, c2: {name: D, start: 2024-07-01}}}
)");
  REQUIRE(opened);
  return *opened;
}

std::string mentions(std::string_view kind, std::string_view id, std::string_view new_name = "NEW") {
  std::string lines;
  for (const project::Mention& mention : project::mentions_of(example(), kind, id))
    lines += yaml::format(mention.path) + (mention.is_key ? " (key)" : "") + ": " + mention.renamed(new_name) + "\n";
  return lines;
}

}  // namespace

TEST_CASE("who refers to a thing is known with every place") {
  CHECK(mentions("service", "gp") ==
        "pathways.current.flows[0].from: NEW\npathways.current.flows[1].to: NEW\nobservations.o01.at: NEW\n"
        "observations.o02.at: spa -> NEW\n");
  CHECK(mentions("item", "macro-1") ==
        "observations.o01.principles[0]: NEW\nassessments.first.tables.A.scores.macro-1 (key): NEW\n"
        "priorities.agreed.order[0]: NEW\npriorities.tables.A.ranking[0]: NEW\ngaps.macro-1 (key): NEW\n"
        "gaps.macro-1.gaps[1].from: score NEW\n");
  CHECK(mentions("item", "meso-1") == "priorities.tables.A.ranking[1][1]: NEW\n");
  CHECK(mentions("measure", "m1") == "ramps.r1.measure: NEW\nramps.r1.balancing[0]: NEW\n");
  CHECK(mentions("cycle", "c1") == "measures.m1.rebase[0].reason: NEW\n");
  CHECK(mentions("cycle", "c2") == "ramps.r1.cycles.c1.act.next: NEW\n");
  CHECK(mentions("observation", "o02") == "gaps.macro-1.gaps[0].from: NEW\n");
  CHECK(mentions("pathway", "current") == "pathways.plan.redesign_of: NEW\n");
  CHECK(mentions("table", "A") ==
        "pathways.current.flows[0].tables[0]: NEW\npathways.plan.table: NEW\nobservations.o01.tables[0]: NEW\n");
  CHECK(mentions("service", "nobody").empty());
}

TEST_CASE("a word of the project's own is found in every spelling") {
  CHECK(mentions("sector", "Faith_Group") == "services.gp.sector: NEW\n");
}

TEST_CASE("where a thing is defined is known, and that a table is defined twice") {
  const auto tables = project::definitions_of(example(), "table", "A");
  REQUIRE(tables.size() == 2);
  CHECK(yaml::format(tables[0].path) == "assessments.first.tables.A");
  CHECK(yaml::format(tables[1].path) == "priorities.tables.A");
  CHECK(tables[0].is_key);
  const auto cycles = project::definitions_of(example(), "cycle", "c2");
  REQUIRE(cycles.size() == 1);
  CHECK(yaml::format(cycles[0].path) == "ramps.r1.cycles.c2");
  CHECK(cycles[0].place.from.line == 22);
}
