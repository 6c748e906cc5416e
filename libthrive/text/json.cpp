// SPDX-License-Identifier: MIT
//
// The one place that knows the JSON library.
#include <cmath>
#include <nlohmann/json.hpp>

#include "libthrive/text/value.hpp"

namespace thrive::text {

namespace {

using Json = nlohmann::ordered_json;

Json converted(const Value& value) {
  if (const bool* truth = value.as_bool()) return *truth;
  if (const std::int64_t* integer = value.as_integer()) return *integer;
  if (const double* number = value.as_number()) return std::isfinite(*number) ? Json(*number) : Json(nullptr);
  if (const std::string* text = value.as_text()) return *text;
  if (const Value::List* list = value.as_list()) {
    Json array = Json::array();
    for (const Value& item : *list) array.push_back(converted(item));
    return array;
  }
  if (const Value::Map* map = value.as_map()) {
    // Built as a list of pairs: looking every key up, as operator[] does, would be quadratic in large maps.
    Json object = Json::object();
    auto& entries = object.get_ref<Json::object_t&>();
    entries.reserve(map->size());
    for (const auto& [key, item] : *map) entries.push_back({key, converted(item)});
    return object;
  }
  return nullptr;
}

}  // namespace

std::string to_json(const Value& value) {
  // Text that is not UTF-8 cannot get here from a project; from anywhere else it must not stop the output.
  return converted(value).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace thrive::text
