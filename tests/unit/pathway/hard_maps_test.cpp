// SPDX-License-Identifier: MIT
//
// Maps that go wrong: nothing marked, everything in one loop, very large, hostile names.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "libthrive/pathway/analysis.hpp"
#include "libthrive/pathway/closing.hpp"
#include "libthrive/pathway/describe/describe.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"
#include "tests/unit/pathway/example_maps.hpp"

using namespace thrive;
using namespace thrive::pathway;
using Ids = std::vector<std::string>;

namespace {

Ids lines_of(const std::string& text) {
  Ids lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end == std::string::npos ? text.size() : end + 1;
  }
  return lines;
}

}  // namespace

TEST_CASE("without marked starts those that nothing leads to stand for them") {
  const model::Project project = tests::letters({"ab", "bc", "dc", "ce"}, "abcdef", "", "");
  const Graph graph = make_graph(project, "current");
  CHECK(graph.starts_assumed);
  CHECK(ids_of(graph, graph.starts) == Ids{"a", "d"});
  CHECK(graph.ends_assumed);
  CHECK(ids_of(graph, graph.ends) == Ids{"e"});
  CHECK(ids_of(graph, unreachable(graph)) == Ids{"f"});
  CHECK(ids_of(graph, dead_ends(graph)) == Ids{"e", "f"});  // nobody marked e as an end
}

TEST_CASE("a map that is one loop starts and ends at its first service") {
  const model::Project project = tests::letters({"ab", "bc", "ca"}, "abc", "", "");
  const Graph graph = make_graph(project, "current");
  CHECK(ids_of(graph, graph.starts) == Ids{"a"});
  CHECK(ids_of(graph, graph.ends) == Ids{"a"});
  CHECK(unreachable(graph).empty());
  CHECK(cannot_reach_end(graph).empty());
  CHECK(loops(graph) == std::vector<std::vector<Node>>{{0, 1, 2}});
  CHECK(shortest_cycles(graph) == std::vector<std::vector<Node>>{{0, 1, 2}});
}

TEST_CASE("an empty project and a pathway without flows are analysed without a fault") {
  const Analysis nothing = analyse(model::Project{}, {.pathway = "current"});
  CHECK(nothing.graph.size() == 0);
  CHECK(nothing.loops.empty());
  const model::Project project = tests::letters({}, "ab", "a", "b");
  const Analysis bare = analyse(project, {.pathway = "current"});
  CHECK(ids_of(bare.graph, bare.unreachable) == Ids{"b"});
  CHECK(ids_of(bare.graph, bare.dead_ends) == Ids{"a"});
  CHECK_FALSE(bare.most_assessments.count);
  CHECK(bare.most_assessments.complete);
}

TEST_CASE("a start without marked flows and a start that is an end are their own routes") {
  model::Project project = tests::letters({"ab"}, "abc", "ac", "bc");
  project.services.find("c")->assesses = true;
  const Graph graph = make_graph(project, "current");
  CHECK(no_wrong_door(graph, {}).fewest_assessments ==
        std::vector<std::vector<std::optional<int>>>{{0, std::nullopt}, {std::nullopt, 1}});
  const auto missing = missing_routes(graph);
  REQUIRE(missing.size() == 2);
  CHECK(missing[0].ends == std::vector<Node>{2});
}

TEST_CASE("self-loops are steps to nowhere: told apart, and no way out") {
  const model::Project project = tests::letters({"ab", "bb", "bc"}, "abc", "a", "c");
  const Graph graph = make_graph(project, "current");
  CHECK(graph.flows.size() == 3);
  CHECK(ids_of(graph, graph.self_loops) == Ids{"b"});
  CHECK(loops(graph).empty());
  CHECK(shortest_cycles(graph).empty());
  CHECK(weak_points(graph).bridges.size() == 2);
}

TEST_CASE("what if a service closed: it goes with its flows") {
  const model::Project project = tests::letters({"ab", "bc", "cd"}, "abcd", "a", "d");
  const Analysis a = analyse(project, {.pathway = "current", .without = {"c"}});
  CHECK(a.graph.ids == Ids{"a", "b", "d"});
  CHECK(a.graph.flows.size() == 1);
  CHECK(ids_of(a.graph, a.unreachable) == Ids{"d"});
  const Loss loss = loss_by_closing(analyse(project, {.pathway = "current"}), a);
  CHECK(loss.unreachable == Ids{"d"});
  CHECK(loss.cannot_reach_end == Ids{"a", "b"});
  CHECK(loss.routes == std::vector<std::pair<std::string, std::string>>{{"a", "d"}});
  CHECK(loss.doors.empty());
}

TEST_CASE("every service is on every map, but a redesign is without what it takes away") {
  model::Project project = tests::letters({"ab", "bc"}, "abcxy", "a", "b");
  model::Pathway target;
  target.redesign_of = "current";
  for (const char* to : {"c", "x"}) {
    target.flows.emplace_back();
    target.flows.back().from = "a";
    target.flows.back().to = to;
  }
  project.pathways.add("target", std::move(target));
  const Graph today = make_graph(project, "current");
  CHECK(today.ids == Ids{"a", "b", "c", "x", "y"});
  CHECK(ids_of(today, unreachable(today)) == Ids{"x", "y"});
  CHECK(ids_of(today, today.drawn_elsewhere) == Ids{"x"});
  const Graph redesigned = make_graph(project, "target");
  CHECK(redesigned.ids == Ids{"a", "c", "x", "y"});
  CHECK(redesigned.drawn_elsewhere.empty());
}

TEST_CASE("the route with most assessments is cut by the hop limit and says so") {
  // A chain of six that all assess.
  model::Project project = tests::letters({"ab", "bc", "cd", "de", "ef", "af"}, "abcdef", "a", "f");
  for (const char* id : {"a", "b", "c", "d", "e", "f"}) project.services.find(id)->assesses = true;
  const Graph graph = make_graph(project, "current");
  const MostAssessments cut = most_assessments(graph, graph.starts, graph.ends, {.hops = 4});
  CHECK(cut.count == 2);  // a -> f
  CHECK(cut.limit == 4);
  CHECK_FALSE(cut.complete);
  const MostAssessments whole = most_assessments(graph, graph.starts, graph.ends, {.hops = 5});
  CHECK(whole.count == 6);
  CHECK(whole.limit == 5);
  CHECK(whole.complete);
}

TEST_CASE("when the effort is spent the search says how far it got, and what it says is true") {
  // Complete graph of 14 services that all assess: 13 hops would visit all, too many routes to try.
  std::string services = "abcdefghijklmn";
  std::vector<std::string> flows;
  for (const char from : services)
    for (const char to : services)
      if (from != to) flows.push_back({from, to});
  model::Project project = tests::letters(flows, services, "a", "n");
  for (std::size_t i = 0; i < services.size(); i += 2) project.services.find(services.substr(i, 1))->assesses = true;
  const Graph graph = make_graph(project, "current");
  const MostAssessments most = most_assessments(graph, graph.starts, graph.ends, {.hops = 13, .effort = 300});
  CHECK(most.limit < 13);
  CHECK_FALSE(most.complete);
  REQUIRE(most.count);
  CHECK(static_cast<int>(most.route.size()) <= most.limit + 1);
  // By hand: 7 of 14 assess (a, c, ... m); a route of k hops to n, which does not, holds a and k - 1 others.
  CHECK(*most.count == std::min(7, most.limit));
}

TEST_CASE("500 services and 5,000 flows are analysed") {
  model::Project project;
  for (int i = 0; i < 500; ++i) {
    model::Service service;
    service.name = "Service " + std::to_string(i);
    service.assesses = i % 7 == 0;
    service.start = i < 20;
    service.end = i >= 480;
    service.groupings = {"getting-help"};
    project.services.add("s" + std::to_string(i), std::move(service));
  }
  model::Pathway pathway;
  unsigned seed = 12345;
  const auto next = [&] { return (seed = seed * 1103515245u + 12345u) / 65536u % 500u; };
  for (int i = 0; i < 5000; ++i) {
    model::Flow flow;
    flow.from = "s" + std::to_string(next());
    flow.to = "s" + std::to_string(next());
    pathway.flows.push_back(std::move(flow));
  }
  project.pathways.add("current", std::move(pathway));
  const Analysis a = analyse(project, {.pathway = "current", .groupings = {"getting-help"}});
  CHECK(a.graph.flows.size() == 5000);
  CHECK(a.doors.size() == 20);
  REQUIRE(a.most_assessments.count);
  const std::set<Node> visited(a.most_assessments.route.begin(), a.most_assessments.route.end());
  CHECK(visited.size() == a.most_assessments.route.size());
}

TEST_CASE("names that do harm elsewhere are only names here") {
  model::Project project = tests::letters({"ab", "bc", "ba"}, "abcd", "a", "c");
  project.services.find("a")->name = "<script>alert('x')</script> & \"Söhne\"";
  project.services.find("b")->name = std::string(200, 'W');
  project.services.find("c")->name = "مركز الشباب | =SUM(A1)";
  project.services.find("d")->name = "two\nlines [link](http://example)";
  const auto& words = project::built_in_vocabulary();
  AnalysisOptions options{.pathway = "current"};
  options.groupings = words.ids("groupings");
  options.perspectives = words.ids("perspectives");
  options.kinds = words.ids("observation-kinds");
  const Analysis a = analyse(project, options);
  const auto found = pathway::findings(a, words);
  const report::Document document = describe(project, a, found, found, words);
  const std::string html = report::to_html(document);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("&lt;script&gt;") != std::string::npos);
  CHECK(html.find("مركز الشباب") != std::string::npos);
  for (const std::string& line : lines_of(report::to_text(document))) CHECK(text::display_width(line) <= 80);
  const std::string csv = report::to_csv(analysis_table("services", a, found, words));
  CHECK(csv.find("\"<script>alert('x')</script> & \"\"Söhne\"\"\"") != std::string::npos);
  // A finding is one line wherever findings are one a line.
  const auto lines = lines_of(finding_lines(found));
  CHECK(lines.size() == found.size());
}

TEST_CASE("the order of the file changes no result, only its order") {
  const model::Project one = tests::letters({"ab", "bc", "cb", "bd", "de"}, "abcde", "a", "e");
  const model::Project other = tests::letters({"de", "cb", "bd", "bc", "ab"}, "edcba", "a", "e");
  const Graph first = make_graph(one, "current");
  const Graph second = make_graph(other, "current");
  const auto sorted = [](Ids ids) {
    std::ranges::sort(ids);
    return ids;
  };
  CHECK(ids_of(first, loops(first)[0]) == ids_of(second, loops(second)[0]));
  CHECK(sorted(ids_of(first, weak_points(first).articulation_points)) ==
        sorted(ids_of(second, weak_points(second).articulation_points)));
  const auto behind = [](const Graph& graph, const char* id) {
    return dominators(graph).behind[*graph.find(id)].size();
  };
  for (const char* id : {"a", "b", "c", "d", "e"}) CHECK(behind(first, id) == behind(second, id));
}
