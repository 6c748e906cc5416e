// SPDX-License-Identifier: MIT
//
// Typing and importing services, flows and observations.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "libthrive/pathway/entry/additions.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "tests/unit/pathway/example_maps.hpp"

using namespace thrive;
using namespace thrive::pathway;

namespace {

const model::Vocabulary& words() { return project::built_in_vocabulary(); }

/// Reads CSV text as the import command does.
std::vector<Draft> read(const std::string& csv, DraftKind& kind, text::Diagnostics& problems) {
  const tables::Input input = tables::input_of(text::Source("sheet.csv", csv));
  tables::Table sheet(input, columns_of_drafts(), problems);
  const auto found = kind_of(sheet, problems);
  if (!found) return {};
  kind = *found;
  return drafts_of(sheet, kind, problems);
}

std::vector<std::string> codes(const text::Diagnostics& problems) {
  std::vector<std::string> result;
  for (const auto& problem : problems.entries()) result.push_back(problem.code);
  return result;
}

model::Project two_services() {
  model::Project project = tests::letters({"ab"}, "ab", "a", "b");
  project.services.find("a")->name = "GP practices";
  project.services.find("b")->name = "Youth hub";
  return project;
}

}  // namespace

TEST_CASE("a sheet's columns say what its rows are, in any order and under usual other names") {
  text::Diagnostics problems;
  DraftKind kind = DraftKind::service;
  auto drafts = read("People,To,From\n12,b,a\n", kind, problems);
  CHECK(kind == DraftKind::flow);
  REQUIRE(drafts.size() == 1);
  const model::Flow flow = flow_of(drafts[0], words(), problems);
  CHECK(flow.from == "a");
  CHECK(flow.per_year == 12.0);
  read("AT;Perspective;Kind;Text\nb;operations;duplication;Twice\n", kind, problems);
  CHECK(kind == DraftKind::observation);
  read("name\nYouth hub\n", kind, problems);
  CHECK(kind == DraftKind::service);
  CHECK_FALSE(problems.has_errors());
  read("one,two\n1,2\n", kind, problems);
  CHECK(codes(problems).back() == "sheet-of-what");
}

TEST_CASE("words become fields: aliases, lists, yes and no, waits, and what nobody knows stays missing") {
  text::Diagnostics problems;
  DraftKind kind = DraftKind::service;
  const auto services = read(
      "name,sector,groupings,assesses,start,wte,last_updated\n"
      "Team,NHS,Getting Advice; help,yes,no,?,2024-03-20\n",
      kind, problems);
  const model::Service service = service_of(services.at(0), words(), problems);
  CHECK(service.sector == "health");
  CHECK(service.groupings == std::vector<std::string>{"getting-advice", "getting-help"});
  CHECK(service.assesses);
  CHECK_FALSE(service.start);
  CHECK_FALSE(service.wte);
  CHECK(service.last_updated == text::parse_date("2024-03-20"));
  const auto flows = read("from,to,per_year,median_days,within 28 days percent\na,b,,9,95\n", kind, problems);
  const model::Flow flow = flow_of(flows.at(0), words(), problems);
  CHECK_FALSE(flow.per_year);
  REQUIRE(flow.wait);
  CHECK(flow.wait->median_days == 9.0);
  CHECK(flow.wait->within_28_days_percent == 95.0);
  CHECK(problems.empty());
}

TEST_CASE("every bad cell is named with its line and column, and nothing is added") {
  text::Diagnostics problems;
  DraftKind kind = DraftKind::flow;
  Drafts drafts;
  drafts.flows = read(
      "from,to,kind,per_year\n"
      "a,nowhere,referral,1\n"
      "a,b,refferal,\"1,420\"\n"
      "a,,referral,-5\n",
      kind, problems);
  additions_of(drafts, two_services(), words(), problems);
  std::vector<std::string> said;
  for (const auto& problem : problems.in_file_order()) said.push_back(text::format(problem));
  CHECK(said ==
        std::vector<std::string>{
            "sheet.csv:2:3: error: unknown service 'nowhere' [unknown-service]",
            "sheet.csv:3:5: error: 'refferal' of 'kind' is not one of the known words; did you mean 'referral'? "
            "[unknown-word]",
            "sheet.csv:3:14: error: '1,420' of 'per_year' is not a number; write digits without thousands "
            "commas or blanks; leave it empty when nobody knows [not-a-number]",
            "sheet.csv:4:1: error: 'to' is missing [missing-field]",
            "sheet.csv:4:13: error: '-5' of 'per_year' is out of range; at least 0 [out-of-range]"});
}

TEST_CASE("unknown columns, columns twice and stray cells are errors") {
  text::Diagnostics problems;
  DraftKind kind = DraftKind::flow;
  read("from,to,peopel,people,per_year\na,b,1,2,3,4\n", kind, problems);
  CHECK(codes(problems) == std::vector<std::string>{"unknown-column", "column-twice", "cell-without-column"});
}

TEST_CASE("services are known by id or by name, the new ones too; a shared name is not guessed") {
  text::Diagnostics problems;
  DraftKind kind = DraftKind::flow;
  model::Project project = two_services();
  Drafts drafts;
  drafts.services = read("name\nSchool nurses\n", kind, problems);
  drafts.flows = read("from,to\nschool nurses,GP PRACTICES\nyouth hub,School nurses\n", kind, problems);
  drafts.observations =
      read("at,perspective,kind,text\nSchool nurses -> GP practices,operations,good,Quick\n", kind, problems);
  const Additions additions = additions_of(drafts, project, words(), problems);
  CHECK(problems.empty());
  CHECK(additions.services.ids() == std::vector<std::string>{"school-nurses"});
  CHECK(additions.pathway == "current");
  REQUIRE(additions.flows.size() == 2);
  CHECK(additions.flows[0].from == "school-nurses");
  CHECK(additions.flows[0].to == "a");
  CHECK(additions.observations[0].value.at == "school-nurses -> a");
  CHECK(additions.observations[0].value.kind == "good-practice");

  project.services.find("b")->name = "GP practices";
  additions_of(drafts, project, words(), problems);
  CHECK(codes(problems)[0] == "ambiguous-service");
}

TEST_CASE("what is there word for word is left out, what contradicts it is an error") {
  text::Diagnostics problems;
  model::Project project = two_services();
  Draft same;
  same.add("from", "a");
  same.add("to", "b");
  Drafts drafts;
  drafts.flows = {same};
  CHECK(additions_of(drafts, project, words(), problems).there_already == 1);
  CHECK(problems.empty());
  drafts.flows[0].add("per_year", "7");
  additions_of(drafts, project, words(), problems);
  CHECK(codes(problems) == std::vector<std::string>{"flow-already-there"});
  drafts.draw_again = true;
  text::Diagnostics none;
  CHECK(additions_of(drafts, project, words(), none).flows.size() == 1);
  CHECK(none.empty());
}

TEST_CASE("ids are made of names, and observations are numbered on") {
  CHECK(id_from_name("CAMHS single point of access", {}) == "camhs-single-point-of-access");
  CHECK(id_from_name("Café \"Übergang\" (16+)", {}) == "cafe-ubergang-16");
  CHECK(id_from_name("Women's & children’s centre", {}) == "womens-childrens-centre");
  CHECK(id_from_name("Tŷ Ẃyn, e\xCC\x81t\xC3\xA9 \xC3\x97 Straße", {}) == "ty-wyn-ete-strasse");
  CHECK(id_from_name("مركز", {}) == "service");
  CHECK(id_from_name("Hub", {"hub", "hub-2"}) == "hub-3");
  CHECK(id_from_name(std::string(200, 'x'), {}).size() == 40);
  CHECK(next_observation_id({}) == "o01");
  CHECK(next_observation_id({"o09", "note", "o1x"}) == "o10");
  CHECK(next_observation_id({"o007"}) == "o008");
}
