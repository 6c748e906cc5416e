// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace thrive::text {

/// A tree of plain data, as it goes out to JSON or into a YAML edit: null, truth, number, text, list, or map.
/// Maps keep the order in which keys were added.
class Value {
 public:
  using List = std::vector<Value>;
  using Entry = std::pair<std::string, Value>;
  using Map = std::vector<Entry>;

  Value() = default;  // null
  Value(std::nullptr_t) {}
  Value(bool truth) : data_(truth) {}
  Value(int number) : data_(static_cast<std::int64_t>(number)) {}
  Value(std::int64_t number) : data_(number) {}
  Value(std::size_t number) : data_(static_cast<std::int64_t>(number)) {}
  Value(double number) : data_(number) {}  // written as null in JSON when not finite
  Value(const char* text) : data_(std::string(text)) {}
  Value(std::string text) : data_(std::move(text)) {}
  Value(std::string_view text) : data_(std::string(text)) {}
  Value(List list) : data_(std::move(list)) {}
  Value(Map map) : data_(std::move(map)) {}
  /// A missing value is null.
  template <class T>
  Value(const std::optional<T>& maybe) {
    if (maybe) *this = Value(*maybe);
  }
  /// A list of anything that can be a value.
  template <class T>
  static Value list_of(const std::vector<T>& items) {
    List list;
    list.reserve(items.size());
    for (const T& item : items) list.emplace_back(item);
    return Value(std::move(list));
  }
  /// A text that is a calendar day: in YAML it is written as one. Any other text that only looks like a day is quoted.
  static Value day(std::string text) {
    Value value(std::move(text));
    value.is_day_ = true;
    return value;
  }
  static Value list() { return Value(List{}); }
  static Value map() { return Value(Map{}); }

  bool is_null() const { return std::holds_alternative<std::monostate>(data_); }
  const bool* as_bool() const { return std::get_if<bool>(&data_); }
  const std::int64_t* as_integer() const { return std::get_if<std::int64_t>(&data_); }
  const double* as_number() const { return std::get_if<double>(&data_); }
  const std::string* as_text() const { return std::get_if<std::string>(&data_); }
  bool is_day() const { return is_day_; }
  const List* as_list() const { return std::get_if<List>(&data_); }
  const Map* as_map() const { return std::get_if<Map>(&data_); }
  List* as_list() { return std::get_if<List>(&data_); }
  Map* as_map() { return std::get_if<Map>(&data_); }

  /// Sets a key of a map, replacing an entry of the same name; a null value becomes a map first.
  Value& set(std::string key, Value value) &;
  /// The same in a chain, `Value::map().set(...).set(...)`, without copying what is there already.
  Value set(std::string key, Value value) &&;
  /// The value of a key; null pointer when this is no map or has no such key.
  const Value* find(std::string_view key) const;
  /// Adds to a list; a null value becomes a list first.
  Value& push(Value value);

  /// A day equals the text that it is written as.
  friend bool operator==(const Value& a, const Value& b) { return a.data_ == b.data_; }

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Map> data_;
  bool is_day_ = false;
};

/// JSON text: two-space indentation, keys in their order, UTF-8 as it is, shortest numbers that read back
/// equal, numbers that are not finite as null, a final newline.
std::string to_json(const Value& value);

}  // namespace thrive::text
