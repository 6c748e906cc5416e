// SPDX-License-Identifier: MIT
//
// Small maps on which a slip of one step, one flow or one missing figure shows. All expected values by hand.
#include <doctest/doctest.h>

#include "libthrive/pathway/agreement.hpp"
#include "libthrive/pathway/analysis.hpp"
#include "libthrive/pathway/closing.hpp"
#include "libthrive/pathway/comparison.hpp"
#include "libthrive/pathway/doors.hpp"
#include "libthrive/pathway/entry/additions.hpp"
#include "libthrive/pathway/people.hpp"
#include "libthrive/pathway/routes.hpp"
#include "libthrive/pathway/similar.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "tests/unit/pathway/example_maps.hpp"

using namespace thrive;
using namespace thrive::pathway;

TEST_CASE("of routes with equally many assessments the shortest is named") {
  // a assesses, and lies only on a way back to t: no route without repeats has an assessment in it. s-t is one step,
  // s-u-t two. z, on no way, lets the search look at four steps, where t has the way back to go.
  model::Project project = tests::letters({"st", "su", "ut", "ta", "at"}, "sutaz", "s", "t");
  project.services.find("a")->assesses = true;
  const Graph graph = make_graph(project, "current");
  const MostAssessments most = most_assessments(graph, {*graph.find("s")}, {*graph.find("t")});
  CHECK(most.count == 0);
  CHECK(most.route == std::vector<Node>{*graph.find("s"), *graph.find("t")});
  CHECK(most.complete);
}

TEST_CASE("a search whose effort is spent never claims that there is nothing longer") {
  // The way s-a-b-c-d-t of five steps is the only one: with two steps allowed something longer always exists.
  const model::Project project = tests::letters({"sa", "ab", "bc", "cd", "dt"}, "sabcdt", "s", "t");
  const Graph graph = make_graph(project, "current");
  for (std::size_t effort = 0; effort < 40; ++effort) {
    const MostAssessments most =
        most_assessments(graph, {*graph.find("s")}, {*graph.find("t")}, RouteSearch{2, effort});
    CAPTURE(effort);
    CHECK_FALSE(most.complete);
  }
  CHECK(most_assessments(graph, {*graph.find("s")}, {*graph.find("t")}, RouteSearch{5, 1000}).complete);
}

TEST_CASE("a step to or from a service without a sector is no change, and a later way may be the better one") {
  // s (health) to c (school) is a change; by way of n, whose sector nobody recorded, none is known.
  model::Project project = tests::letters({"sc", "sn", "nc"}, "snc", "s", "c");
  project.services.find("s")->sector = "health";
  project.services.find("c")->sector = "school";
  const Graph graph = make_graph(project, "current");
  const auto fewest = fewest_sector_changes_from(graph, *graph.find("s"));
  CHECK(fewest[*graph.find("n")] == 0);
  CHECK(fewest[*graph.find("c")] == 0);
}

TEST_CASE("people pass a service who complete there, though no flow leads on") {
  Queue queue;
  queue.in.add(40);
  queue.out.add(10);
  queue.completes = 50;
  CHECK(people_passing(queue) == 60.0);  // max(40, 10 + 50)
  queue.completes = 5;
  CHECK(people_passing(queue) == 40.0);  // max(40, 10 + 5)
}

TEST_CASE("flows drawn twice differ when only their waits do") {
  model::Project project = tests::letters({"ab", "ab"}, "ab", "a", "b");
  CHECK_FALSE(parallel_flows(make_graph(project, "current")).front().differ);
  tests::flow(project, 1).wait = model::Wait{};
  tests::flow(project, 1).wait->median_days = 7;
  CHECK(parallel_flows(make_graph(project, "current")).front().differ);
}

TEST_CASE("a comparison of two projects sees how many complete, and each detail of a wait") {
  model::Project a = tests::letters({"ab"}, "ab", "a", "b");
  model::Project b = a;
  b.services.find("b")->completes_per_year = 12;
  tests::flow(a, 0).wait = model::Wait{};
  tests::flow(a, 0).wait->p90_days = 30;
  std::vector<std::string> fields;
  for (const ChangedField& changed : compare({&a, "current"}, {&b, "current"}).changed) fields.push_back(changed.field);
  CHECK(fields == std::vector<std::string>{"completes_per_year", "wait.p90_days"});
}

TEST_CASE("one who assesses and one who does not are no doubles") {
  // x and y have the same three senders and the same grouping.
  model::Project project = tests::letters({"ax", "bx", "cx", "ay", "by", "cy"}, "abcxy", "a", "x");
  for (const char* id : {"x", "y"}) project.services.find(id)->groupings = {"getting-help"};
  CHECK(similar_services(make_graph(project, "current")).size() == 1);
  project.services.find("y")->assesses = true;
  CHECK(similar_services(make_graph(project, "current")).empty());
}

TEST_CASE("two new services of one id contradict each other, also when both are new") {
  Drafts drafts;
  for (const char* name : {"Youth hub", "Drop-in"}) {
    Draft draft;
    draft.add("id", "hub");
    draft.add("name", name);
    drafts.services.push_back(draft);
  }
  text::Diagnostics problems;
  additions_of(drafts, model::Project{}, project::built_in_vocabulary(), problems);
  REQUIRE(problems.entries().size() == 1);
  CHECK(problems.entries().front().code == "service-already-there");
}

TEST_CASE("of two waits recorded for one step the shorter one counts") {
  model::Project project = tests::letters({"ab", "ab", "ab"}, "ab", "a", "b");
  for (std::size_t number = 0; number < 2; ++number) tests::flow(project, number).wait = model::Wait{};
  tests::flow(project, 0).wait->median_days = 4;
  tests::flow(project, 1).wait->median_days = 10;
  const Graph graph = make_graph(project, "current");
  CHECK(recorded_waits(graph)[0][0] == 4.0);
  CHECK(shortest_wait_from(graph, recorded_waits(graph), 0)[1] == 4.0);
}

TEST_CASE("a sector of one service is its own only bridge, and that is no news") {
  model::Project project = tests::letters({"ac", "bc"}, "abcd", "a", "c");
  for (const char* id : {"a", "b"}) project.services.find(id)->sector = "school";
  project.services.find("c")->sector = "health";
  CHECK(only_bridges(make_graph(project, "current")).empty());
  project.services.find("d")->sector = "health";  // now there is another service that could be the way
  REQUIRE(only_bridges(make_graph(project, "current")).size() == 1);
  CHECK(only_bridges(make_graph(project, "current")).front().service == 2);
}

TEST_CASE("a service is matched by its name only where both ids are free") {
  model::Project a = tests::letters({}, "x", "x", "x");
  model::Project b = tests::letters({}, "xy", "x", "y");
  b.services.find("y")->name = a.services.find("x")->name;
  b.services.find("x")->name = "Another";  // x of B is not x of A by name, but has its id
  CHECK(compare({&a, "current"}, {&b, "current"}).same_name.empty());
}

TEST_CASE("services are alike from half of their neighbours on, the flow between the two left out") {
  // By hand: a, b and c send to both, d to x only, e and f to y only: 3 of 6.
  model::Project project = tests::letters({"ax", "bx", "cx", "dx", "ay", "by", "cy", "ey", "fy"}, "abcdefxy", "a", "x");
  for (const char* id : {"x", "y"}) project.services.find(id)->groupings = {"getting-help"};
  REQUIRE(similar_services(make_graph(project, "current")).size() == 1);
  CHECK(similar_services(make_graph(project, "current")).front().likeness == 0.5);
  // a, b and c send to both and x to y: 3 of 3.
  model::Project linked = tests::letters({"ax", "bx", "cx", "ay", "by", "cy", "xy"}, "abcxy", "a", "x");
  for (const char* id : {"x", "y"}) linked.services.find(id)->groupings = {"getting-help"};
  REQUIRE(similar_services(make_graph(linked, "current")).size() == 1);
  CHECK(similar_services(make_graph(linked, "current")).front().likeness == 1.0);
}

TEST_CASE("of two services that are equally near the first in the project is named") {
  model::Project project = tests::letters({"ax", "ay"}, "axy", "a", "y");
  for (const char* id : {"x", "y"}) project.services.find(id)->groupings = {"getting-help"};
  const Graph graph = make_graph(project, "current");
  const Access access = no_wrong_door(graph, {"getting-help"}).doors.front().access.front();
  CHECK(access.nearest == graph.find("x"));
  CHECK(access.handoffs == 1);
}

TEST_CASE("what nobody could reach before is not lost by closing a service") {
  // b serves the grouping and is an end; a leads to c only, so a never reached b. Closing c loses no door, no route.
  model::Project project = tests::letters({"ac", "cd"}, "abcd", "a", "b");
  project.services.find("b")->groupings = {"getting-help"};
  AnalysisOptions options;
  options.pathway = "current";
  options.groupings = {"getting-help"};
  const Analysis whole = analyse(project, options);
  options.without = {"c"};
  const Loss loss = loss_by_closing(whole, analyse(project, options));
  CHECK(loss.doors.empty());
  CHECK(loss.routes.empty());
}

TEST_CASE("agreement beyond chance is about steps between two services, not about loops on one") {
  const model::Project a = tests::letters({"ab", "aa"}, "ab", "a", "b");
  const model::Project b = tests::letters({"ab"}, "ab", "a", "b");
  CHECK(compare({&a, "current"}, {&b, "current"}).kappa == doctest::Approx(1));  // ab is drawn by both, ba by none
}

TEST_CASE("a table that draws a flow twice is one table") {
  model::Project project = tests::letters({}, "ab", "a", "b");
  model::Pathway drawing = *tests::letters({"ab", "ab"}, "ab", "a", "b").pathways.find("current");
  drawing.variant_of = "current";
  drawing.table = "T1";
  project.pathways.add("t1", drawing);
  const Agreement found = agreement(project, "current");
  REQUIRE(found.flows.size() == 1);
  CHECK(found.flows.front().tables == std::vector<std::string>{"T1"});
  CHECK(flows_to_add(found, 1).size() == 1);
  CHECK(flows_to_add(found, 2).empty());
}
