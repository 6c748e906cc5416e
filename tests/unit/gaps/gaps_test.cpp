// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "libthrive/gaps/checks.hpp"
#include "libthrive/gaps/describe/describe.hpp"
#include "libthrive/gaps/draft.hpp"
#include "libthrive/gaps/training.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"

using namespace thrive;
using namespace thrive::gaps;

namespace {

model::Instrument instrument() {
  model::Instrument made;
  model::Item& item = made.items.add("S3");
  item.level = "meso";
  item.title = "Experience at the front";
  for (const char* score : {"1", "2", "3", "4"}) item.descriptors.add(score, std::string("seen at ") + score);
  return made;
}

model::Assessment assessment() {
  model::Assessment made;
  made.tables.add("A").scores.add("S3", {{1}, "paper triage", {}});
  made.tables.add("B").scores.add("S3", {{3}, "weekly slot", {}});
  made.tables.add("C").scores.add("S3", {{2}, "neither here nor there", {}});
  return made;
}

model::Project one_priority() {
  model::Project made;
  made.priorities = model::Priorities{};
  made.priorities->agreed = model::AgreedPriorities{};
  made.priorities->agreed->order = {"S3"};
  made.observations.add("o1", {"spa", "operations", "good-practice", "advice line", {}, {"S3"}});
  made.observations.add("o2", {"spa", "operations", "quality-problem", "nobody to ring", {}, {"S3", "M1"}});
  made.observations.add("o3", {"spa", "operations", "quality-problem", "about something else", {}, {"M1"}});
  return made;
}

std::vector<std::string> lines(const Draft& draft, LineColumn column) {
  std::vector<std::string> found;
  for (const DraftedLine& line : draft.lines)
    if (line.column == column) found.push_back(line.line.text + " < " + line.line.from.value_or("nowhere"));
  return found;
}

bool has(const std::vector<findings::Finding>& found, const std::string& code) {
  return std::any_of(found.begin(), found.end(),
                     [&code](const findings::Finding& finding) { return finding.code == code; });
}

/// A sheet that nothing can be said against.
model::GapSheet good_sheet() {
  model::GapSheet sheet;
  sheet.ideal = "someone experienced answers";
  sheet.in_place = {{"advice line", {}, {}}};
  sheet.in_development = {{"job plans", {}, {}}};
  sheet.gaps = {{"nobody to ring", {}, "young-person"}};
  sheet.training = {{"signposting", "getting-advice", {}, {}}};
  sheet.recommendations.add("r1", {"test a huddle", "team manager", text::parse_date("2024-11-29"), "nobody to ring"});
  return sheet;
}

}  // namespace

TEST_CASE("gap draft: every line says where it came from") {
  const model::Project made = one_priority();
  const model::Instrument asked = instrument();
  const model::Assessment scored = assessment();
  const Draft draft = draft_sheet(made, &asked, &scored, "S3");
  CHECK(draft.is_new);
  CHECK(draft.ideal == "seen at 4");
  CHECK(lines(draft, LineColumn::in_place) ==
        std::vector<std::string>{"advice line < o1", "weekly slot < score S3 of table B"});
  CHECK(lines(draft, LineColumn::gaps) == std::vector<std::string>{"nobody to ring < o2",
                                                                   "paper triage < score S3 of table A",
                                                                   "neither here nor there < score S3 of table C"});
}

TEST_CASE("gap draft: a person's words stay, and nothing is drafted twice") {
  model::Project made = one_priority();
  const model::Instrument asked = instrument();
  const model::Assessment scored = assessment();
  model::GapSheet& sheet = made.gaps.add("S3");
  sheet.ideal = "in our own words";
  sheet.in_place = {{"advice line", {}, {}}};               // the very words, written by a person
  sheet.gaps = {{"there is no number to ring", "o2", {}}};  // drafted before, then reworded
  const Draft draft = draft_sheet(made, &asked, &scored, "S3");
  CHECK_FALSE(draft.is_new);
  CHECK_FALSE(draft.ideal.has_value());
  CHECK(lines(draft, LineColumn::in_place) == std::vector<std::string>{"weekly slot < score S3 of table B"});
  CHECK(lines(draft, LineColumn::gaps) ==
        std::vector<std::string>{"paper triage < score S3 of table A", "neither here nor there < score S3 of table C"});
}

TEST_CASE("gap draft: a low score without evidence gives what its descriptor says, once") {
  model::Project made = one_priority();
  const model::Instrument asked = instrument();
  model::Assessment scored;
  for (const char* table : {"A", "B"}) scored.tables.add(table).scores.add("S3", {{1}, {}, {}});
  scored.tables.add("C").scores.add("S3", {{4}, {}, {}});
  const std::string words = *asked.items.find("S3")->descriptors.find("1");
  CHECK(lines(draft_sheet(made, &asked, &scored, "S3"), LineColumn::gaps) ==
        std::vector<std::string>{"nobody to ring < o2", words + " < score S3 1 of tables A and B"});
  made.gaps.add("S3").gaps = {{"reworded by a person", "score S3 1 of tables A and B", {}}};
  CHECK(lines(draft_sheet(made, &asked, &scored, "S3"), LineColumn::gaps) ==
        std::vector<std::string>{"nobody to ring < o2"});
}

TEST_CASE("gap checks: a full sheet has no finding, and each thing that is missing has one") {
  model::Project made = one_priority();
  CHECK(has(check_sheets(made), "priority-without-sheet"));
  made.gaps.add("S3", good_sheet());
  CHECK(check_sheets(made).empty());
  const auto after = [&made](auto change) {
    model::Project changed = made;
    change(*changed.gaps.find("S3"));
    return check_sheets(changed);
  };
  using Sheet = model::GapSheet;
  CHECK(has(after([](Sheet& s) { s.ideal.reset(); }), "gap-column-empty"));
  CHECK(has(after([](Sheet& s) { s.in_development.clear(); }), "gap-column-empty"));
  CHECK(has(after([](Sheet& s) { s.gaps.push_back({"another", {}, {}}); }), "gap-without-recommendation"));
  CHECK(has(after([](Sheet& s) { s.recommendations.find("r1")->owner.reset(); }), "recommendation-without-owner"));
  CHECK(has(after([](Sheet& s) { s.recommendations.find("r1")->by.reset(); }), "recommendation-without-date"));
  CHECK(has(after([](Sheet& s) { s.training[0].module.reset(); }), "training-nowhere-else"));
  CHECK(has(after([](Sheet& s) { s.gaps[0].voice.reset(); }), "no-young-persons-view"));
  const auto with_words = [&after](const char* words) {
    return has(after([words](Sheet& s) { s.training[0].module.reset(), s.recommendations.find("r1")->text = words; }),
               "training-nowhere-else");
  };
  CHECK_FALSE(with_words("Training days for all"));
  CHECK(with_words("Lift the constraint on rooms"));
}

TEST_CASE("gap training: needs gather under the module they name, or the one their words suggest") {
  model::Project made;
  made.gaps.add("S3").training = {{"Signposting for reception", {}, "reception", 12},
                                  {"Risk days", "risk-support", {}, {}},
                                  {"Juggling", {}, {}, 3}};
  model::Vocabulary vocabulary;
  vocabulary.add("training-modules", {"risk-support", "Risk Support", {}, "", {{"words", {"risk"}}}});
  vocabulary.add("training-modules",
                 {"getting-advice", "Getting Advice", {}, "", {{"words", {"signposting", "advice"}}}});
  const auto modules = training_needs(made, vocabulary);
  REQUIRE(modules.size() == 3);
  CHECK(modules[0].module == "risk-support");
  CHECK(modules[0].people.missing == 1);
  CHECK(modules[1].module == "getting-advice");
  CHECK_FALSE(modules[1].needs[0].module_was_named);
  CHECK(modules[1].people.total == 12);
  CHECK(modules[2].module.empty());
}

TEST_CASE("a score just below the THRIVE-like line without evidence gives its descriptor") {
  // The line of the built-in scale is 3: a 2 is below it, a 3 on it.
  const model::Instrument made = instrument();
  REQUIRE(made.scale.thrive_like_from == 3);
  model::Assessment scored;
  scored.tables.add("A").scores.add("S3", {{2}, {}, {}});
  scored.tables.add("B").scores.add("S3", {{3}, {}, {}});
  const Draft draft = draft_sheet(model::Project{}, &made, &scored, "S3");
  CHECK(lines(draft, LineColumn::gaps) == std::vector<std::string>{"seen at 2 < score S3 2 of table A"});
}

TEST_CASE("the table of sheets names the gap of each recommendation, by its text or by where it came from") {
  model::Project project;
  model::GapSheet& sheet = project.gaps.add("S3");
  sheet.ideal = "seen at 4";
  sheet.gaps = {{"nobody to ring", "o2", {}}, {"long wait", {}, "young-person"}};
  sheet.recommendations.add("r1", {"a helpline", {}, {}, "o2"});
  sheet.recommendations.add("r2", {"more slots", {}, {}, "long wait"});
  sheet.recommendations.add("r3", {"ask around", {}, {}, "a gap that is gone"});
  const model::Instrument items = instrument();
  const report::Table table = table_of_sheets({project, project::built_in_vocabulary(), &items}, {"S3", "M1"});
  const auto column = [&table](const std::string& title) {
    for (std::size_t at = 0; at < table.columns.size(); ++at)
      if (table.columns[at].title == title) return at;
    FAIL("no column ", title);
    return table.columns.size();
  };
  const auto cell = [&](std::size_t row, const std::string& title) { return table.rows[row][column(title)].text; };
  REQUIRE(table.rows.size() == 6 + 6);  // six lines of S3, and an empty one for each column of M1
  CHECK(cell(0, "from") == "descriptor S3 4");
  CHECK(cell(0, "title") == "Experience at the front");
  CHECK(cell(2, "id") == "2");
  CHECK(cell(2, "voice") == "young-person");
  CHECK(cell(3, "gap") == "nobody to ring");
  CHECK(cell(3, "gap_id") == "1");
  CHECK(cell(4, "gap_id") == "2");
  CHECK(cell(5, "gap") == "a gap that is gone");
  CHECK(cell(5, "gap_id").empty());
  CHECK(cell(5, "id") == "r3");
  CHECK(cell(6, "status") == "blank");
}

TEST_CASE("training for nobody knows how many adds no people") {
  model::Project project;
  model::TrainingNeed need;
  need.text = "Listening";
  project.gaps.add("S3").training = {need, need};
  project.gaps.find("S3")->training[1].people = 4;
  const auto modules = training_needs(project, project::built_in_vocabulary());
  double people = 0;
  std::size_t without = 0;
  for (const ModuleNeeds& module : modules) {
    people += module.people.total;
    without += module.people.missing;
  }
  CHECK(people == 4);
  CHECK(without == 1);
}
