// SPDX-License-Identifier: MIT
//
// Escapes and forms that a slip would drop without a sound.
#include <doctest/doctest.h>

#include "libthrive/report/inline_svg.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/report/svg.hpp"
#include "libthrive/text/date.hpp"
#include "libthrive/text/unicode.hpp"

using namespace thrive;
using namespace thrive::report;

TEST_CASE("csv: every sign that starts a formula, full-width ones too") {
  for (const char* sign : {"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"})
    CHECK(escape_csv(std::string(sign) + "1") == "\"'" + std::string(sign) + "1\"");
  CHECK(escape_csv("\t1").starts_with("\"'"));
  CHECK(escape_csv("\r1").starts_with("\"'"));
}

TEST_CASE("csv: blanks at either end are kept by quotes") {
  CHECK(escape_csv(" a") == "\" a\"");
  CHECK(escape_csv("a ") == "\"a \"");
  CHECK(escape_csv("a b") == "a b");
}

TEST_CASE("csv: a list is one cell, and its first word no formula") {
  Table table;
  table.columns = {{"words", Align::left}};
  Cell cell;
  cell.exact = text::Value::List{"=1+1", "b"};
  table.rows = {{cell}};
  CHECK(to_csv(table) == "words\n\"'=1+1; b\"\n");
}

TEST_CASE("html: the words that stand for a picture of characters are escaped where they are an attribute") {
  Document document;
  Figure figure;
  figure.text = "o--x";
  figure.alternative = "\"><script>";
  document.blocks.emplace_back(figure);
  const std::string page = to_html(document);
  CHECK(page.find("<script>") == std::string::npos);
  CHECK(page.find("aria-label=\"&quot;&gt;&lt;script&gt;\"") != std::string::npos);
}

TEST_CASE("html: a picture has one role, its own or the usual one") {
  const auto roles = [](const std::string& svg) {
    std::size_t count = 0;
    const std::string picture = inline_svg(svg, "what it shows");
    for (std::size_t at = picture.find(" role="); at != std::string::npos; at = picture.find(" role=", at + 1)) ++count;
    return count;
  };
  CHECK(roles("<svg role=\"group\"><rect/></svg>") == 1);
  CHECK(roles("<svg><rect/></svg>") == 1);
}

TEST_CASE("svg: words that appear when a pointer rests on a shape are escaped") {
  Svg svg(10, 10, "t", "");
  svg.open("g").explain("</title><script>").close();
  const std::string picture = svg.finish();
  CHECK(picture.find("<script>") == std::string::npos);
  CHECK(picture.find("<title>&lt;/title&gt;&lt;script&gt;</title>") != std::string::npos);
}

TEST_CASE("text: every control of direction and every line end of Unicode is made visible") {
  for (char32_t code = 0x2066; code <= 0x2069; ++code)
    CHECK(text::without_controls(text::to_utf8(code)) == "\xEF\xBF\xBD");
  for (char32_t code = 0x202A; code <= 0x202E; ++code)
    CHECK(text::without_controls(text::to_utf8(code)) == "\xEF\xBF\xBD");
  for (const char32_t code : {U'\u2028', U'\u2029', U'\uFFFE', U'\uFFFF'})
    CHECK(text::without_controls(text::to_utf8(code)) == "\xEF\xBF\xBD");
  CHECK(text::without_controls(text::to_utf8(0x2065)) == text::to_utf8(0x2065));
  CHECK(text::without_controls(text::to_utf8(0x206A)) == text::to_utf8(0x206A));
}

TEST_CASE("text: dates end with the year 2199") {
  CHECK(text::parse_date("2199-12-31"));
  CHECK_FALSE(text::parse_date("2200-01-01"));
  CHECK(text::parse_date("1900-01-01"));
  CHECK_FALSE(text::parse_date("1899-12-31"));
}

TEST_CASE("text: characters beyond Unicode and written too long are no UTF-8") {
  CHECK(text::is_valid_utf8("\xF4\x8F\xBF\xBF"));        // U+10FFFF
  CHECK_FALSE(text::is_valid_utf8("\xF4\x90\x80\x80"));  // U+110000
  CHECK_FALSE(text::is_valid_utf8("\xF0\x8F\xBF\xBF"));  // U+FFFF in four bytes
  CHECK_FALSE(text::is_valid_utf8("\xE0\x9F\xBF"));      // U+07FF in three
}

TEST_CASE("markdown: what would make a block of a line is escaped") {
  for (const char* sign : {"#", "+", "-", "=", ":"})
    CHECK(escape_markdown(std::string(sign) + " a") == "\\" + std::string(sign) + " a");
  CHECK(escape_markdown("12. a") == "12\\. a");
  CHECK(escape_markdown("12) a") == "12\\) a");
  Document document;
  document.blocks.emplace_back(Paragraph{"two lines\n\n"});
  CHECK(to_markdown(document).find('\\') == std::string::npos);  // no break with nothing behind it
}
