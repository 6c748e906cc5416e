// SPDX-License-Identifier: MIT
#include "libthrive/records/field.hpp"

#include <doctest/doctest.h>

#include "libthrive/model/project.hpp"
#include "libthrive/records/entry_names.hpp"
#include "tests/unit/project/projects.hpp"

namespace {

using namespace thrive;

const model::Project& example() {
  static const auto opened = tests::open_text(R"(thrive: 1
project: {name: X}
services:
  gp: {name: GP, wte: 7.5, groupings: [getting-advice, getting-help]}
  spa: {name: SPA}
pathways:
  current:
    flows:
      - {from: gp, to: spa, kind: referral, per_year: 10}
      - {from: gp, to: spa, kind: signpost}
      - {from: spa, to: gp, wait: {median_days: 3}}
measures:
  m1: {name: Wait, data: m1.csv, exclude: [{at: 2024-03-04, reason: strike}, {at: 2024-05-06, reason: bank holiday}]}
ramps:
  r1: {name: R, cycles: {r1c1: {name: C, start: 2024-06-17, end: 2024-06-21}}}
priorities:
  tables: {A: {ranking: [macro-1, [meso-1, meso-2]]}}
)");
  return opened->model();
}

/// What a path names, in one line: its place for the editor, its value; or what is wrong with it.
std::string named(std::string_view path) {
  records::NoField problem;
  const auto at = records::field_at(example(), path, problem);
  if (!at) return problem.message + (problem.hint.empty() ? "" : "; " + problem.hint);
  std::string line = yaml::format(at->path);
  if (at->absent) line += " (no '" + at->absent->id + "' in " + at->absent->section + "; " + at->absent->hint + ")";
  std::string value = text::to_json(at->present());
  for (std::size_t end; (end = value.find('\n')) != std::string::npos;) value.erase(end, 1);
  return line + " = " + value;
}

}  // namespace

TEST_CASE("a path leads to any field of a project") {
  CHECK(named("services/gp/wte") == "services.gp.wte = 7.5");
  CHECK(named("services/spa/wte") == "services.spa.wte = null");
  CHECK(named("services/gp/groupings/getting-help") == "services.gp.groupings[1] = \"getting-help\"");
  CHECK(named("ramps/r1/cycles/r1c1/end") == "ramps.r1.cycles.r1c1.end = \"2024-06-21\"");
  CHECK(named("ramps/r1/cycles/r1c1/study/learning") == "ramps.r1.cycles.r1c1.study.learning = null");
  CHECK(named("project/name") == "project.name = \"X\"");
}

TEST_CASE("an entry of a list is named by its identity, its date or its place") {
  CHECK(named("pathways/current/flows/gp:spa:referral/per_year") == "pathways.current.flows[0].per_year = 10");
  CHECK(named("pathways/current/flows/2/kind") == "pathways.current.flows[1].kind = \"signpost\"");
  CHECK(named("pathways/current/flows/spa:gp/wait/median_days") == "pathways.current.flows[2].wait.median_days = 3");
  CHECK(named("measures/m1/exclude/2024-05-06/reason") == "measures.m1.exclude[1].reason = \"bank holiday\"");
  CHECK(named("priorities/tables/A/ranking/macro-1") == "priorities.tables.A.ranking[0] = \"macro-1\"");
  CHECK(named("priorities/tables/A/ranking/2/meso-2") == "priorities.tables.A.ranking[1][1] = \"meso-2\"");
  CHECK(named("pathways/current/flows/gp:spa/per_year") ==
        "'gp:spa' names 2 entries of 'pathways/current/flows'; say which: 'pathways/current/flows/gp:spa:referral', "
        "'pathways/current/flows/gp:spa:signpost'");
}

TEST_CASE("where a path goes wrong the nearest is offered") {
  CHECK(named("services/gp/wtee") == "'services/gp' has no field 'wtee'; did you mean 'services/gp/wte'?");
  CHECK(named("servces/gp/wte") == "a project has no section 'servces'; did you mean 'services/gp/wte'?");
  CHECK(named("pathways/current/flows/spa:pg/note") ==
        "'pathways/current/flows' has no entry 'spa:pg'; did you mean 'pathways/current/flows/spa:gp/note'?");
  CHECK(named("pathways/current/flows/9") ==
        "'pathways/current/flows' has no entry '9'; its 3 entries: gp:spa:referral, gp:spa:signpost, spa:gp");
  CHECK(named("services/gp/wte/x") == "'services/gp/wte' is a single value and has no 'x'");
  CHECK(named("services/g p/wte") == "'g p' cannot be an id: ids are letters, digits, '-', '_' and '.'");
}

TEST_CASE("an entry of a section that is not there yet is no mistake, and the nearest is known") {
  CHECK(named("services/gpp/wte") == "services.gpp.wte (no 'gpp' in services; did you mean 'services/gp/wte'?) = null");
}

TEST_CASE("what a path names knows its rule and its meaning") {
  records::NoField problem;
  const auto at = records::field_at(example(), "services/gp/wte", problem);
  REQUIRE(at);
  CHECK(at->meaning() == "Staff in post, whole-time equivalent");
  CHECK(at->rule.minimum == 0.0);
  CHECK(at->owner->title == "service");
  CHECK(at->owner_path == std::vector<std::string>{"services", "gp"});
  CHECK(at->shape->kind == records::Kind::number);
  const auto entry = records::field_at(example(), "services/gp", problem);
  REQUIRE(entry);
  CHECK(entry->is_entry);
  CHECK(entry->record->title == "service");
  CHECK(entry->rule.defined_kind.empty());
}

TEST_CASE("the steps below a path are the fields of a record, the ids of a section, the entries of a list") {
  const auto below = [](std::string_view path) {
    records::NoField problem;
    std::string names;
    for (const records::Step& step : records::steps_below(*records::field_at(example(), path, problem)))
      names += (names.empty() ? "" : " ") + step.name;
    return names;
  };
  CHECK(below("services") == "gp spa");
  CHECK(below("pathways/current/flows") == "gp:spa:referral gp:spa:signpost spa:gp");
  CHECK(below("measures/m1/exclude/1") == "at reason");
  CHECK(below("services/gp/wte").empty());
  CHECK(below("").starts_with("thrive project services pathways"));
}

TEST_CASE("every name of an entry leads back to it") {
  records::NoField problem;
  const auto flows = records::field_at(example(), "pathways/current/flows", problem);
  REQUIRE(flows);
  const auto names = records::entry_names(flows->shape->plain(), flows->value);
  for (std::size_t i = 0; i < names.size(); ++i)
    CHECK(records::entries_named(flows->shape->plain(), flows->value, names[i]) == std::vector<std::size_t>{i});
}
