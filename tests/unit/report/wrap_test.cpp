// SPDX-License-Identifier: MIT
#include "libthrive/report/wrap.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "libthrive/text/unicode.hpp"

using namespace thrive;
using report::wrapped;

TEST_CASE("words are broken at blanks, and line breaks stay") {
  CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("one\n\ntwo", 7) == std::vector<std::string>{"one", "", "two"});
  CHECK(wrapped("", 7) == std::vector<std::string>{""});
  CHECK(wrapped("  a   b  ", 7) == std::vector<std::string>{"a b"});
}

TEST_CASE("a word longer than the line is broken inside, not left over the edge") {
  CHECK(wrapped("abcdefghij", 4) == std::vector<std::string>{"abcd", "efgh", "ij"});
  CHECK(wrapped("x abcdefgh", 4) == std::vector<std::string>{"x", "abcd", "efgh"});
}

TEST_CASE("wide characters take two columns and may be broken anywhere") {
  CHECK(wrapped("漢字漢字", 5) == std::vector<std::string>{"漢字", "漢字"});
  CHECK(wrapped("漢字 abc", 5) == std::vector<std::string>{"漢字", "abc"});
}

TEST_CASE("a combining mark stays with its letter") {
  const std::string e_acute = "e\xCC\x81";  // e and U+0301
  CHECK(wrapped(e_acute + e_acute + e_acute, 2) == std::vector<std::string>{e_acute + e_acute, e_acute});
}

TEST_CASE("no line of random text is over the width, and nothing but blanks is lost") {
  const std::vector<std::string> alphabet{"a", "bb", " ", " ",      "漢",   "é", "\xCC\x81",
                                          "😀", "\n", "-", "longer", "\x1b", "ﬁ"};
  std::mt19937 random(20240617);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t length = random() % 60;
    for (std::size_t i = 0; i < length; ++i) text += alphabet[random() % alphabet.size()];
    const std::size_t width = 2 + random() % 30;
    std::string back;
    for (const std::string& line : wrapped(text, width)) {
      CHECK(text::display_width(line) <= width);
      back += line;
    }
    std::string expected = text::without_controls(text, true);
    std::erase(expected, ' ');
    std::erase(expected, '\n');
    std::erase(back, ' ');
    CHECK(back == expected);
  }
}

TEST_CASE("a word of a million letters is wrapped in one pass") {
  CHECK(wrapped(std::string(1'000'000, 'x'), 80).size() == 12'500);
}
