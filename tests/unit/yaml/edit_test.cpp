// SPDX-License-Identifier: MIT
#include "libthrive/yaml/edit.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace thrive;
using text::Value;
using yaml::Edit;
using yaml::Layout;

namespace {

using List = Value::List;
using Map = Value::Map;

/// The file after the edits; "refused: ..." when they were.
std::string edited(const std::string& before, const std::vector<Edit>& edits) {
  text::Diagnostics problems;
  const auto document = yaml::parse(text::Source("p.yaml", before), problems);
  if (!document) return "unreadable: " + text::format(problems.entries().at(0));
  yaml::Refusal refusal;
  const auto result = yaml::apply(*document, edits, refusal);
  return result ? result->bytes : "refused: " + refusal.message;
}

Edit set(yaml::Path path, Value value, Layout layout = Layout::block) {
  return {Edit::Action::set, std::move(path), {}, std::move(value), layout};
}
Edit append(yaml::Path path, Value value, Layout layout = Layout::block) {
  return {Edit::Action::append, std::move(path), {}, std::move(value), layout};
}
Edit insert(yaml::Path path, std::string key, Value value, Layout layout = Layout::block) {
  return {Edit::Action::insert, std::move(path), std::move(key), std::move(value), layout};
}
Edit renaming(yaml::Path path, std::string key) {
  return {Edit::Action::rename, std::move(path), std::move(key), {}, Layout::block};
}
Edit removal(yaml::Path path) { return {Edit::Action::remove, std::move(path), {}, {}, Layout::block}; }

}  // namespace

TEST_CASE("setting a scalar changes only its bytes") {
  CHECK(edited("a:  1  # one\nb: 2\n", {set({"a"}, 3)}) == "a:  3  # one\nb: 2\n");
  CHECK(edited("a: 'x'\n", {set({"a"}, "it's")}) == "a: 'it''s'\n");
  CHECK(edited("a: \"x\"\n", {set({"a"}, "say \"hi\"")}) == "a: \"say \\\"hi\\\"\"\n");
  CHECK(edited("a: \"x\"\n", {set({"a"}, 5)}) == "a: 5\n");
  CHECK(edited("a: x\n", {set({"a"}, "no")}) == "a: 'no'\n");
  CHECK(edited("a: x\nb: \"q\"\n", {set({"a"}, "no")}) == "a: \"no\"\nb: \"q\"\n");
  CHECK(edited("{a: x, b: [1, 2]}\n", {set({"b", "1"}, "p, q")}) == "{a: x, b: [1, 'p, q']}\n");
  CHECK(edited("a: 2024-01-08\n", {set({"a"}, Value::day("2024-02-09"))}) == "a: 2024-02-09\n");
  CHECK(edited("a: 2024-01-08\n", {set({"a"}, "2024-02-09")}) == "a: '2024-02-09'\n");  // a text
  CHECK(edited("a: '2024-01-08'\n", {set({"a"}, "2024-02-09")}) == "a: '2024-02-09'\n");
  CHECK(edited("a: 0.50\n", {set({"a"}, 0.5)}) == "a: 0.50\n");
  CHECK(edited("a: several\n  lines\n  of text # c\nb: 1\n", {set({"a"}, "one")}) == "a: one # c\nb: 1\n");
}

TEST_CASE("a key gets another name where it stands") {
  CHECK(edited("a:  1  # one\nb: 2\n", {renaming({"a"}, "alpha")}) == "alpha:  1  # one\nb: 2\n");
  CHECK(edited("\"a\": 1\n", {renaming({"a"}, "b")}) == "\"b\": 1\n");
  CHECK(edited("'a': 1\n", {renaming({"a"}, "it's")}) == "'it''s': 1\n");
  CHECK(edited("a: 1\n", {renaming({"a"}, "b: c")}) == "'b: c': 1\n");
  CHECK(edited("{\"a\":1,\"b\":2}\n", {renaming({"b"}, "c")}) == "{\"a\":1,\"c\":2}\n");
  CHECK(edited("list: [a: 1]\n", {renaming({"list", "0", "a"}, "b")}) == "list: [b: 1]\n");
  CHECK(edited("# top\na:\n  # in\n  x: |\n    text\nb:\n", {renaming({"a"}, "c")}) ==
        "# top\nc:\n  # in\n  x: |\n    text\nb:\n");
  CHECK(edited("1: x\n2: y\n", {renaming({"2"}, "3")}) == "1: x\n3: y\n");
  CHECK(edited("a: 1\n", {renaming({"a"}, "a")}) == "a: 1\n");
  CHECK(edited("a: 1\n", {renaming({"a"}, "b"), set({"b"}, 2)}) == "b: 2\n");
}

TEST_CASE("values that a hand has lined up stay so when a key gets another name") {
  CHECK(edited("a:    1\nlong: 2\n", {renaming({"a"}, "abc")}) == "abc:  1\nlong: 2\n");
  CHECK(edited("abc:  1\nlong: 2\n", {renaming({"abc"}, "a")}) == "a:    1\nlong: 2\n");
  CHECK(edited("a:    1\nlong: 2\n", {renaming({"a"}, "longer")}) == "longer: 1\nlong: 2\n");
}

TEST_CASE("a key is not given the name of another, nor one to what has none") {
  CHECK(edited("a: 1\nb: 2\n", {renaming({"a"}, "b")}) == "refused: 'b' is there already");
  CHECK(edited("a: [1]\n", {renaming({"a", "0"}, "b")}) == "refused: there is no key 'a[0]' to rename");
  CHECK(edited("a: 1\n", {renaming({"x"}, "b")}) == "refused: there is no key 'x' to rename");
  CHECK(edited("a: 1\n", {renaming({}, "b")}) == "refused: the whole content of a file has no name");
}

TEST_CASE("a pair inside a list gets braces when it grows") {
  CHECK(edited("a: [b: 1, c]\n", {insert({"a", "0"}, "d", 2)}) == "a: [{b: 1, d: 2}, c]\n");
  CHECK(edited("a: [b: 1]  # c\n", {removal({"a", "0", "b"})}) == "a: [{}]  # c\n");
}

TEST_CASE("a value goes where nothing was") {
  CHECK(edited("a:\nb: 1\n", {set({"a"}, "x")}) == "a: x\nb: 1\n");
  CHECK(edited("a: # why\n  # more\nb: 1\n", {set({"a"}, "x")}) == "a: x # why\n  # more\nb: 1\n");
  CHECK(edited("a: # why\nb: 1\n", {set({"a"}, Map{{"c", 1}})}) == "a: # why\n  c: 1\nb: 1\n");
  CHECK(edited("a: null # why\nb: 1\n", {set({"a"}, Map{{"c", 1}})}) == "a: # why\n  c: 1\nb: 1\n");
  CHECK(edited("a: [] # why\nb: 1\n", {append({"a"}, "x")}) == "a: # why\n  - x\nb: 1\n");
  CHECK(edited("a: {}\nb: 1\n", {insert({"a"}, "c", "x")}) == "a:\n  c: x\nb: 1\n");
  CHECK(edited("a: {b: }\n", {set({"a", "b"}, "x")}) == "a: {b: x}\n");
  CHECK(edited("a: {b: []}\n", {append({"a", "b"}, "x")}) == "a: {b: [x]}\n");
  CHECK(edited("- \n- 2\n", {set({"0"}, "x")}) == "- x \n- 2\n");
  CHECK(edited("", {insert({}, "a", 1)}) == "a: 1\n");
  CHECK(edited("# head\n", {insert({}, "a", 1)}) == "# head\na: 1\n");
  CHECK(edited("# head", {insert({}, "a", 1)}) == "# head\na: 1\n");
  CHECK(edited("{}\n", {insert({}, "a", 1)}) == "a: 1\n");
  CHECK(edited("\xEF\xBB\xBF", {insert({}, "a", 1)}) ==
        "\xEF\xBB\xBF"
        "a: 1\n");
}

TEST_CASE("text of several lines") {
  CHECK(edited("a: x # c\nb: 1\n", {set({"a"}, "one\ntwo\n")}) == "a: | # c\n  one\n  two\nb: 1\n");
  CHECK(edited("a: |\n    one\n    two\nb: 1\n", {set({"a"}, "one\n\nthree\n")}) ==
        "a: |\n    one\n\n    three\nb: 1\n");
  CHECK(edited("a: | # c\n  one\nb: 1\n", {set({"a"}, "two")}) == "a: two # c\nb: 1\n");
  CHECK(edited("a: >\n  one\n  two\nb: 1\n", {set({"a"}, "x\ny")}) == "a: |-\n  x\n  y\nb: 1\n");
  CHECK(edited("{a: x}\n", {set({"a"}, "one\ntwo\n")}) == "{a: \"one\\ntwo\\n\"}\n");
  CHECK(edited("a: x\n     \nb: 1\n", {set({"a"}, "one\ntwo")}) == "a: \"one\\ntwo\"\n     \nb: 1\n");
}

TEST_CASE("appending to a list adds lines only") {
  CHECK(edited("a:\n  - x # c\n\nb: 1\n", {append({"a"}, "w")}) == "a:\n  - x # c\n  - w\n\nb: 1\n");
  CHECK(edited("a:\n- x\nb: 1\n", {append({"a"}, "w")}) == "a:\n- x\n- w\nb: 1\n");
  CHECK(edited("a:\n  -   x\n", {append({"a"}, "w")}) == "a:\n  -   x\n  -   w\n");
  CHECK(edited("a:\n  - x", {append({"a"}, "w")}) == "a:\n  - x\n  - w");
  CHECK(edited("a:\r\n  - x\r\n", {append({"a"}, Map{{"k", 1}, {"l", 2}})}) ==
        "a:\r\n  - x\r\n  - k: 1\r\n    l: 2\r\n");
  CHECK(edited("a: [x, y] # c\n", {append({"a"}, "z")}) == "a: [x, y, z] # c\n");
  CHECK(edited("a: [\n  x, # first\n  y # last\n]\n", {append({"a"}, "z")}) ==
        "a: [\n  x, # first\n  y, # last\n  z\n]\n");
  CHECK(edited("a: [\n  x,\n  y, # last\n]\n", {append({"a"}, "z")}) == "a: [\n  x,\n  y, # last\n  z,\n]\n");
  CHECK(edited("f:\n  - {a: 1, b: 2}\n", {append({"f"}, Map{{"a", 3}})}) == "f:\n  - {a: 1, b: 2}\n  - {a: 3}\n");
  CHECK(edited("a:\n  - x\n    # deeper\n  # here\n# foot\n", {append({"a"}, "w")}) ==
        "a:\n  - x\n    # deeper\n  # here\n  - w\n# foot\n");
}

TEST_CASE("inserting an entry follows its neighbours") {
  CHECK(edited("s:\n    x:\n        m: 1\n", {insert({"s"}, "w", Map{{"m", 2}})}) ==
        "s:\n    x:\n        m: 1\n    w:\n        m: 2\n");
  CHECK(edited("x:\n  a: 1\n\ny:\n  b: 1\n# foot\n", {insert({}, "z", Map{{"c", 1}})}) ==
        "x:\n  a: 1\n\ny:\n  b: 1\n\nz:\n  c: 1\n# foot\n");
  CHECK(edited("x: 1\n...\n", {insert({}, "w", 2)}) == "x: 1\nw: 2\n...\n");
  CHECK(edited("t:\n  A: {p: 1}\n", {insert({"t"}, "B", Map{{"p", 2}, {"r", List{"x", "z"}}})}) ==
        "t:\n  A: {p: 1}\n  B: {p: 2, r: [x, z]}\n");
  CHECK(edited("a: {b: 1}\n", {insert({"a"}, "c", Map{{"d", 2}})}) == "a: {b: 1, c: {d: 2}}\n");
  CHECK(edited("a: {b: 1,\n    c: 2}\n", {insert({"a"}, "d", 3)}) == "a: {b: 1,\n    c: 2, d: 3}\n");
  CHECK(edited("name:  A\ncity:  B # c\n", {insert({}, "wte", 2)}) == "name:  A\ncity:  B # c\nwte:   2\n");
  CHECK(edited("name:  A\ncity:  B\n", {insert({}, "longer", 2)}) == "name:  A\ncity:  B\nlonger: 2\n");
  CHECK(edited("a: 1\n", {insert({}, "a", 2)}) == "refused: 'a' is there already");
  CHECK(edited("a: x\n", {insert({"a"}, "b", 2)}) == "refused: this holds a value of its own and can have no entries");
}

TEST_CASE("a JSON file stays one") {
  CHECK(edited("{\n  \"a\": 1,\n  \"b\": [\"x\"]\n}\n",
               {insert({}, "c", Map{{"d", "x"}, {"e", List{"2024-01-31", 1}}})}) ==
        "{\n  \"a\": 1,\n  \"b\": [\"x\"],\n  \"c\": {\"d\": \"x\", \"e\": [\"2024-01-31\", 1]}\n}\n");
  CHECK(edited("{\"a\": [1]}\n", {append({"a"}, "x")}) == "{\"a\": [1, \"x\"]}\n");
}

TEST_CASE("missing mappings on the way are made") {
  CHECK(edited("a: 1\n", {set({"p", "q", "r"}, "x")}) == "a: 1\np:\n  q:\n    r: x\n");
  CHECK(edited("a: 1\n", {append({"p", "q"}, "x")}) == "a: 1\np:\n  q:\n    - x\n");
  CHECK(edited("p:\n  # none yet\nz: 1\n", {insert({"p"}, "q", 1)}) == "p:\n  q: 1\n  # none yet\nz: 1\n");
  CHECK(edited("a: [1]\n", {set({"a", "7"}, "x")}) == "refused: the list has no item 7");
}

TEST_CASE("removing takes the lines of an entry and its comments") {
  CHECK(edited("# head\na: 1\n# about b\nb: 2\n  # deeper\nc: 3\n", {removal({"b"})}) == "# head\na: 1\nc: 3\n");
  CHECK(edited("# head\na: 1\nb: 2\n", {removal({"a"})}) == "# head\nb: 2\n");
  CHECK(edited("l:\n  - a: 1\n    b: 2\n  - c: 3\n", {removal({"l", "0", "a"})}) == "l:\n  - b: 2\n  - c: 3\n");
  CHECK(edited("l:\n  - a: 1\n    # about b\n    b: 2\n", {removal({"l", "0", "a"})}) ==
        "l:\n  -\n    # about b\n    b: 2\n");
  CHECK(edited("l:\n  - x # c\nm: 1\n", {removal({"l", "0"})}) == "l: []\nm: 1\n");
  CHECK(edited("l:\n  - x\n  - y\n", {removal({"l", "0"})}) == "l:\n  - y\n");
  CHECK(edited("a: [x, y, z]\n", {removal({"a", "0"})}) == "a: [y, z]\n");
  CHECK(edited("a: [x, y, z]\n", {removal({"a", "2"})}) == "a: [x, y]\n");
  CHECK(edited("a: {x: 1, y: }\n", {removal({"a", "y"})}) == "a: {x: 1 }\n");
  CHECK(edited("a: { x: 1 }\n", {removal({"a", "x"})}) == "a: {}\n");
  CHECK(edited("a: 1\nb: 2", {removal({"b"})}) == "a: 1");
  CHECK(edited("a: 1\n", {removal({"a"})}) == "{}\n");
  CHECK(edited("a: 1\n", {removal({"b"})}) == "refused: there is no 'b' to remove");
}

TEST_CASE("a mapping set to a mapping changes entry by entry") {
  CHECK(edited("a:\n  # about b\n  b: 1 # one\n  c: 2\n  d: 3\n", {set({"a"}, Map{{"b", 1}, {"c", 5}, {"e", 6}})}) ==
        "a:\n  # about b\n  b: 1 # one\n  c: 5\n  e: 6\n");
  CHECK(edited("a:\n  - x # c\n  - y\n  - z\n", {set({"a"}, List{"x", "w"})}) == "a:\n  - x # c\n  - w\n");
  CHECK(edited("a:\n  - x # 1\n  - v # 2\n  - z # 3\n", {set({"a"}, List{"x", "z"})}) == "a:\n  - x # 1\n  - z # 3\n");
  CHECK(edited("a:\n  - x # 1\n  - v # 2\n", {set({"a"}, List{"v"})}) == "a:\n  - v # 2\n");
  CHECK(edited("a: [x, x, x]\n", {set({"a"}, List{"x"})}) == "a: [x]\n");
  CHECK(edited("a: [x, y]\n", {set({"a"}, List{"x", "y", "z"})}) == "a: [x, y, z]\n");
  CHECK(edited("a:\n  b: 1\nc: 1\n", {set({"a"}, "x")}) == "a: x\nc: 1\n");
  CHECK(edited("a:\n  b: 1\nc: 1\n", {set({"a"}, Value::list())}) == "a: []\nc: 1\n");
  CHECK(edited("a: {b: 1}\nc: 1\n", {set({"a"}, List{"x"})}) == "a:\n  - x\nc: 1\n");
}

TEST_CASE("several edits work on each other's results") {
  CHECK(edited("a: 1\n", {insert({}, "b", Value::map()), insert({"b"}, "c", List{1}), append({"b", "c"}, 2)}) ==
        "a: 1\nb:\n  c:\n    - 1\n    - 2\n");
}

TEST_CASE("a pair in a list without brackets of its own stays as it is beside other edits") {
  CHECK(edited("a: [b: c, d]\ne: 1\n", {set({"e"}, 2)}) == "a: [b: c, d]\ne: 2\n");
}

TEST_CASE("in a file of two kinds of line ends a new line ends like the one above it") {
  CHECK(edited("a: 1\r\nb:\n  c: 1\n", {insert({"b"}, "d", 2)}) == "a: 1\r\nb:\n  c: 1\n  d: 2\n");
  CHECK(edited("a:\n  b: 1\r\nc: 1\n", {insert({"a"}, "d", Value(Map{{"e", 2}}))}) ==
        "a:\n  b: 1\r\n  d:\r\n    e: 2\r\nc: 1\n");
  CHECK(edited("a: 1\r\nb: [\n  c\n]\n", {append({"b"}, "d")}) == "a: 1\r\nb: [\n  c,\n  d\n]\n");
}

TEST_CASE("a comment between empty brackets is not thrown away, and a text that stops in the middle of a line kept") {
  CHECK(edited("a: {\n  # none yet\n}\nb: 1\n", {insert({"a"}, "c", 1)}) == "a: {\n  # none yet\n  c: 1\n}\nb: 1\n");
  CHECK(edited("a: [ # none yet\n]\nb: 1\n", {append({"a"}, "c")}) == "a: [ # none yet\n  c\n]\nb: 1\n");
  CHECK(edited("a: {\n}\nb: 1\n", {insert({"a"}, "c", 1)}) == "a:\n  c: 1\nb: 1\n");
  CHECK(edited("a: |\n  text", {insert({}, "b", 1)}) == "refused: the change of 'b' could not be made safely");
}

TEST_CASE("an entry of brackets goes with its comma, and comments beside it do not hinder") {
  CHECK(edited("a: {b: 1, # one\n    c: 2}\n", {removal({"a", "c"})}) == "a: {b: 1 # one\n    }\n");
  CHECK(edited("a: {b: 1, # one\n    c: 2}\n", {removal({"a", "b"})}) == "a: { # one\n    c: 2}\n");
  CHECK(edited("a: [\n  x # first\n  , y # second\n]\n", {removal({"a", "0"})}) == "a: [\n   y # second\n]\n");
  CHECK(edited("a: [\n  x # first\n  , y # second\n]\n", {removal({"a", "1"})}) ==
        "a: [\n  x # first\n    # second\n]\n");
  CHECK(edited("a: [\n  x # only\n]\n", {removal({"a", "0"})}) == "a: [\n]\n");
  CHECK(edited("a: [\n  # head\n  x, # one\n  y, # two\n]\n", {removal({"a", "1"})}) ==
        "a: [\n  # head\n  x, # one\n]\n");
}

TEST_CASE("text that YAML cannot hold is refused") {
  CHECK(edited("a: 1\n", {set({"a"}, std::string("x\0y", 3))}) ==
        "refused: the new text is not valid UTF-8, or holds a NUL");
  CHECK(edited("a: 1\n", {set({"a"}, "x\xFF")}) == "refused: the new text is not valid UTF-8, or holds a NUL");
}

TEST_CASE("new files in the house style") {
  CHECK(yaml::emit(Map{{"thrive", 1},
                       {"project", Map{{"name", "A: b"}, {"started", Value::day("2024-01-08")}, {"open", true}}},
                       {"list", List{"x", Map{{"k", 1}, {"l", List{1, 2}}}, Value::list()}},
                       {"text", "one\ntwo\n"},
                       {"none", nullptr},
                       {"share", 0.1}}) ==
        "thrive: 1\n"
        "project:\n"
        "  name: 'A: b'\n"
        "  started: 2024-01-08\n"
        "  open: true\n"
        "list:\n"
        "  - x\n"
        "  - k: 1\n"
        "    l:\n"
        "      - 1\n"
        "      - 2\n"
        "  - []\n"
        "text: |\n"
        "  one\n"
        "  two\n"
        "none: null\n"
        "share: 0.1\n");
  CHECK(yaml::emit(Value::map()) == "{}\n");
  CHECK(yaml::emit("NO") == "'NO'\n");
}
