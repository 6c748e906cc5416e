// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>

#include "libthrive/report/inline_svg.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/report/svg.hpp"

using namespace thrive::report;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a page stands alone: language, landmarks, no script, nothing fetched") {
  Document document;
  document.title = "Map <1>";
  document.classification = "OFFICIAL";
  document.paragraph("Hello & goodbye", "Note:");
  const std::string page = to_html(document);
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
  CHECK(has(page, "<title>Map &lt;1&gt;</title>"));
  CHECK(has(page, "<h1>Map &lt;1&gt;</h1>"));
  CHECK(has(page, "<main id=\"main\">\n<p><strong>Note:</strong> Hello &amp; goodbye</p>\n</main>"));
  CHECK(has(page, "<p class=\"classification\">OFFICIAL</p>"));
  CHECK(has(page, "@page { size: A4;"));
  CHECK(has(page, "@top-center { content: \"OFFICIAL\";"));
  CHECK(!has(page, "<script"));
  CHECK(!has(page, "http://"));
  CHECK(!has(page, "https://"));
}

TEST_CASE("a classification cannot end the style that prints it") {
  Document document;
  document.classification = "</style>\"}é";
  CHECK(has(to_html(document), "content: \"\\00003c\\00002fstyle\\00003e\\000022\\00007d\\0000e9\";"));
}

TEST_CASE("tables have captions and scopes") {
  Document document;
  document.table({"Waits", {{"from"}, {"days", Align::right}}, {{"gp", "3"}, {"", "4"}}});
  const std::string page = to_html_part(document);
  CHECK(page ==
        "<section>\n<div class=\"table\" role=\"region\" aria-label=\"Waits\" tabindex=\"0\">\n<table>\n"
        "<caption>Waits</caption>\n<thead>\n<tr><th scope=\"col\">from</th><th scope=\"col\" "
        "class=\"right\">days</th></tr>\n"
        "</thead>\n<tbody>\n<tr><th scope=\"row\">gp</th><td class=\"right\">3</td></tr>\n"
        "<tr><td></td><td class=\"right\">4</td></tr>\n</tbody>\n</table>\n</div>\n</section>\n");
}

TEST_CASE("a row is named by its first words, and a table without a caption by the heading above it") {
  Document document;
  Cell best("S3");
  best.strong = true;
  document.title = "Result";
  document.heading(1, "Count").table({"", {{"Place", Align::right}, {"Item"}}, {{"1", best}}});
  const std::string page = to_html_part(document);
  CHECK(has(page, "aria-label=\"Count\""));
  CHECK(has(page, "<tr><td class=\"right\">1</td><th scope=\"row\"><strong>S3</strong></th></tr>"));
}

TEST_CASE("a page break is on whatever comes next") {
  Document document;
  document.page_break().heading(1, "next").paragraph("x");
  CHECK(to_html_part(document) == "<section>\n<h2 class=\"page\">next</h2>\n<p>x</p>\n</section>\n");
}

TEST_CASE("a picture is part of the page and keeps its ids and styles to itself") {
  Svg svg(10, 10, "Waits", "They fall.");
  svg.style(".a,.b{fill:red}\n@media print{.a{fill:#000}}");
  svg.element("circle", {{"id", "c"}, {"fill", "url(#g)"}});
  const std::string picture = inline_svg(svg.finish(), "Waits fall");
  CHECK(picture.starts_with("<svg id=\"picture-"));
  const std::string scope = picture.substr(9, std::string("picture-00000000").size());
  CHECK(has(picture, " aria-label=\"Waits fall\""));
  CHECK(has(picture, "#" + scope + " .a,#" + scope + " .b{fill:red}"));
  CHECK(has(picture, "@media print{#" + scope + " .a{fill:#000}\n}"));
  CHECK(has(picture, " id=\"" + scope + "-c\" fill=\"url(#" + scope + "-g)\""));
}

TEST_CASE("what is no picture becomes its words") { CHECK(inline_svg("oops", "a < b") == "<p>a &lt; b</p>\n"); }
