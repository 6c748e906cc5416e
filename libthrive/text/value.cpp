// SPDX-License-Identifier: MIT
#include "libthrive/text/value.hpp"

namespace thrive::text {

Value& Value::set(std::string key, Value value) & {
  if (is_null()) data_ = Map{};
  Map& map = std::get<Map>(data_);
  for (Entry& entry : map) {
    if (entry.first == key) {
      entry.second = std::move(value);
      return *this;
    }
  }
  map.emplace_back(std::move(key), std::move(value));
  return *this;
}

Value Value::set(std::string key, Value value) && {
  set(std::move(key), std::move(value));
  return std::move(*this);
}

const Value* Value::find(std::string_view key) const {
  if (const Map* map = as_map())
    for (const Entry& entry : *map)
      if (entry.first == key) return &entry.second;
  return nullptr;
}

Value& Value::push(Value value) {
  if (is_null()) data_ = List{};
  std::get<List>(data_).push_back(std::move(value));
  return *this;
}

}  // namespace thrive::text
