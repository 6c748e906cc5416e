// SPDX-License-Identifier: MIT
#include "libthrive/yaml/document.hpp"

#include <doctest/doctest.h>

#include "libthrive/yaml/edit.hpp"

using namespace thrive;

namespace {

const yaml::Document& sample() {
  static const yaml::Document document = [] {
    text::Diagnostics problems;
    return yaml::parse(text::Source("p.yaml",
                                    "\xEF\xBB\xBFserv\xC3\xAF"
                                    "ces:\r\n"
                                    "  spa: {name: \"A \\u00e9\", wte: }\r\n"
                                    "list:\r\n"
                                    "- x # c\r\n"
                                    "- [y1, 'it''s']\r\n"
                                    "text: |\r\n"
                                    "  one\r\n"
                                    "  two\r\n"
                                    "empty:\r\n"),
                       problems)
        .value();
  }();
  return document;
}

std::string line_and_column(const yaml::Path& path) {
  const text::Position at = sample().place(sample().find(path)).from;
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string source_text(const yaml::Path& path) {
  return std::string(sample().source().text(sample().node(sample().find(path)).text));
}

}  // namespace

TEST_CASE("every value is found at its path, with its place in characters") {
  CHECK(line_and_column({}) == "1:1");
  CHECK(line_and_column({"serv\xC3\xAF"
                         "ces"}) == "2:3");
  CHECK(line_and_column({"serv\xC3\xAF"
                         "ces",
                         "spa", "name"}) == "2:15");
  CHECK(line_and_column({"list", "1", "1"}) == "5:8");
  CHECK(line_and_column({"empty"}) == "9:7");
  CHECK(sample().find({"list", "2"}) == yaml::no_node);
  CHECK(sample().find({"list", "x"}) == yaml::no_node);
  CHECK(sample().find({"list", "0", "0"}) == yaml::no_node);
  CHECK(sample().find({"none", "spa"}) == yaml::no_node);
  CHECK(sample().node(sample().key_node(sample().root(), "list")).value == "list");
  CHECK(sample().key_node(sample().root(), "none") == yaml::no_node);
}

TEST_CASE("spans cover exactly what is written, values what is meant") {
  CHECK(source_text({"serv\xC3\xAF"
                     "ces",
                     "spa", "name"}) == "\"A \\u00e9\"");
  CHECK(source_text({"serv\xC3\xAF"
                     "ces",
                     "spa"}) == "{name: \"A \\u00e9\", wte: }");
  CHECK(source_text({"list"}) == "- x # c\r\n- [y1, 'it''s']");
  CHECK(source_text({"text"}) == "|\r\n  one\r\n  two");
  CHECK(source_text({"empty"}).empty());
  const text::Value value = yaml::to_value(sample(), sample().root());
  CHECK(text::to_json(value) ==
        "{\n  \"serv\xC3\xAF"
        "ces\": {\n    \"spa\": {\n      \"name\": \"A \xC3\xA9\",\n      \"wte\": null\n    }\n  },\n"
        "  \"list\": [\n    \"x\",\n    [\n      \"y1\",\n      \"it's\"\n    ]\n  ],\n"
        "  \"text\": \"one\\ntwo\\n\",\n  \"empty\": null\n}\n");
}

TEST_CASE("paths as people read them") {
  CHECK(yaml::format({}) == "");
  CHECK(yaml::format({"pathways", "current", "flows", "3", "to"}) == "pathways.current.flows[3].to");
  CHECK(yaml::format({"a b", "c.d"}) == "\"a b\".\"c.d\"");
}
