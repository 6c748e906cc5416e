// SPDX-License-Identifier: MIT
#include "libthrive/text/source.hpp"

#include <string>

#include <doctest/doctest.h>

using thrive::text::LineEnding;
using thrive::text::Position;
using thrive::text::Source;

TEST_CASE("a position counts lines and characters from 1, not bytes") {
  const Source source("f.yaml", "éé: x\nb: y\n");
  CHECK(source.position(0) == Position{1, 1});
  CHECK(source.position(6) == Position{1, 5});
  CHECK(source.position(8) == Position{2, 1});
  CHECK(source.position(11) == Position{2, 4});
}

TEST_CASE("an offset past the end is the end, and an empty source has one place") {
  CHECK(Source("f", "a\n").position(99) == Position{2, 1});
  CHECK(Source("f", "").position(0) == Position{1, 1});
}

TEST_CASE("a byte order mark takes no column") {
  const Source source("f",
                      "\xEF\xBB\xBF"
                      "a: 1\n");
  CHECK(source.has_byte_order_mark());
  CHECK(source.position(0) == Position{1, 1});
  CHECK(source.position(3) == Position{1, 1});
  CHECK(source.position(6) == Position{1, 4});
}

TEST_CASE("the first line decides the line ending") {
  CHECK(Source("f", "a\r\nb\n").line_ending() == LineEnding::crlf);
  CHECK(Source("f", "a\nb\r\n").line_ending() == LineEnding::lf);
  CHECK(Source("f", "a").line_ending() == LineEnding::lf);
  CHECK_FALSE(Source("f", "a\nb").ends_with_newline());
}

TEST_CASE("the text of a span is cut at the end of the source") {
  const Source source("f", "abc");
  CHECK(source.text({1, 2}) == "b");
  CHECK(source.text({1, 9}) == "bc");
  CHECK(source.text({7, 9}).empty());
}
