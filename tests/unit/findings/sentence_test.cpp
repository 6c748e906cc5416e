// SPDX-License-Identifier: MIT
#include "libthrive/findings/sentence.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace thrive;
using findings::Facts;
using findings::filled;
using findings::Sentence;

namespace {

Sentence plain(std::string text) { return {std::move(text), {}, {}}; }

std::string said(std::string text, const Facts& facts) { return filled(plain(std::move(text)), facts).value_or("-"); }

text::Value list(const std::vector<std::string>& items) { return text::Value::list_of(items); }

}  // namespace

TEST_CASE("sentences: facts stand in their places") {
  CHECK(said("sheet '{sheet}' lacks {what}", {{"sheet", "S3"}, {"what", "a date"}}) == "sheet 'S3' lacks a date");
  CHECK(said("{n} of {of}", {{"n", 3}, {"of", 4.5}}) == "3 of 4.5");
  CHECK(said("{n:.0} or {n:.2}", {{"n", 12.345}}) == "12 or 12.35");
  CHECK(said("{n} {n:week|weeks}, {m} {m:week|weeks}", {{"n", 1}, {"m", 2}}) == "1 week, 2 weeks");
  CHECK(said("write {{ points: 20 }}", {}) == "write { points: 20 }");
  CHECK(said("an { alone", {}) == "an { alone");
}

TEST_CASE("sentences: what stands in a fact is not looked at for places") {
  CHECK(said("gap '{gap}'", {{"gap", "{gap} {other}"}}) == "gap '{gap} {other}'");
}

TEST_CASE("sentences: lists are said in words, with commas, or each in quotes") {
  CHECK(said("{a}", {{"a", list({"x", "y", "z"})}}) == "x, y and z");
  CHECK(said("{a:,}", {{"a", list({"x", "y", "z"})}}) == "x, y, z");
  CHECK(said("'{a}'", {{"a", list({"x", "y", "z"})}}) == "'x', 'y' and 'z'");
  CHECK(said("'{a}'", {{"a", list({"x"})}}) == "'x'");
  CHECK(said("{a:it|them}", {{"a", list({"x"})}}) == "it");
  CHECK(said("{a:it|them}", {{"a", list({"x", "y"})}}) == "them");
}

TEST_CASE("sentences: a fact that is not known leaves the sentence unsaid") {
  CHECK(said("'{field}' is missing in {where}", {{"field", "name"}}) == "-");
  CHECK(said("{near}", {{"near", ""}}) == "-");
  CHECK(said("{near}", {{"near", text::Value()}}) == "-");
}

TEST_CASE("sentences: the first alternative of which all facts are known") {
  const Sentence advice{"", {}, {plain("did you mean '{near}'?"), plain("known: {known:,}")}};
  CHECK(filled(advice, {{"near", "spa"}, {"known", list({"spa"})}}) == "did you mean 'spa'?");
  CHECK(filled(advice, {{"near", ""}, {"known", list({"spa", "gp"})}}) == "known: spa, gp");
  CHECK_FALSE(filled(advice, {}).has_value());
}

TEST_CASE("sentences: a case by its word, by a number, and the one for all others") {
  const Sentence by_word{"", {{"late", plain("it is late")}, {"otherwise", plain("it is there")}}, {}};
  CHECK(filled(by_word, {{"case", "late"}}) == "it is late");
  CHECK(filled(by_word, {{"case", "early"}}) == "it is there");
  CHECK(filled(by_word, {}) == "it is there");
  const Sentence by_number{"", {{"one", plain("a line")}, {"other", plain("{count} lines")}}, {}};
  CHECK(filled(by_number, {{"count", 1}}) == "a line");
  CHECK(filled(by_number, {{"count", 0}}) == "0 lines");
  CHECK_FALSE(filled(by_number, {}).has_value());
}

TEST_CASE("sentences: the names of their facts") {
  const Sentence sentence{"", {{"one", plain("{a} {b:.1}")}, {"other", plain("{b} {c:x|y} {{d}}")}}, {}};
  CHECK(findings::names_in(sentence) == std::vector<std::string>{"count", "a", "b", "c"});
}
