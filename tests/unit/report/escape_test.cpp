// SPDX-License-Identifier: MIT
// The same escapes are tried on thousands of random texts against other programs' readers in
// tests/agreement/escapes.py.
#include <doctest/doctest.h>

#include <string>

#include "libthrive/report/render.hpp"

using namespace thrive::report;

TEST_CASE("HTML") {
  CHECK(escape_html("A & B <b> \"x\" 'y'") == "A &amp; B &lt;b&gt; &quot;x&quot; &#39;y&#39;");
  CHECK(escape_html("two\nlines") == "two\nlines");
  CHECK(escape_xml_attribute("two\nlines") == "two lines");
}

TEST_CASE("control characters, escape sequences and direction overrides are visible and harmless everywhere") {
  const std::string nasty =
      "a\x1b[2Jb\xE2\x80\xAE"
      "c\xC2\x9B"
      "d\x07";
  for (const std::string& escaped : {escape_html(nasty), escape_xml_attribute(nasty), escape_markdown(nasty),
                                     escape_dot(nasty), escape_mermaid(nasty), escape_csv(nasty)}) {
    CHECK(escaped.find('\x1b') == std::string::npos);
    CHECK(escaped.find('\x07') == std::string::npos);
    CHECK(escaped.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(escaped.find("\xC2\x9B") == std::string::npos);
    CHECK(escaped.find("\xE2\x90\x9B") != std::string::npos);  // the picture of ESC
  }
}

TEST_CASE("Markdown") {
  CHECK(escape_markdown("*bold* _it_ `code` [link](x) a|b") == "\\*bold\\* \\_it\\_ \\`code\\` \\[link\\](x) a\\|b");
  CHECK(escape_markdown("snake_case stays") == "snake_case stays");
  CHECK(escape_markdown("<script>&amp;") == "&lt;script&gt;&amp;amp;");
  CHECK(escape_markdown("# no heading") == "\\# no heading");
  CHECK(escape_markdown("- no item") == "\\- no item");
  CHECK(escape_markdown("+ no item") == "\\+ no item");
  CHECK(escape_markdown("12. no item") == "12\\. no item");
  CHECK(escape_markdown("12) no item") == "12\\) no item");
  CHECK(escape_markdown("12 items") == "12 items");
  CHECK(escape_markdown("    no code") == "no code");
  CHECK(escape_markdown("~~no~~ $x$") == "\\~\\~no\\~\\~ \\$x\\$");
  CHECK(escape_markdown("") == "");
}

TEST_CASE("DOT and Mermaid") {
  CHECK(escape_dot("say \"A&E\"\\n\nnext") == "say \\\"A&amp;E\\\"\\\\n\\nnext");
  CHECK(escape_mermaid("\"a\" <b>; %%{init}%% #1\n`x`") ==
        "#quot;a#quot; #lt;b#gt;#59; #37;#37;{init}#37;#37; #35;1<br/>#96;x#96;");
}

TEST_CASE("CSV: text that a spreadsheet would take for a formula") {
  CHECK(escape_csv("=1+1") == "\"'=1+1\"");
  CHECK(escape_csv("+44") == "\"'+44\"");
  CHECK(escape_csv("-5") == "\"'-5\"");
  CHECK(escape_csv("@x") == "\"'@x\"");
  CHECK(escape_csv("\t=1") == "\"'\t=1\"");  // a tab is a blank like others
  CHECK(escape_csv("'=1") == "\"''=1\"");
  CHECK(escape_csv("it's") == "\"it's\"");
  CHECK(escape_csv("\r=1") == "\"' =1\"");
  CHECK(escape_csv("＝1") == "\"'＝1\"");
  CHECK(escape_csv("plain") == "plain");
  CHECK(escape_csv("a,b") == "\"a,b\"");
  CHECK(escape_csv("say \"x\"") == "\"say \"\"x\"\"\"");
  CHECK(escape_csv("two\nlines") == "\"two\nlines\"");
  CHECK(escape_csv("") == "");
}

TEST_CASE("CSV: numbers are never guarded, missing values are empty") {
  using thrive::text::Value;
  Table table{"", {{"id"}, {"x"}, {"y"}}, {}};
  table.rows.push_back({Cell("a"), Cell("-1.5", Value(-1.5)), Cell("not recorded", Value())});
  table.rows.push_back({Cell("-b"), Cell("1,420", Value(1420)), Cell("yes", Value(true))});
  table.rows.push_back({Cell("c")});
  CHECK(to_csv(table) == "id,x,y\na,-1.5,\n\"'-b\",1420,true\nc,,\n");
}

TEST_CASE("CSV: a row whose only cell is empty is still a row") {
  Table table{"", {{"note"}}, {{Cell("")}}};
  CHECK(to_csv(table) == "note\n\"\"\n");
}
