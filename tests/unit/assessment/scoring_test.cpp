// SPDX-License-Identifier: MIT
#include "libthrive/assessment/scoring.hpp"

#include <doctest/doctest.h>

#include <string>

#include "libthrive/assessment/comparison.hpp"
#include "libthrive/assessment/describe/contract.hpp"
#include "libthrive/assessment/describe/describe.hpp"
#include "libthrive/assessment/entry/imported.hpp"
#include "libthrive/project/opened.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "libthrive/report/render.hpp"
#include "tests/unit/support.hpp"

using namespace thrive;
using namespace thrive::assessment;

namespace {

project::Opened thornmere() {
  text::Diagnostics problems;
  auto project = project::open(tests::source_path("examples/thornmere"), problems);
  REQUIRE(project.has_value());
  return *project;
}

Scoring scored(const project::Opened& project, const std::string& id) {
  const model::Assessment& assessment = *project.model().assessments.find(id);
  return score_assessment(id, assessment, *project.instrument(assessment.instrument));
}

const ScoredItem& item(const Scoring& scoring, const std::string& id) {
  for (const ScoredItem& known : scoring.items)
    if (known.id == id) return known;
  FAIL("no item ", id);
  return scoring.items.front();
}

const Group& level(const Scoring& scoring, const std::string& id) {
  for (const Group& group : scoring.levels)
    if (group.id == id) return group;
  FAIL("no level ", id);
  return scoring.levels.front();
}

tables::Input sheet(std::initializer_list<std::initializer_list<const char*>> rows) {
  std::string bytes;
  for (const auto& row : rows) {
    std::string separator;
    for (const char* cell : row) {
      bytes += separator + cell;
      separator = ",";
    }
    bytes += '\n';
  }
  return tables::input_of(text::Source("scores.csv", bytes));
}

model::Instrument instrument() {
  model::Instrument made;
  for (const char* id : {"M1", "M2"}) {
    model::Item& added = made.items.add(id);
    added.level = "macro";
    added.title = id;
  }
  return made;
}

}  // namespace

// The expected values were worked out by an independent script when Thornmere was made up.
TEST_CASE("scoring: Thornmere's baseline and follow-up") {
  const project::Opened project = thornmere();
  const Scoring baseline = scored(project, "baseline");
  CHECK(baseline.thrive_like == 2);
  CHECK(baseline.of == 19);
  CHECK(baseline.basis == Basis::agreed);
  CHECK(level(baseline, "macro").thrive_like == 0);
  CHECK(level(baseline, "meso").thrive_like == 1);
  CHECK(level(baseline, "micro").thrive_like == 1);
  CHECK(item(baseline, "M3").statistics.median == 1.5);
  CHECK(item(baseline, "M3").unknown == 1);
  std::vector<std::string> gaps;
  for (const ScoredItem& known : baseline.items)
    if (known.statistics.has_gap) gaps.push_back(known.id);
  CHECK(gaps == std::vector<std::string>{"S5", "P6"});

  const std::string later = project.latest_assessment();
  const Scoring followup = scored(project, later);
  CHECK(followup.thrive_like == 7);
  const Comparison comparison = compare(baseline, followup);
  CHECK(comparison.up == 11);
  CHECK(comparison.down == 0);
  CHECK(comparison.newly_thrive_like == std::vector<std::string>{"M1", "M5", "S1", "S3", "P3"});
  CHECK(comparison.tests.n == 11);
}

// Means are rounded to two places where Thornmere was made up; the tool exports them and shows medians.
TEST_CASE("scoring: Thornmere's means by level are exported") {
  const project::Opened project = thornmere();
  const auto mean = [](const Scoring& scoring, const char* id) { return doctest::Approx(*level(scoring, id).mean); };
  const Scoring before = scored(project, "baseline"), after = scored(project, "month-12");
  CHECK(mean(before, "macro").epsilon(0.005) == 1.5);
  CHECK(mean(before, "meso").epsilon(0.005) == 1.71);
  CHECK(mean(before, "micro").epsilon(0.005) == 1.83);
  CHECK(mean(after, "macro").epsilon(0.005) == 2.33);
  CHECK(mean(after, "meso").epsilon(0.005) == 2.43);
  CHECK(mean(after, "micro").epsilon(0.005) == 2.33);
}

TEST_CASE("scoring: identical scores are complete agreement, and alpha is not defined") {
  model::Project project;
  project.project.name = "X";
  const model::Instrument asked = instrument();
  const auto says_so = [&](const model::Assessment& assessment) {
    const Scoring scoring = score_assessment("x", assessment, asked);
    return report::to_markdown(describe_score(scoring, project, project::built_in_vocabulary()))
               .find("all scores identical: complete agreement, alpha not defined") != std::string::npos;
  };
  model::Assessment same;
  for (const char* table : {"A", "B"}) same.tables.add(table).scores.add("M1", {{2}, {}, {}});
  CHECK(says_so(same));
  same.tables.find("B")->scores.find("M1")->score = {3};
  CHECK_FALSE(says_so(same));
}

TEST_CASE("sheets: pages of their own for every table, and how to read the descriptors") {
  model::Project project;
  project.project.name = "X";
  const report::Document sheets = score_sheets({"1", "2"}, instrument(), project, project::built_in_vocabulary());
  const std::string page = report::to_markdown(sheets);
  CHECK(page.find("Table 1") != std::string::npos);
  CHECK(page.find("Table 2") != std::string::npos);
  CHECK(page.find("what is described at 3 includes what is good at 2") != std::string::npos);
  std::size_t breaks = 0;
  for (const report::Block& block : sheets.blocks) breaks += std::holds_alternative<report::PageBreak>(block);
  CHECK(breaks == 1);
  CHECK(score_sheet_table({"1", "2"}, instrument()).rows.size() == 2 * instrument().items.size());
}

TEST_CASE("sites: different instruments are cautioned against, and the order given is kept") {
  const model::Instrument asked = instrument();
  model::Assessment made;
  made.tables.add("A").scores.add("M1", {{2}, {}, {}});
  model::Assessment other = made;
  other.instrument = "another";
  const auto page = [&](const model::Assessment& second) {
    return report::to_markdown(describe_sites(
        {{"Northtown", score_assessment("x", made, asked)}, {"Ashby", score_assessment("x", second, asked)}},
        project::built_in_vocabulary()));
  };
  CHECK(page(made).find("different instruments") == std::string::npos);
  CHECK(page(other).find("different instruments") != std::string::npos);
  CHECK(page(made).find("## Northtown") < page(made).find("## Ashby"));
  const std::string picture =
      sites_svg({{"<North>", score_assessment("x", made, asked)}}, project::built_in_vocabulary());
  CHECK(picture.find("<North>") == std::string::npos);
  CHECK(picture.find("&lt;North&gt;") != std::string::npos);
}

TEST_CASE("scoring: the talk starts with what tables see most differently") {
  const project::Opened project = thornmere();
  const Scoring baseline = scored(project, "baseline");
  const auto items = items_to_talk_about(baseline);
  REQUIRE(items.size() == 2);
  CHECK(items[0]->id == "S5");  // dispersion 2/3 each; the range is the same; the file's order
  CHECK(talk_starter(*items[1]) ==
        "P6, Strengths and community options: table A said 1; tables B and C said 3. What does each know that the "
        "others do not?");
}

TEST_CASE("scoring: votes of fewer than five seats are never shown") {
  model::Project project;
  project.project.name = "X";
  model::Assessment few;
  few.tables.add("A").scores.add("M1", {{2}, {}, {{1}, {2}, {3}, {4}}});
  const model::Instrument asked = instrument();
  const auto shows_votes = [&](const model::Assessment& assessment) {
    const Scoring scoring = score_assessment("x", assessment, asked);
    return report::to_text(describe_score(scoring, project, project::built_in_vocabulary()))
               .find("Votes of all seats") != std::string::npos;
  };
  CHECK_FALSE(shows_votes(few));
  few.tables.find("A")->scores.find("M1")->votes.push_back({4});
  CHECK(shows_votes(few));
}

TEST_CASE("scores on sheets: three forms say the same") {
  text::Diagnostics problems;
  const auto rows =
      read_scores({sheet({{"table", "item", "score", "evidence"}, {"A", "M1", "2", "seen"}, {"A", "m2", "?", ""}})}, "",
                  instrument(), {}, problems);
  const auto items =
      read_scores({sheet({{"item", "A"}, {"M1", "2"}, {"M2", "unknown"}})}, "", instrument(), {}, problems);
  const auto tables =
      read_scores({sheet({{"Table", "M1", "M2"}, {"A", "2", "don't know"}})}, "", instrument(), {}, problems);
  CHECK(problems.empty());
  REQUIRE(rows.size() == 2);
  REQUIRE(items.size() == 2);
  REQUIRE(tables.size() == 2);
  CHECK(rows[0].score.evidence == "seen");
  for (const auto& read : {rows, items, tables}) {
    CHECK(read[0].score.score.points == 2);
    CHECK(read[1].score.score.is_unknown());
    CHECK(read[1].item == "M2");
  }
}

TEST_CASE("scores on sheets: every bad cell is named") {
  text::Diagnostics problems;
  const auto read = read_scores({sheet({{"table", "item", "score", "votes"},
                                        {"A", "M1", "5", ""},
                                        {"A", "M9", "2", ""},
                                        {"A", "M2", "2", "2 x"},
                                        {"A", "M2", "3", ""},
                                        {"", "M1", "2", ""}})},
                                "", instrument(), {}, problems);
  std::vector<std::string> found;
  for (const auto& problem : problems.entries())
    found.push_back(problem.code + " " + std::to_string(problem.place.from.line) + ":" +
                    std::to_string(problem.place.from.column));
  CHECK(found == std::vector<std::string>{"score-outside-scale 2:6", "unknown-item 3:3", "score-outside-scale 4:8",
                                          "score-given-twice 5:6", "no-table-named 6:2"});
  CHECK(read.size() == 1);
  text::Diagnostics other;
  CHECK(read_scores({sheet({{"who", "what"}})}, "", instrument(), {}, other).empty());
  CHECK(read_scores({sheet({})}, "", instrument(), {}, other).empty());
  CHECK(other.count(text::Severity::error) == 2);
  // Rows that end before the column of items or of tables, and one score on two sheets.
  CHECK(read_scores({sheet({{"A", "B", "item"}, {"1"}}), sheet({{"M1", "table"}, {"1"}})}, "", instrument(), {}, other)
            .empty());
  const auto one = sheet({{"table", "item", "score"}, {"A", "M1", "2"}});
  CHECK(read_scores({one, one}, "", instrument(), {}, other).size() == 1);
  CHECK(other.entries().back().code == "score-given-twice");
  CHECK(other.entries().front().code == "sheet-without-items");
}

TEST_CASE("scores as spreadsheets and people write them") {
  const model::Scale scale;
  for (const char* two : {"2", "2.0", "2,00"}) {
    const auto score = parse_score(two, scale);
    REQUIRE(score.has_value());
    CHECK(score->points == 2);
  }
  for (const char* unknown : {"?", "Don't know", "don\xE2\x80\x99t know", "n/a"}) {
    const auto score = parse_score(unknown, scale);
    REQUIRE(score.has_value());
    CHECK(score->is_unknown());
  }
  for (const char* bad : {"", "2.5", "2.", "2,", "5.0", "0", "-1", "2 3", "2x", "two", "2.0.0", "99999999999"})
    CHECK_FALSE(parse_score(bad, scale).has_value());
}

TEST_CASE("votes are sorted before anybody sees them") {
  const auto votes = parse_votes("3, ? 1 2 2", model::Scale{});
  REQUIRE(votes.has_value());
  std::string order;
  for (const model::Score& vote : *votes) order += vote.points ? std::to_string(*vote.points) : "?";
  CHECK(order == "1223?");
  CHECK_FALSE(parse_votes("1 5", model::Scale{}).has_value());
}

TEST_CASE("an instrument's fingerprint changes with its words") {
  model::Instrument before = instrument(), after = instrument();
  CHECK(instrument_fingerprint(before) == instrument_fingerprint(after));
  after.items.find("M1")->descriptors.add("1", "nothing");
  CHECK(instrument_fingerprint(before) != instrument_fingerprint(after));
}

TEST_CASE(
    "scores agreed for some items are not agreed for all, and tables on both sides of the line are talked about") {
  model::Instrument instrument;
  for (const char* id : {"A", "B", "C"}) instrument.items.add(id).level = "macro";
  model::Assessment made;
  // A 2 2 3 3 lies on both sides of the line at 3, C is of one mind; nobody scored B.
  const int a[] = {2, 2, 3, 3}, c[] = {2, 2, 2, 2};
  for (int table = 0; table < 4; ++table) {
    auto& scores = made.tables.add(std::string(1, static_cast<char>('1' + table))).scores;
    scores.add("A", {{a[table]}, {}, {}});
    scores.add("C", {{c[table]}, {}, {}});
  }
  CHECK(score_assessment("x", made, instrument).basis == Basis::table_medians);
  made.agreed.add("A").score.points = 2;
  CHECK(score_assessment("x", made, instrument).basis == Basis::agreed_else_table_medians);
  made.agreed.add("C").score.points = 2;
  const Scoring scoring = score_assessment("x", made, instrument);
  CHECK(scoring.basis == Basis::agreed);
  // A has no gap of two, but half of its tables are on either side of the THRIVE-like line.
  const auto talk = items_to_talk_about(scoring, 5);
  REQUIRE(talk.size() == 1);
  CHECK(talk.front()->id == "A");
  CHECK_FALSE(talk.front()->statistics.has_gap);
}

TEST_CASE(
    "the mean of an item stands beside its median, in the contract and in the table; without scores it is nothing") {
  const ItemStatistics item = describe_item({1, 2, 2, 4}, RatingScale{1, 4, 3});
  CHECK(item.mean == 2.25);  // 9 of 4
  CHECK_FALSE(describe_item({}, RatingScale{1, 4, 3}).mean);
  const project::Opened project = thornmere();
  const Scoring scoring = scored(project, "month-12");
  const report::Table table = table_of_scores(scoring);
  CHECK(table.columns.back().title == "mean");
  // Item M1 of month 12: tables A, B and C said 3, 3 and 2.
  CHECK(table.rows.front().back().text == "2.6666666666666665");
  const std::string json = text::to_json(score_contract(scoring));
  CHECK(json.find("\"mean\": 2.6666666666666665") != std::string::npos);
}
