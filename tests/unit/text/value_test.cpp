// SPDX-License-Identifier: MIT
#include "libthrive/text/value.hpp"

#include <limits>
#include <string>

#include <doctest/doctest.h>

using thrive::text::to_json;
using thrive::text::Value;

TEST_CASE("JSON keeps the order of keys and the exact numbers") {
  Value value;
  value.set("z", 1).set("a", 0.1).set("z", 2);
  CHECK(to_json(value) == "{\n  \"z\": 2,\n  \"a\": 0.1\n}\n");
}

TEST_CASE("what does not exist is null, never 0 or an empty text") {
  CHECK(to_json(Value(std::optional<double>{})) == "null\n");
  CHECK(to_json(Value(std::numeric_limits<double>::quiet_NaN())) == "null\n");
  CHECK(to_json(Value(std::numeric_limits<double>::infinity())) == "null\n");
}

TEST_CASE("text is escaped, and bytes that are no UTF-8 do not stop the output") {
  CHECK(to_json(Value("a\"\n\x01")) == "\"a\\\"\\n\\u0001\"\n");
  CHECK(to_json(Value(std::string("\xFF"))) == "\"\xEF\xBF\xBD\"\n");
}

TEST_CASE("empty lists and maps stay lists and maps") {
  CHECK(to_json(Value::list()) == "[]\n");
  CHECK(to_json(Value::map()) == "{}\n");
  CHECK(to_json(Value::list_of(std::vector<std::string>{"a", "b"})) == "[\n  \"a\",\n  \"b\"\n]\n");
}
