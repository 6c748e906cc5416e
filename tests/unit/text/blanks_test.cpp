// SPDX-License-Identifier: MIT
#include "libthrive/text/blanks.hpp"

#include <doctest/doctest.h>

using namespace thrive::text;

TEST_CASE("blanks: every kind goes from the ends, and nothing else") {
  CHECK(trimmed("") == "");
  CHECK(trimmed(" \t\r\n") == "");
  CHECK(trimmed("\xEF\xBB\xBF a b\xC2\xA0\xE2\x80\xAF\t") == "a b");
  CHECK(trimmed("\xC3\xA0") == "\xC3\xA0");  // its last byte is that of a no-break space
  CHECK(trimmed("\xE2\x80\x94") == "\xE2\x80\x94");
}

TEST_CASE("blanks: odd spaces become plain ones") {
  CHECK(has_odd_spaces("a\xC2\xA0z"));
  CHECK_FALSE(has_odd_spaces("a z \xC3\xA9 \xE2\x80\x94"));
  CHECK(with_plain_spaces("1\xE2\x80\xAF"
                          "234\xC2\xA0km \xC3\xA9") == "1 234 km \xC3\xA9");
}
