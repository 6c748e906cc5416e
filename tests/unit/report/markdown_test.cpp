// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>

#include "libthrive/report/render.hpp"

using namespace thrive::report;

TEST_CASE("a document as Markdown") {
  Document document;
  document.title = "Thornmere *today*";
  document.subtitle = "a\nb";
  document.heading(1, "Findings").paragraph("One\n# two", "Loops:").items({"x\ny"}).items({"a", "b"}, true);
  document.table({"Waits", {{"from"}, {"days", Align::right}}, {{"a|b", "3"}, {"", ""}}, 2});
  CHECK(to_markdown(document) ==
        "# Thornmere \\*today\\*\n\na\\\nb\n\n## Findings\n\n**Loops:** One\\\n\\# two\n\n- x\\\n  y\n\n1. a\n2. b\n\n"
        "**Waits**\n\n| from | days |\n| --- | ---: |\n| a\\|b | 3 |\n| <br> | <br> |\n");
}

TEST_CASE("parts have their headings further down, and no level is left out") {
  Document document;
  document.title = "Part";
  document.heading(1, "one").heading(3, "deep").heading(1, "two");
  CHECK(to_markdown(document, 1) == "## Part\n\n### one\n\n#### deep\n\n### two\n");
}

TEST_CASE("a figure is a link where its picture lies beside the page, and words where it does not") {
  Document document;
  document.figure({"<svg/>", "Waits [fall]", "o\n```\no", "Waits"});
  CHECK(to_markdown(document, 0, {"my map-1.svg"}) == "![Waits \\[fall\\]](my%20map-1.svg)\n\n*Waits*\n");
  CHECK(to_markdown(document) == "*Waits*\n\n````text\no\n```\no\n````\n");
}
