// SPDX-License-Identifier: MIT
#include "libthrive/text/names.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace thrive::text;

TEST_CASE("a near miss finds the name that was meant") {
  const std::vector<std::string> services = {"gp", "spa", "early-help", "counselling", "schools"};
  CHECK(nearest_name("counceling", services) == "counselling");
  CHECK(nearest_name("Early Help", services) == "early-help");
  CHECK(nearest_name("shcools", services) == "schools");
  CHECK(nearest_name("sap", services) == "spa");
  CHECK(nearest_name("hospital", services).empty());
  CHECK(nearest_name("x", {"y"}).empty());
  CHECK(did_you_mean("earlyhelp", services) == "did you mean 'early-help'?");
}

TEST_CASE("lists in words") {
  CHECK(join_in_words({}).empty());
  CHECK(join_in_words({"A"}) == "A");
  CHECK(join_in_words({"A", "B"}) == "A and B");
  CHECK(join_in_words({"A", "B", "C"}) == "A, B and C");
}

TEST_CASE("display width counts columns, not bytes") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("Caf\xC3\xA9") == 4);
  CHECK(display_width("e\xCC\x81") == 1);         // e and a combining accent
  CHECK(display_width("\xE5\xBF\x83") == 2);      // a Chinese character
  CHECK(display_width("\xF0\x9F\x99\x82") == 2);  // a smiling face
  CHECK(display_width("\x1b[1m") == 3);           // the escape itself takes no column
}

TEST_CASE("UTF-8 that is not UTF-8 is refused") {
  CHECK(is_valid_utf8("plain caf\xC3\xA9 \xF0\x9F\x99\x82"));
  for (const char* bad : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xFF", "\x80"})
    CHECK_FALSE(is_valid_utf8(bad));
}

TEST_CASE("control characters become visible and harmless") {
  CHECK(without_controls("a\tb\nc") == "a b c");
  CHECK(without_controls("a\nb", true) == "a\nb");
  CHECK(without_controls("\x1b]0;x\x07") == "\xE2\x90\x9B]0;x\xE2\x90\x87");
  CHECK(without_controls("\xE2\x80\xAE"
                         "abc") ==
        "\xEF\xBF\xBD"
        "abc");  // right-to-left override
  CHECK(without_controls("\xC2\x9B"
                         "2J") ==
        "\xEF\xBF\xBD"
        "2J");  // C1 control sequence introducer
}

TEST_CASE("the nearest id to what somebody wrote") {
  CHECK(as_id("Table 1") == "Table-1");
  CHECK(as_id("S.3_b-") == "S.3_b-");
  CHECK(as_id("--help") == "help");
  CHECK(as_id(" a /  b ") == "a-b");
  CHECK(as_id("\xC3\xA9") == "");
  CHECK(as_id("") == "");
}
