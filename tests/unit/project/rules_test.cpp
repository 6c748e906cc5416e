// SPDX-License-Identifier: MIT
// What must be true between the parts of a project. The error gallery holds a case for every message; here is what is
// right and must stay silent, and what is told of several files.
#include <doctest/doctest.h>

#include <string>

#include "libthrive/project/reading/content.hpp"
#include "tests/unit/project/projects.hpp"

using namespace thrive;
using tests::messages_of;
using tests::open_text;

namespace {

const std::string head = "thrive: 1\nproject: {name: x}\n";
const std::string services = "services:\n  gp: {name: GP}\n  spa: {name: SPA}\n";
const std::string instrument =
    "instruments:\n  own:\n    scale: {min: 0, max: 2, thrive_like_from: 1}\n    items:\n"
    "      A1: {level: macro, title: t, descriptors: {0: a, 1: b, 2: c}}\n"
    "      A2: {level: meso, title: t, descriptors: {0: a, 1: b, 2: c}}\n";

}  // namespace

TEST_CASE("references that hold are silent, wherever their section stands") {
  CHECK(
      messages_of(head +
                  "observations:\n  o1: {at: gp->spa, perspective: operations, kind: duplication, text: t}\n"
                  "  o2: {at: spa, perspective: Outcomes and Measures, kind: Duplication, text: t, principles: [A1]}\n"
                  "pathways:\n  a: {variant_of: b, flows: [{from: gp, to: gp}]}\n"
                  "  b: {flows: [{from: gp, to: spa}, {from: gp, to: spa, kind: signpost}]}\n"
                  "ramps:\n  r1:\n    name: n\n    priority: A1\n    idea: i1\n    cycles:\n"
                  "      c1: {name: n, start: 2024-01-01, end: 2024-01-01, act: {next: c9}}\n"
                  "  r2: {name: m, cycles: {c9: {name: n, start: 2024-01-02}}}\n"
                  "priorities:\n  agreed: {order: [A1]}\nideas: {i1: {text: t, priority: A1, benefit: {A: 5}}}\n"
                  "assessments:\n  one: {date: 2024-01-01, instrument: own, agreed: {A1: 0, A2: unknown}}\n" +
                  instrument + services) == "");
}

TEST_CASE("without an assessment the items are those of the built-in instrument, or the candidates") {
  CHECK(messages_of(head + "gaps:\n  macro-1: {ideal: t}\npriorities: {agreed: {order: [macro-1]}}\n") == "");
  CHECK(messages_of(head + "priorities:\n  rules: {candidates: [X, Y]}\n  tables: {T: {ranking: [[X, Y]]}}\n"
                           "  agreed: {order: [X]}\ngaps: {X: {ideal: t}}\n") == "");
  CHECK(messages_of(head + "priorities: {tables: {T: {ranking: [Q]}}}\n").find("[unknown-item]") != std::string::npos);
}

TEST_CASE("a later assessment with another instrument decides what the items are") {
  const std::string two = head + instrument +
                          "assessments:\n  late: {date: 2025-01-01, instrument: own, agreed: {A1: 1}}\n"
                          "  early: {date: 2024-01-01, agreed: {macro-1: 2}}\n";
  CHECK(messages_of(two + "priorities: {agreed: {order: [A1]}}\n") == "");
  CHECK(messages_of(two + "priorities: {agreed: {order: [macro-1]}}\n").find("instrument 'own' has no item") !=
        std::string::npos);
  CHECK(messages_of(two + "observations: {}\n") == "");
}

TEST_CASE("a project's own sectors are known everywhere in it, and nowhere else") {
  const std::string own = "services:\n  a: {name: A, sector: housing}\n";
  CHECK(messages_of("thrive: 1\nproject: {name: x, sectors: {housing: Housing}}\n" + own) == "");
  CHECK(messages_of(head + own).find("[unknown-word]") != std::string::npos);
  const auto project = open_text("thrive: 1\nproject: {name: x, sectors: {housing: Housing and homes}}\n" + own);
  REQUIRE(project);
  CHECK(project->vocabulary().name("sectors", "housing") == "Housing and homes");
}

TEST_CASE("votes are numbers of the scale, unknown, or not given") {
  const std::string scores = head + instrument + "assessments:\n  one:\n    date: 2024-01-01\n    instrument: own\n";
  CHECK(messages_of(scores + "    tables: {T: {seats: 4, scores: {A1: {score: 1, votes: [0, unknown, null, ~]}}}}\n") ==
        "");
  const auto project = open_text(scores + "    tables: {T: {scores: {A1: {score: 1, votes: [0, null]}}}}\n");
  REQUIRE(project);
  const model::TableScore& answer = *project->model().assessments.find("one")->tables.find("T")->scores.find("A1");
  CHECK(answer.score.points == 1);
  CHECK(answer.votes.at(0).points == 0);
  CHECK(answer.votes.at(1).is_unknown());
}

TEST_CASE("the files of a folder are one project, and what two of them say is reported with both places") {
  CHECK(messages_of({text::Source("a.yaml", head), text::Source("b.yaml", "thrive: 1\n" + services),
                     text::Source("c.yaml", "services:\n  hub: {name: H}\npriorities: {rules: {choose: 3}}\n"),
                     text::Source("d.yaml", "priorities: {tables: {T: {ranking: []}}}\n")}) == "");
  CHECK(messages_of({text::Source("a.yaml", head + services), text::Source("b.yaml", "services: {gp: {name: G}}\n")}) ==
        "b.yaml:1:12: error: 'gp' is given twice: it is also at a.yaml:4:3; keep one of the two [in-two-files]\n");
  CHECK(messages_of({text::Source("a.yaml", "thrive: 1\n"), text::Source("b.yaml", services)}) ==
        "a.yaml:1:1: error: 'project' is missing in the project file [missing-field]\n");
}

TEST_CASE("what is not YAML is reported for every file, and nothing is said of what could not be read") {
  const std::string messages = messages_of(
      {text::Source("a.yaml", head + "services: [\n"), text::Source("b.yaml", "gaps: {nobody: {}}\n\tx: 1\n")});
  CHECK(messages.find("a.yaml:") != std::string::npos);
  CHECK(messages.find("b.yaml:2") != std::string::npos);
  CHECK(messages.find("unknown-item") == std::string::npos);
}

TEST_CASE("places are found for entries, for items of lists, and for what is not there") {
  const auto project = open_text(head + services + "pathways:\n  p:\n    flows:\n      - {from: gp, to: spa}\n");
  REQUIRE(project);
  CHECK(project->place({"services", "spa", "name"}).from.line == 5);
  CHECK(project->place({"pathways", "p", "flows", "0", "to"}).from.column == 24);
  CHECK(project->place({"pathways", "p", "flows", "7"}).from.line == 9);  // the list itself
  CHECK(project->place({"nothing"}).from.line == 1);
  CHECK(project->place_of_key({"services", "spa"}).from.column == 3);
  CHECK(project->place_of_key({"services", "spa"}).from.line == 5);
}

TEST_CASE("a project with a warning opens; one with an error does not, and its warnings are not repeated") {
  const std::string warned = head + services + "pathways: {p: {flows: [{from: gp, to: spa}, {from: gp, to: spa}]}}\n";
  text::Diagnostics problems;
  CHECK(project::open_texts({text::Source("p.yaml", warned)}, problems));
  CHECK(problems.empty());
  CHECK_FALSE(project::open_texts({text::Source("p.yaml", warned + "gaps: {nobody: {}}\n")}, problems));
  CHECK(problems.entries().size() == 1);
}

TEST_CASE("records come back from their plain form") {
  const auto project =
      open_text(head + services +
                "pathways: {p: {flows: [{from: gp, to: spa, per_year: 1420, wait: {median_days: 2.5}}]}}\n"
                "assessments:\n  a: {date: 2024-01-01, tables: {T: {scores: {macro-1: 2, macro-2: "
                "{score: unknown, evidence: e}}}}}\n");
  REQUIRE(project);
  const text::Value plain = project::to_value(project->model());
  const text::Value* flow = &plain.find("pathways")->find("p")->find("flows")->as_list()->front();
  CHECK(*flow->find("per_year") == text::Value(1420));
  CHECK(*flow->find("wait")->find("median_days") == text::Value(2.5));
  CHECK(flow->find("kind") == nullptr);
  const text::Value* scores = plain.find("assessments")->find("a")->find("tables")->find("T")->find("scores");
  CHECK(*scores->find("macro-1") == text::Value(2));
  CHECK(*scores->find("macro-2")->find("score") == text::Value("unknown"));
  CHECK(plain.find("assessments")->find("a")->find("instrument") == nullptr);
  const text::Value full = project::to_value(project->model(), records::Fullness::full);
  CHECK(*full.find("assessments")->find("a")->find("instrument") == text::Value("thrive-principles"));
  const auto again = open_text(yaml::emit(plain));
  REQUIRE(again);
  CHECK(again->model() == project->model());
}
