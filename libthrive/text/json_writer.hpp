// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/text/value.hpp"

namespace thrive::text {

/// Writes JSON as it is made, in the form that `to_json` describes: what is long need not be a tree first.
///
/// `map()` and `list()` open, `end()` closes the one opened last. Inside a map every value has its key in front, as in
/// `field("n", 5)` or `key("data").list()`. Numbers that are not finite and values that are missing are null.
class JsonWriter {
 public:
  /// What is written stands inside so many maps and lists of a whole that somebody else writes.
  explicit JsonWriter(std::size_t depth = 0) : indent_(2 * depth) {}

  JsonWriter& map();
  JsonWriter& list();
  JsonWriter& end();
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::nullptr_t);
  JsonWriter& value(bool truth);
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(std::size_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(double number);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const Value& tree);
  template <class T>
  JsonWriter& value(const std::optional<T>& maybe) {
    return maybe ? value(*maybe) : value(nullptr);
  }
  template <class T>
  JsonWriter& value(const std::vector<T>& items) {
    list();
    for (const T& item : items) value(item);
    return end();
  }

  /// A value that was written somewhere else, at the depth where it stands here.
  JsonWriter& written(std::string_view json);

  template <class T>
  JsonWriter& field(std::string_view name, const T& what) {
    return key(name).value(what);
  }

  /// What has been written since the last time it was taken.
  std::string take() { return std::exchange(json_, {}); }

 private:
  void begin_value();
  void new_line();
  void open(char bracket);
  void text(std::string_view text);

  std::string json_;
  std::string closing_;     // the brackets to come, innermost last
  std::size_t indent_ = 0;  // blanks in front of what stands here
  bool is_first_ = true;    // nothing stands yet in the map or list opened last
  bool follows_key_ = false;
};

/// What stands around and between the items of a list whose items are written one by one, at depth 2, by others.
struct JsonFrame {
  std::string before;
  std::string between;
  std::string after;
};
/// The frame of a map that ends with a list under `key`; `head` holds what stands in front of it.
JsonFrame json_frame(const Value& head, std::string_view key);

}  // namespace thrive::text
