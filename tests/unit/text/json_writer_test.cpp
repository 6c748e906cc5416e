// SPDX-License-Identifier: MIT
#include "libthrive/text/json_writer.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <optional>
#include <random>
#include <string>
#include <vector>

using thrive::text::JsonWriter;
using thrive::text::to_json;
using thrive::text::Value;

namespace {

void write(JsonWriter& json, const Value& value) {
  if (const Value::Map* map = value.as_map()) {
    json.map();
    for (const auto& [key, item] : *map) write(json.key(key), item);
    json.end();
  } else if (const Value::List* list = value.as_list()) {
    json.list();
    for (const Value& item : *list) write(json, item);
    json.end();
  } else {
    json.value(value);
  }
}

Value random_value(std::mt19937& random, int depth) {
  switch (random() % (depth > 3 ? 6 : 8)) {
    case 0:
      return {};
    case 1:
      return Value(random() % 2 == 0);
    case 2:
      return Value(static_cast<std::int64_t>(random()) - (std::int64_t{1} << 31));
    case 3:
      return Value(static_cast<double>(random()) / static_cast<double>(random() + 1));
    case 4:
      return Value("plain");
    case 5:
      return Value("\"quoted\" \\ \n \u00e9");
    case 6: {
      Value list = Value::list();
      for (auto count = random() % 4; count > 0; --count) list.push(random_value(random, depth + 1));
      return list;
    }
    default: {
      Value map = Value::map();
      for (auto count = random() % 4; count > 0; --count)
        map.set("key " + std::to_string(count), random_value(random, depth + 1));
      return map;
    }
  }
}

}  // namespace

TEST_CASE("JSON written as it is made is the JSON of the tree") {
  std::mt19937 random(4);
  for (int round = 0; round < 500; ++round) {
    const Value value = random_value(random, 0);
    JsonWriter json;
    write(json, value);
    CHECK(json.take() + "\n" == to_json(value));
  }
}

TEST_CASE("fields of every kind; what is missing or no number is null") {
  JsonWriter json;
  json.map().field("n", 5).field("x", 0.1).field("whole", 3.0).field("none", std::optional<double>());
  json.field("some", std::optional<int>(2)).field("nan", std::numeric_limits<double>::quiet_NaN());
  json.field("words", std::vector<std::string>{"a", "b"}).field("truth", true).end();
  CHECK(json.take() ==
        "{\n  \"n\": 5,\n  \"x\": 0.1,\n  \"whole\": 3.0,\n  \"none\": null,\n  \"some\": 2,\n  \"nan\": null,\n"
        "  \"words\": [\n    \"a\",\n    \"b\"\n  ],\n  \"truth\": true\n}");
}

TEST_CASE("a list whose items are written one by one is the list written at once") {
  const Value head = Value::map().set("format", 1).set("command", "x");
  const std::vector<Value> items = {Value::map().set("a", 1), Value::map().set("b", Value::list()), Value(7)};
  const auto frame = thrive::text::json_frame(head, "items");
  std::string pieces = frame.before;
  for (const Value& item : items) {
    JsonWriter json(2);
    write(json, item);
    if (&item != &items.front()) pieces += frame.between;
    pieces += json.take();
  }
  Value whole = head;
  whole.set("items", Value::list_of(items));
  CHECK(pieces + frame.after == to_json(whole));
}
