// SPDX-License-Identifier: MIT
#include "libthrive/findings/words.hpp"

#include <doctest/doctest.h>

#include <string>

#include "libthrive/findings/read_words.hpp"
#include "libthrive/findings/say.hpp"

using namespace thrive;
using findings::Finding;
using findings::Words;

namespace {

/// What is refused of a site's own words, in the place of those for two codes.
std::string refused(const std::string& own, std::vector<Words>* result = nullptr) {
  text::Diagnostics unreadable;
  std::vector<Finding> problems;
  std::vector<Words> built_in = findings::read_words(
      text::Source("built-in",
                   "a:\n  severity: error\n  says: \"'{x}' is wrong\"\n  title: t\n  meaning: m\n"
                   "  action: c\nb:\n  severity: warning\n  says: \"b\"\n  title: t\n  meaning: m\n"
                   "  action: c\n"),
      "area", unreadable, problems);
  REQUIRE(unreadable.empty());
  REQUIRE(problems.empty());
  REQUIRE(built_in.size() == 2);
  findings::replace_words(text::Source("own.yaml", own), built_in, unreadable, problems);
  if (result != nullptr) *result = built_in;
  for (const Finding& finding : problems) findings::say(unreadable, finding);
  std::string lines;
  for (const text::Diagnostic& problem : unreadable.entries()) lines += text::format(problem) + "\n";
  return lines;
}

const std::string a = "a:\n  severity: error\n  says: \"look at '{x}'\"\n  title: t\n  meaning: m\n  action: c\n";
const std::string b = "b:\n  severity: note\n  says: \"b\"\n  title: t\n  meaning: m\n  action: c\n";

}  // namespace

TEST_CASE("words: every code has a sentence or can say its title, and its area") {
  const std::vector<const Words*>& all = findings::all_words();
  CHECK(all.size() > 200);
  for (const Words* about : all) {
    CAPTURE(about->code);
    CHECK(findings::words(about->code) == about);
    CHECK_FALSE(about->title.empty());
    CHECK_FALSE(about->area.empty());
  }
  CHECK(findings::words("no-such-code") == nullptr);
  CHECK(findings::words("severity") == nullptr);
}

TEST_CASE("words: a site's own take the place of the built-in ones") {
  std::vector<Words> result;
  CHECK(refused(a + b, &result).empty());
  CHECK(findings::filled(result[0].says, {{"x", "y"}}) == "look at 'y'");
  CHECK(result[1].severity == text::Severity::note);
}

TEST_CASE("words: what a site may not do is refused at its place, and the built-in words stay") {
  std::vector<Words> result;
  CHECK(refused(b, &result) ==
        "own.yaml:1:1: error: the words for 'a' are missing; copy them from the file that comes "
        "with the toolkit [codes-missing]\n");
  CHECK(findings::filled(result[0].says, {{"x", "y"}}) == "'y' is wrong");
  CHECK(refused("a:\n  severity: error\n  says: \"{y}\"\n  title: t\n  meaning: m\n  action: c\n" + b) ==
        "own.yaml:3:9: error: the sentences of 'a' name 'y', which the check does not know; known facts: x "
        "[unknown-fact]\n");
  CHECK(refused("a:\n  severity: note\n  says: \"x\"\n  title: t\n  meaning: m\n  action: c\n" + b) ==
        "own.yaml:2:13: error: 'a' stays an error; write severity: error; a tool cannot work on with what this is "
        "about [severity-too-low]\n");
  CHECK(refused(a + "b:\n  severity: warning\n  says: \"b\"\n  title: t\n  meaning: m\n") ==
        "own.yaml:7:1: error: 'action' is missing [missing-field]\n");
  CHECK(refused(a + b + "c:\n  severity: note\n  says: \"b\"\n  title: t\n  meaning: m\n  action: c\n")
            .starts_with("own.yaml:13:1: error: no check is called 'c'"));
  CHECK(refused("").starts_with("own.yaml:1:1: error: the data file 'own.yaml' is empty"));
  CHECK(refused(a + "b: [").find("own.yaml:7:") != std::string::npos);
}

TEST_CASE("words: a finding says its sentence, and facts that are nothing are no facts") {
  const text::Diagnostic said =
      findings::in_words({"no-such-priority", {"gaps"}, {{"item", "S9"}, {"near", std::string()}}});
  CHECK(said.message == "'S9' is no agreed priority and has no sheet");
  CHECK(said.severity == text::Severity::error);
  CHECK(said.hint.empty());
  CHECK(said.facts == text::Value::Map{{"item", "S9"}});
  CHECK(said.path == std::vector<std::string>{"gaps"});
}
