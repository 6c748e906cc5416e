// SPDX-License-Identifier: MIT
#include "libthrive/report/svg.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdio>

#include <random>
#include <stdexcept>
#include <string>

#include "libthrive/text/unicode.hpp"

using namespace thrive::report;

TEST_CASE("coordinates have at most two decimals, no trailing zeros, no minus zero") {
  CHECK(coordinate(0) == "0");
  CHECK(coordinate(-0.001) == "0");
  CHECK(coordinate(1.5) == "1.5");
  CHECK(coordinate(100) == "100");
  CHECK(coordinate(1.0 / 3) == "0.33");
  CHECK(coordinate(-12.999) == "-13");
  CHECK_THROWS_AS(coordinate(0.0 / 0.0), std::logic_error);
}

TEST_CASE("a coordinate is rounded as the C library rounds its value, near the middle between two hundredths too") {
  std::uint32_t random = 12345;
  for (int i = 0; i < 20'000; ++i) {
    random = random * 1664525u + 1013904223u;
    const double hundredths = static_cast<double>(random % 400'000) - 200'000;
    const double parts[] = {0, 0.005, 0.00499999999, 0.0050000001, 0.0021, 1e-9};
    const double value = hundredths / 100 + parts[i % 6];
    char text[40];
    std::snprintf(text, sizeof text, "%.2f", value);
    CAPTURE(text);
    CHECK(std::stod(coordinate(value)) == std::stod(text));
  }
}

TEST_CASE("a picture is one element a line, escaped, with title and description") {
  Svg svg(20, 10.5, "A & B", "Two <boxes>.");
  svg.style(".a{fill:none}").open("g", {{"class", "a"}}).line(0, 0, 1, 1).rectangle(1, 2, 3, 4).close();
  svg.text(1, 2, "\"x\"\n<y>", {{"font-size", "9"}}).circle(1, 1, 2).path("M0 0").comment("a--b-->");
  svg.open("g");
  CHECK(svg.finish() ==
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10.5\" viewBox=\"0 0 20 10.5\" role=\"img\" "
        "font-family=\"Arial, &#39;Liberation Sans&#39;, &#39;DejaVu Sans&#39;, sans-serif\">\n"
        "<title>A &amp; B</title>\n<desc>Two &lt;boxes&gt;.</desc>\n<style>\n.a{fill:none}\n</style>\n"
        "<g class=\"a\">\n<line x1=\"0\" y1=\"0\" x2=\"1\" y2=\"1\"/>\n"
        "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\"/>\n</g>\n"
        "<text x=\"1\" y=\"2\" font-size=\"9\">&quot;x&quot; &lt;y&gt;</text>\n<circle cx=\"1\" cy=\"1\" r=\"2\"/>\n"
        "<path d=\"M0 0\"/>\n<!-- a- -b- -&gt; -->\n<g>\n</g>\n</svg>\n");
  CHECK_THROWS_AS(svg.close(), std::logic_error);
}

TEST_CASE("words are as wide as DejaVu Sans draws them") {
  // Summed by hand from the font's hmtx table: T 611, r 411, i 278, a 613, g 635, e 615.
  CHECK(text_width("Triage", 10) == doctest::Approx(31.63));
  CHECK(text_width("Triage", 10, true) == doctest::Approx(35.74).epsilon(0.001));
  CHECK(text_width("e\xCC\x81", 10) == doctest::Approx(6.15));
  CHECK(text_width("漢字", 10) == doctest::Approx(20));
  CHECK(text_width("", 10) == 0);
}

TEST_CASE("wrapped words fit, whatever they are") {
  CHECK(wrap_text("Getting Advice and Help", 60, 10) == std::vector<std::string>{"Getting", "Advice and", "Help"});
  const std::vector<std::string> alphabet{"a", "word ", " ", "漢字", "é", "\xCC\x81", "W", "\n", "longerword "};
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::size_t i = 0; i < random() % 30; ++i) text += alphabet[random() % alphabet.size()];
    for (const std::string& line : wrap_text(text, 40, 10, round % 2 == 0))
      CHECK(text_width(line, 10, round % 2 == 0) <= 40);
  }
}
