// SPDX-License-Identifier: MIT
// What people mistype, and the one message that each mistake gives on the right line.
#include <doctest/doctest.h>
#include <fmt/core.h>

#include <string>
#include <vector>

#include "libthrive/yaml/document.hpp"

using namespace thrive;

namespace {

/// `LINE:COLUMN code` of every problem in a text.
std::vector<std::string> problems_of(const std::string& text) {
  text::Diagnostics problems;
  const auto document = yaml::parse(text::Source("p.yaml", text), problems);
  CHECK(document.has_value() == problems.empty());
  std::vector<std::string> result;
  for (const text::Diagnostic& problem : problems.in_file_order())
    result.push_back(fmt::format("{}:{} {}", problem.place.from.line, problem.place.from.column, problem.code));
  return result;
}

struct Mistake {
  std::string text;
  std::vector<std::string> expected;
};

void check(const std::vector<Mistake>& mistakes) {
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.text);
    CHECK(problems_of(mistake.text) == mistake.expected);
  }
}

}  // namespace

TEST_CASE("a forgotten colon or space is named on its own line") {
  check({
      {"name: A\nbeds 24\n", {"2:1 missing-colon"}},
      {"beds 24\nname: A\n", {"1:1 missing-colon"}},
      {"services:\n  spa\n    name: x\n", {"2:3 missing-colon"}},
      {"a:\n  tables\n    - x\n", {"2:3 missing-colon"}},
      {"project:\n  name:Thornmere\n  x: 1\n", {"2:7 missing-space-after-colon"}},
      {"project:\n  name:Thornmere\nx: 1\n", {"2:7 missing-space-after-colon"}},
      {"tables:\n  -A\n  -B\nx: 1\n", {"2:3 missing-space-after-dash"}},
      {"tables:\n  - A\n  -B\nx: 1\n", {"3:3 missing-space-after-dash"}},
      {"a: {from:gp, to: spa}\n", {"1:9 missing-space-after-colon"}},
      {"a:\n  : b\n", {"2:3 missing-key"}},
      {"'c d':'x'\nb: 1\n", {"1:6 missing-space-after-colon"}},
      {"a: {b:[1]}\n", {"1:6 missing-space-after-colon"}},
      {"a:\n  \xE2\x80\x93 b\n  \xE2\x80\x93 c\nd: 1\n", {"2:3 wrong-dash"}},
      {"a: b\n\xE2\x80\xA2 c\n", {"2:1 wrong-dash"}},
      {"a: \xE2\x80\x93 b\n", {}},
      {"a: {b: what? yes}\n", {"1:12 question-mark-in-brackets"}},
  });
}

TEST_CASE("every line that is indented with a tab is named, and nothing else") {
  check({
      {"services:\n\tspa:\n\t\tname: X\n\tb: 2\nz: 1\n",
       {"2:1 tab-indentation", "3:1 tab-indentation", "4:1 tab-indentation"}},
      {"a:\n  b: 1\n \tc: 2\n", {"3:2 tab-indentation"}},
      {"a:\n  b: 1\n\t# a comment may be\n\t\nc:\t1\t# and a tab between\n", {}},
  });
}

TEST_CASE("a quote or bracket that is not closed is named where it opens") {
  check({
      {"a: 1\ntitle: \"abc\nb: 2\nc: \"x\"\n", {"2:8 unclosed-quote"}},
      {"a: 1\ntitle: 'abc\nb: it's\n", {"2:8 unclosed-quote"}},
      {"a: 1\ntitle: \"abc\n", {"2:8 unclosed-quote"}},
      {"a: [1, 2\nb: 3\n", {"1:4 unclosed-bracket"}},
      {"f:\n  - {from: a, to: b\n  - {from: c, to: d}\n", {"2:5 unclosed-bracket"}},
      {"a: {b: [1, 2}\nc: 1\n", {"1:13 wrong-bracket"}},
      {"a: ]\n", {"1:4 stray-bracket"}},
  });
}

TEST_CASE("a line in a wrong column is named, and what hangs below it is not") {
  check({
      {"services:\n  spa:\n    name: X\n   category: y\n    c: 2\n  gp:\n    name: z\n", {"4:4 wrong-indentation"}},
      {"name: X\n  category: y\nz: 1\n", {"2:3 wrong-indentation"}},
      {"name: 'X'\n  category: y\nz: 1\n", {"2:3 wrong-indentation"}},
      {"  a: 1\nb: 2\n", {"2:1 wrong-indentation"}},
      {"a: |\n    x\n   y\nb: 1\n", {"3:4 wrong-indentation"}},
      {"a:\n\xC2\xA0 b: 1\n", {"2:1 no-break-space"}},
  });
}

TEST_CASE("lists and keys that are mixed up") {
  check({
      {"a:\n  b: 1\n  - c\n  - d\n  e: 2\nf: 3\n", {"3:3 item-among-keys"}},
      {"a:\n  - c\n  b: 1\n  - d\n", {"3:3 key-among-items"}},
      {"- a\nx: 1\n", {"2:1 key-among-items"}},
      {"a: - x\n", {"1:4 dash-behind-key"}},
      {"a:\n  - x\n    - z\n", {"3:5 wrong-indentation"}},
      {"a: text\n  - x\n", {"2:3 item-below-text"}},
      {"a: [- x]\n", {"1:5 dash-in-brackets"}},
  });
}

TEST_CASE("text that needs quotes") {
  check({
      {"title: Notes: part 2\nb: 1\n", {"1:13 colon-in-text"}},
      {"t: \"He said \"hi\" to me\"\nu: 'don't'\n", {"1:14 text-after-value", "2:9 text-after-value"}},
      {"t: [draft] see notes\n", {"1:12 text-after-value"}},
      {"t: > 5 days\nu: |x\n", {"1:4 text-behind-block-sign", "2:4 text-behind-block-sign"}},
      {"a: @home\nb: `x`\nc: %d\nd: *bold*\ne: &c\nf: !important\n",
       {"1:4 reserved-character", "2:4 reserved-character", "3:4 reserved-character", "4:4 alias", "5:4 anchor",
        "6:4 tag"}},
      {"p: \"C:\\Users\\x\"\n", {"1:7 bad-escape"}},
      {"t: \"\\ud800\"\n", {"1:5 bad-escape"}},
      {"\xC3\xA9\xC3\xA9: @x\n", {"1:5 reserved-character"}},
  });
}

TEST_CASE("commas in brackets") {
  check({
      {",\n", {"1:1 stray-comma"}},
      {"a: [1,,2]\nb: {, a: 1}\n", {"1:7 stray-comma", "2:5 stray-comma"}},
      {"a: {from: gp to: spa}\nb: [\"x\" \"y\"]\n", {"1:14 missing-comma", "2:9 missing-comma"}},
      {"a: {from: gp\n    to: spa}\n", {"2:5 missing-comma"}},
      {"\"a\",\"b\"\n", {"1:4 text-after-value"}},
  });
}

TEST_CASE("every duplicate key is named with the line of the first") {
  check({{"a: 1\nb: 2\na: 3\nb: 4\na: 5\n", {"3:1 duplicate-key", "4:1 duplicate-key", "5:1 duplicate-key"}},
         {"a: {b: 1, 'b': 2}\n", {"1:11 duplicate-key"}}});
  text::Diagnostics problems;
  CHECK_FALSE(yaml::parse(text::Source("p.yaml", "a: 1\nb: 2\na: 3\n"), problems));
  REQUIRE(problems.entries().size() == 1);
  const text::Value::Map facts = {{"key", "a"}, {"line", 1}};
  CHECK(problems.entries()[0].facts == facts);
}

TEST_CASE("YAML that project files do not use") {
  check({
      {"a: 1\n---\nb: 2\n", {"2:1 second-document"}},
      {"a: 1\n...\nb: 2\n", {"3:1 second-document"}},
      {"? a\n: b\n", {"1:1 question-mark-key"}},
      {"%YAML 1.2\n---\na: 1\n", {"1:1 directive"}},
      {"a: {x: 1}\nb:\n  <<: 3\n", {"3:3 merge-key"}},
      {"a: " + std::string(70, '[') + std::string(70, ']') + "\n", {"1:67 too-deep"}},
      {"[a, b]: c\n", {"1:1 bracket-key"}},
  });
}

TEST_CASE("bytes that no project file may hold") {
  check({
      {"a: b\x07"
       "c\n",
       {"1:5 control-character"}},
      {"a: b\rc: d\n", {"1:5 control-character"}},
      {"a: \xC2\x85\n", {"1:4 control-character"}},
      {"a: \xEF\xBB\xBFx\n", {"1:4 control-character"}},
      {"a: x\xFF\nb: \xC3\n", {"1:5 invalid-utf8", "2:4 invalid-utf8"}},
      {std::string("a\0:\0", 4), {"1:1 invalid-utf8"}},
      {"\xFF\xFE"
       "a",
       {"1:1 invalid-utf8"}},
      {std::string("a: b\0c\n", 7), {"1:5 control-character"}},
  });
}

TEST_CASE("limits are refused with a message") {
  text::Diagnostics problems;
  yaml::Limits limits;
  limits.bytes = 10;
  CHECK_FALSE(yaml::parse(text::Source("p.yaml", "a: 12345678\n"), problems, limits));
  CHECK(problems.entries().at(0).code == "file-too-large");
  problems = {};
  limits = {};
  limits.nodes = 4;
  CHECK_FALSE(yaml::parse(text::Source("p.yaml", "a: [1, 2, 3]\n"), problems, limits));
  CHECK(problems.entries().at(0).code == "too-many-entries");
  problems = {};
  limits = {};
  limits.scalar = 4;
  CHECK_FALSE(yaml::parse(text::Source("p.yaml", "a: 12345\n"), problems, limits));
  CHECK(problems.entries().at(0).code == "text-too-long");
}
