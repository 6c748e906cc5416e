// SPDX-License-Identifier: MIT
#include "libthrive/cli/format.hpp"

#include <doctest/doctest.h>

using namespace thrive::cli;

TEST_CASE("extensions choose the form") {
  CHECK(format_from_file_name("map.svg") == Format::svg);
  CHECK(format_from_file_name("a/b.c/Map.HTM") == Format::html);
  CHECK(format_from_file_name("check.sarif.json") == Format::sarif);
  CHECK(format_from_file_name("check.json") == Format::json);
  CHECK(format_from_file_name("map.gv") == Format::dot);
  CHECK(format_from_file_name("notes") == std::nullopt);
  CHECK(format_from_file_name(".json") == std::nullopt);
  CHECK(format_from_file_name("") == std::nullopt);
}

TEST_CASE("names and forms are the same both ways") {
  for (const char* word :
       {"text", "markdown", "html", "csv", "json", "svg", "dot", "mermaid", "graphml", "sarif", "junit", "ics"})
    CHECK(name(format_from_name(word).value()) == word);
  CHECK(format_from_name("yaml") == std::nullopt);
}
