// SPDX-License-Identifier: MIT
#include "libthrive/pathway/picture/picture.hpp"

#include <doctest/doctest.h>

#include <string>

#include "libthrive/model/words.hpp"
#include "libthrive/pathway/picture/picture_findings.hpp"
#include "libthrive/pathway/picture/picture_formats.hpp"
#include "libthrive/pathway/picture/picture_svg.hpp"
#include "libthrive/report/render.hpp"

using namespace thrive;
using namespace thrive::pathway;

namespace {

model::Flow flow(const std::string& from, const std::string& to, std::optional<double> people = {},
                 std::optional<double> days = {}) {
  model::Flow made;
  made.from = from;
  made.to = to;
  made.per_year = people;
  if (days) made.wait = model::Wait{days, {}, {}, {}};
  return made;
}

model::Service service(const std::string& name, const std::string& sector) {
  model::Service made;
  made.name = name;
  made.sector = sector;
  return made;
}

/// Four services, one of which nobody can get to, and a redesign that adds a flow, drops one and changes one.
model::Project small_project() {
  model::Project project;
  project.project.name = "Testtown";
  project.services.add("gp", service("GP practices", "health")).start = true;
  project.services.add("spa", service("Single point of access", "health")).assesses = true;
  project.services.add("hub", service("Youth hub", "voluntary")).groupings = {"getting-advice", "thriving"};
  project.services.add("carers", service("Carers' line", "voluntary"));
  model::Pathway& today = project.pathways.add("current");
  today.flows = {flow("gp", "spa", 1000, 9), flow("spa", "hub", 40, 63), flow("hub", "gp")};
  today.flows[2].kind = "return";
  model::Pathway& target = project.pathways.add("target");
  target.flows = {flow("gp", "spa", 800, 9), flow("spa", "hub", 40, 63), flow("gp", "hub", 200, 0)};
  project.observations.add("o1", {"spa", "operations", "quality-problem", "slow", {}, {}});
  project.observations.add("o2", {"spa -> hub", "operations", "duplication", "twice", {}, {}});
  return project;
}

const PictureService& named(const Picture& picture, const std::string& id) {
  for (const PictureService& box : picture.services)
    if (box.id == id) return box;
  FAIL("no service ", id);
  return picture.services.front();
}

model::Vocabulary words() {
  model::Vocabulary vocabulary;
  for (const char* sector : {"health", "voluntary"}) vocabulary.add("sectors", {sector, sector, {}, "", {}});
  vocabulary.add("groupings", {"thriving", "Thriving", {}, "", {{"letter", {"T"}}}});
  vocabulary.add("groupings", {"getting-advice", "Getting Advice", {}, "", {{"letter", {"A"}}}});
  return vocabulary;
}

}  // namespace

TEST_CASE("picture: waits fall into the four bands of the legend, and a missing one into none") {
  CHECK(wait_band(0) == WaitBand::up_to_2_weeks);
  CHECK(wait_band(14) == WaitBand::up_to_2_weeks);
  CHECK(wait_band(15) == WaitBand::up_to_6_weeks);
  CHECK(wait_band(42) == WaitBand::up_to_6_weeks);
  CHECK(wait_band(126) == WaitBand::up_to_18_weeks);
  CHECK(wait_band(127) == WaitBand::over_18_weeks);
  CHECK(wait_band(std::nullopt) == WaitBand::not_recorded);
}

TEST_CASE("picture: lanes, columns, badges and words of every service") {
  const Picture picture = make_picture(small_project(), words(), "current", {});
  CHECK(picture.lanes.size() == 2);
  CHECK(named(picture, "gp").column == 0);
  CHECK(named(picture, "spa").column == 1);
  CHECK(named(picture, "hub").column == 2);
  CHECK(named(picture, "spa").quality_problems == 1);
  CHECK(named(picture, "spa").subline == "1,000 a year · assesses");
  CHECK(named(picture, "gp").subline == "1,000 set out, back not recorded");  // the one flow in has no number
  CHECK(named(picture, "hub").groupings == std::vector<std::string>{"thriving", "getting-advice"});
  CHECK(named(picture, "carers").is_unreachable);
  CHECK(named(picture, "carers").subline == "no way in on this map");
  CHECK(picture.flows[1].label == "9 wk");
  CHECK(picture.flows[1].duplications == 1);
  CHECK(picture.flows[0].label.empty());
  CHECK(picture.flows[2].is_return);
}

TEST_CASE("picture: a project without a pathway has its services and no lines") {
  model::Project project = small_project();
  project.pathways = {};
  const Picture picture = make_picture(project, words(), "", {});
  CHECK(picture.title == "Testtown");
  CHECK(picture.services.size() == project.services.size());
  CHECK(picture.flows.empty());
  CHECK(make_picture(model::Project{}, words(), "", {}).services.empty());
}

TEST_CASE("picture: a filter says what it hides, and never hides a flow whose number nobody knows") {
  PictureOptions options;
  options.min_people = 100;
  const Picture picture = make_picture(small_project(), words(), "current", options);
  CHECK(picture.flows.size() == 2);
  CHECK(picture.hidden.find("1 of 3 flows") != std::string::npos);
  CHECK(picture.hidden.find("3.8 % of the people") != std::string::npos);  // 40 of 1,040, by hand
  CHECK(picture.hidden.find("1 of the flows drawn has no number") != std::string::npos);
}

TEST_CASE("picture: a focus keeps what is near, in either direction") {
  PictureOptions options;
  options.focus = "spa";
  const Picture picture = make_picture(small_project(), words(), "current", options);
  CHECK(picture.services.size() == 3);
  options.focus = "carers";
  CHECK(make_picture(small_project(), words(), "current", options).services.size() == 1);
}

TEST_CASE("picture: a comparison marks what is new, gone and changed with signs") {
  PictureOptions options;
  options.compare_with = "current";
  const Picture picture = make_picture(small_project(), words(), "target", options);
  std::size_t added = 0, removed = 0, changed = 0;
  for (const PictureFlow& line : picture.flows) {
    added += line.change == Change::added;
    removed += line.change == Change::removed;
    changed += line.change == Change::changed;
  }
  CHECK(added == 1);
  CHECK(removed == 1);
  CHECK(changed == 1);
  const std::string svg = picture_svg(picture);
  CHECK(svg.find(">+<") != std::string::npos);
  CHECK(svg.find(">−<") != std::string::npos);
}

TEST_CASE("picture: the same drawing on any paper, in proportion") {
  const model::Project project;
  const Picture picture = make_picture(project, words(), "", {});
  for (const auto& [name, size] :
       {std::pair{"a0", "width=\"1189mm\" height=\"841mm\""}, std::pair{"a1", "width=\"841mm\" height=\"594mm\""},
        std::pair{"a2", "width=\"594mm\" height=\"420mm\""}, std::pair{"a3", "width=\"420mm\" height=\"297mm\""},
        std::pair{"a4", "width=\"297mm\" height=\"210mm\""}})
    CHECK(picture_svg(picture, *model::named<Paper>(name)).find(size) != std::string::npos);
}

TEST_CASE("picture: the same map is the same bytes, and hostile names stay text in every format") {
  model::Project project = small_project();
  project.services.find("spa")->name = "<script>alert(\"1\")</script> & \"friends\"\n]-->|x|";
  const Picture picture = make_picture(project, words(), "current", {});
  CHECK(picture_svg(picture) == picture_svg(make_picture(project, words(), "current", {})));
  for (const std::string& output :
       {picture_svg(picture), picture_graphml(picture), report::to_html(picture_document(picture))})
    CHECK(output.find("<script>alert") == std::string::npos);
  CHECK(picture_dot(picture).find("\"1\"") == std::string::npos);
  CHECK(picture_mermaid(picture).find("]-->|x|") == std::string::npos);
}

TEST_CASE("picture: the only door to others is no place where journeys start, and no column hides who has no way in") {
  model::Project project = small_project();
  project.services.add("crisis", service("Crisis team", "health"));
  project.services.add("clinic", service("Clinic", "health"));
  project.pathways.find("current")->flows = {flow("gp", "spa"), flow("spa", "hub"), flow("spa", "crisis"),
                                             flow("spa", "clinic")};
  const Analysis analysis = analyse(project, {.pathway = "current"});
  // By hand: everybody starts at gp, so it lies before all others too; the door that a map is drawn to show is spa.
  CHECK(picture_gatekeepers(analysis) == std::vector<std::string>{"spa"});
  const auto findings = picture_findings(analysis, words());
  REQUIRE(!findings.empty());
  CHECK(findings.front().services == std::vector<std::string>{"spa"});
  const Picture picture = make_picture(project, words(), "current", {});
  CHECK(picture.columns ==
        std::vector<std::string>{"Where journeys start", "1 step away", "2 steps away, or no way in"});
  project.pathways.find("current")->flows.clear();
  const Picture bare = make_picture(project, words(), "current", {});
  CHECK(bare.columns == std::vector<std::string>{"Where journeys start", "No way in"});
}

TEST_CASE("picture: numbered findings are marked on the services that prove them") {
  PictureOptions options;
  options.findings = {{"One door.", "All go through it.", {"spa"}},
                      {"Hand-offs.", "Half of all moves.", {}},
                      {"Back and forth.", "x", {"gp", "hub"}}};
  const Picture picture = make_picture(small_project(), words(), "current", options);
  CHECK(named(picture, "spa").markers == std::vector<int>{1});
  CHECK(named(picture, "hub").markers == std::vector<int>{2});
  CHECK(picture.findings[1].number == 0);
}
