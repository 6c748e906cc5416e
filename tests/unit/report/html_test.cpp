// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>

#include "libthrive/report/html_words.hpp"
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
  CHECK(has(to_html(document), "content: \"\\3c \\2f style\\3e \\22 \\7d \\e9 \";"));
}

TEST_CASE("tables have captions and scopes") {
  Document document;
  document.table({"Waits", {{"from"}, {"days", Align::right}}, {{"gp", "3"}, {"", "4"}}});
  const std::string page = to_html_part(document);
  CHECK(page ==
        "<section>\n<div class=\"table short\" role=\"region\" aria-label=\"Waits\" tabindex=\"0\">\n<table>\n"
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

TEST_CASE("a folded section is closed by the next heading that is no deeper, and by the end") {
  Document document;
  document.folded(1, "In words").heading(2, "Health").paragraph("a").heading(1, "After").paragraph("b");
  document.folded(1, "More").paragraph("c");
  CHECK(to_html_part(document) ==
        "<section>\n<details>\n<summary><h2>In words</h2></summary>\n<h3>Health</h3>\n<p>a</p>\n</details>\n"
        "<h2>After</h2>\n<p>b</p>\n<details>\n<summary><h2>More</h2></summary>\n<p>c</p>\n</details>\n</section>\n");
  CHECK(to_markdown(document) == "# In words\n\n## Health\n\na\n\n# After\n\nb\n\n# More\n\nc\n");
  CHECK(has(to_text(document), "In words\n--------\n"));
}

TEST_CASE("a fold in a fold is an ordinary section of it") {
  Document document;
  document.folded(1, "a").folded(2, "b").paragraph("c");
  CHECK(to_html_part(document) ==
        "<section>\n<details>\n<summary><h2>a</h2></summary>\n<h3>b</h3>\n<p>c</p>\n</details>\n</section>\n");
}

TEST_CASE("wide documents are printed on wide pages, up to where they are turned") {
  Document document;
  document.pages = Pages::wide;
  document.title = "Map";
  document.paragraph("a").page_break(Pages::upright).paragraph("b").page_break().paragraph("c");
  CHECK(to_html_part(document) ==
        "<section class=\"wide\">\n<h2>Map</h2>\n<p>a</p>\n<div class=\"upright\">\n<p class=\"page\">b</p>\n"
        "<p class=\"page\">c</p>\n</div>\n</section>\n");
  CHECK(has(to_html(document), "<body class=\"wide\">"));
  CHECK(has(to_html(document), "@page wide { size: A4 landscape;"));
  document.page_break(Pages::wide).paragraph("d");
  CHECK(has(to_html_part(document), "<p class=\"page\">c</p>\n</div>\n<p class=\"page\">d</p>\n</section>"));
}

TEST_CASE("wide pages in an upright document stand in a division of their own") {
  Document document;
  document.page_break(Pages::wide).paragraph("a");
  CHECK(to_html_part(document) == "<section>\n<div class=\"wide\">\n<p class=\"page\">a</p>\n</div>\n</section>\n");
}

TEST_CASE("large pictures are printed on large paper") {
  Document document;
  document.pages = Pages::poster;
  document.paragraph("a").page_break(Pages::wide).paragraph("b").page_break(Pages::upright).paragraph("c");
  CHECK(to_html_part(document) ==
        "<section class=\"poster\">\n<p>a</p>\n<div class=\"wide\">\n<p class=\"page\">b</p>\n</div>\n"
        "<div class=\"upright\">\n<p class=\"page\">c</p>\n</div>\n</section>\n");
  CHECK(has(to_html(document), "@page poster { size: A3 landscape;"));
}

TEST_CASE("pages are not turned inside a fold") {
  Document document;
  document.folded(1, "a").page_break(Pages::wide).paragraph("b");
  CHECK(has(to_html_part(document), "</summary>\n<p class=\"page\">b</p>\n</details>\n</section>"));
}

TEST_CASE("the empty columns of a form get the room") {
  Document document;
  document.table({"", {{"Kind"}, {"Ours"}, {"Theirs"}}, {{"a", "", ""}, {"b", "", ""}}, 3});
  const std::string page = to_html_part(document);
  CHECK(has(page, "<div class=\"table form short\""));
  CHECK(has(page, "<colgroup><col><col style=\"width:40%\"><col style=\"width:40%\"></colgroup>"));
  CHECK(has(page, "<td style=\"height:6em\"></td>"));
}

TEST_CASE("a question and the form for its answer stay on one page; long tables may break") {
  Document document;
  Table question{"", {{"Score"}}, {{"1"}}};
  document.table(question).table({"", {{"Evidence"}}, {{""}}, 2}).table({"", {{"x"}}, {}});
  document.blocks.emplace_back(Table{"", {{"x"}}, std::vector<std::vector<Cell>>(9, {Cell("y")})});
  const std::string page = to_html_part(document);
  CHECK(has(page, "<section>\n<div class=\"short\">\n<div class=\"table short\""));
  CHECK(has(page, "</table>\n</div>\n</div>\n<div class=\"table short\""));
  CHECK(has(page, "<div class=\"table\" role"));
}

TEST_CASE("a picture scrolls in its own frame; one too large for a screen can be shown in full size") {
  CHECK(natural_size("<svg width=\"420mm\" height=\"297mm\">").width == doctest::Approx(1587.4).epsilon(1e-4));
  CHECK(natural_size("<svg width=\"760\" height=\"503.6\">").height == doctest::Approx(503.6));
  CHECK(natural_size("<svg viewBox=\"0 0 1 1\"><a width=\"5\">").width == 0);
  Document document;
  document.heading(1, "Waits").figure({Svg(760, 500, "a", "b").finish(), "a", "", "As drawn", true});
  document.figure({Svg(1200, 500, "a", "b").finish(), "a", "", ""});
  document.figure({Svg(600, 700, "a", "b").finish(), "a", "", "Beside"});
  const std::string page = to_html_part(document);
  CHECK(has(page, "<div class=\"picture broad\" role=\"group\" aria-label=\"Waits\" tabindex=\"0\">\n<svg"));
  CHECK(has(page, "<figcaption class=\"heard\">As drawn</figcaption>"));
  CHECK(has(page,
            "<label class=\"enlarge\"><input type=\"checkbox\"> Show in full size</label>\n"
            "<div class=\"picture large\""));
  CHECK(has(page, "<div class=\"picture high\""));
  CHECK(has(page, "<figcaption>Beside</figcaption>"));
}

TEST_CASE("names from right to left are isolated, and nothing else") {
  CHECK(html_words("a (b), 12") == "a (b), 12");
  CHECK(html_words("\u05e9\u05dc\u05d5\u05dd (34), 12 people") ==
        "<bdi>\u05e9\u05dc\u05d5\u05dd</bdi> (34), 12 people");
  CHECK(html_words("to \u0627\u0628 & \u062a\u062b.") == "to <bdi>\u0627\u0628 &amp; \u062a\u062b</bdi>.");
  CHECK(html_words("\u0627 a \u0628\n\u00e9") == "<bdi>\u0627</bdi> a <bdi>\u0628</bdi><br>\n\u00e9");
}

TEST_CASE("a page of several parts has contents, and their common classification on every page") {
  Document map;
  map.title = "Map & more";
  map.classification = "A < B";
  Document scores;
  scores.paragraph("x");
  const std::string page = html_page("Report", "", {to_html_part(map), to_html_part(scores)});
  CHECK(has(page, "<li><a href=\"#part-1\">Map &amp; more</a></li>\n</ol>"));
  CHECK(has(page, "<div id=\"part-2\">\n<section>\n<p>x</p>"));
  CHECK(has(page, "content: \"A \\3c  B\";"));
  CHECK(has(page, "<header>\n<p class=\"classification\">A &lt; B</p>"));
  CHECK(!has(html_page("Report", "", {to_html_part(map)}), "<nav"));
  scores.classification = "B";
  const std::string differ = html_page("Report", "", {to_html_part(map), to_html_part(scores)});
  CHECK(!has(differ, "@top-center"));
  CHECK(has(differ, "<header>\n<h1>"));
}
