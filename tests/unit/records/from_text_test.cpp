// SPDX-License-Identifier: MIT
#include "libthrive/records/from_text.hpp"

#include <doctest/doctest.h>

#include "libthrive/model/project.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "libthrive/records/typed.hpp"

namespace {

using namespace thrive;

/// What comes of a text for a field of an empty project, in one line.
std::string made(std::string_view path, std::string_view text) {
  static const model::Project empty;
  records::NoField problem;
  const auto at = records::field_at(empty, path, problem);
  if (!at) return problem.message;
  records::Unfit unfit;
  const auto value = records::from_text(*at, text, project::built_in_vocabulary(), unfit);
  if (!value) return unfit.message + (unfit.hint.empty() ? "" : "; " + unfit.hint) + " [" + unfit.code + "]";
  std::string line;
  for (const char c : text::to_json(*value))
    if (c != '\n' && !(c == ' ' && line.ends_with(' '))) line += c;
  return line;
}

}  // namespace

TEST_CASE("a single value is taken as it stands, and checked as the reader checks it") {
  CHECK(made("services/gp/wte", "7.5") == "7.5");
  CHECK(made("services/gp/wte", "7,5") == "'7,5' is not a number, in 'wte'; write 7.5 [not-a-number]");
  CHECK(made("services/gp/wte", "-1") == "'-1' is less than 0, in 'wte' [out-of-range]");
  CHECK(made("services/gp/wte", "010").find("number-with-leading-zero") != std::string::npos);
  CHECK(made("services/gp/note", "Open 9: ask [us], #3") == "\"Open 9: ask [us], #3\"");
  CHECK(made("services/gp/name", "") == "'name' is empty [empty-value]");
  CHECK(made("services/gp/assesses", "yes").find("write true") != std::string::npos);
  CHECK(made("services/gp/since", "21/2/2024") ==
        "'21/2/2024' is not a date, in 'since'; write 2024-02-21 [not-a-date]");
  CHECK(made("measures/m/data", "../x.csv").find("data-file-outside") != std::string::npos);
}

TEST_CASE("words are resolved as the reader resolves them") {
  CHECK(made("services/gp/category", "Local authority") == "\"local-authority\"");
  CHECK(made("services/gp/sector", "helth").find("did you mean 'health'?") != std::string::npos);
  CHECK(made("measures/m/better", "lower") == "\"lower\"");
  CHECK(made("measures/m/better", "lwer") ==
        "'lwer' is not one of the known words, in 'better'; did you mean 'lower'? "
        "[unknown-word]");
  CHECK(made("assessments/a/tables/A/scores/M1/score", "Unknown") == "\"unknown\"");
  CHECK(made("assessments/a/tables/A/scores/M1/score", "3") == "3");
}

TEST_CASE("lists and groups are typed as a file would have them") {
  CHECK(made("services/gp/groupings", "[Getting Advice, getting-help]") == "[ \"getting-advice\", \"getting-help\"]");
  CHECK(made("services/gp/groupings", "[]") == "[]");
  CHECK(made("services/gp/accepts", "professional") ==
        "'accepts' must be a list, and it is a single value; write [professional] [wrong-type]");
  CHECK(made("services/gp/accepts", "['a, b', \"c]\"]") == "[ \"a, b\", \"c]\"]");
  CHECK(made("services/gp/accepts", "[a, b").find("']' is missing at the end") != std::string::npos);
  CHECK(made("gaps/M1/recommendations/r1", "{text: Train GPs, by: 2024-09-01}") ==
        "{ \"text\": \"Train GPs\", \"by\": \"2024-09-01\"}");
  CHECK(made("gaps/M1/recommendations/r1", "Train GPs") == "\"Train GPs\"");
  CHECK(made("gaps/M1/recommendations/r1", "{txt: Train GPs}") ==
        "unknown key 'txt' in the recommendation; did you mean 'text'? [unknown-key]");
  CHECK(made("ramps/r/cycles/c", "{name: Huddle}") ==
        "'start' is missing in the cycle; write {name: ..., start: ...} [missing-field]");
  CHECK(made("ideas/i/benefit", "{A: 3, B: 6}") == "'6' is not between 1 and 5, in 'B' [out-of-range]");
  CHECK(made("priorities/tables/A/ranking", "[M1, [S1, S2]]") == "[ \"M1\", [ \"S1\", \"S2\" ]]");
}

TEST_CASE("typed text: brackets, quotes and links") {
  std::string problem;
  const auto typed =
      records::parse_typed("{at: 9:30, link: 'http://x/a b', list: [1, {x: y}], it's: \"a\\nb\"}", problem);
  REQUIRE(typed);
  REQUIRE(typed->entries.size() == 4);
  CHECK(typed->entries[0].second.text == "9:30");
  CHECK(typed->entries[1].second.text == "http://x/a b");
  CHECK(typed->entries[2].second.items[1].entries[0].second.text == "y");
  CHECK(typed->entries[3].first == "it's");
  CHECK(typed->entries[3].second.text == "a\nb");
  for (const char* wrong :
       {"[a, , b]", "[a] b", "{a}", "{a: 1 a: 2", "['a]", "[", "{a: 1, a: 2}", "[[[[[[[[[[[[[[[[[[[["})
    CHECK_FALSE(records::parse_typed(wrong, problem));
}
