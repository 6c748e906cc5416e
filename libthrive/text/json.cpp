// SPDX-License-Identifier: MIT
//
// The one place that knows the JSON library. Lists and maps are written here, straight from the value: a second tree
// would double the memory and the time of large results. Numbers, and texts with anything but plain ASCII in them, are
// left to the library.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "libthrive/text/value.hpp"

namespace thrive::text {

namespace {

using Json = nlohmann::json;

class Writer {
 public:
  void write(const Value& value) {
    if (const bool* truth = value.as_bool()) {
      json += *truth ? "true" : "false";
    } else if (const std::int64_t* integer = value.as_integer()) {
      write(*integer);
    } else if (const double* number = value.as_number()) {
      write(*number);
    } else if (const std::string* text = value.as_text()) {
      write(*text);
    } else if (const Value::List* list = value.as_list()) {
      write(*list);
    } else if (const Value::Map* map = value.as_map()) {
      write(*map);
    } else {
      json += "null";
    }
  }

  std::string json;

 private:
  void write(std::int64_t integer) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, integer).ptr;
    json.append(digits, end);
  }

  void write(double number) { json += std::isfinite(number) ? Json(number).dump() : "null"; }

  void write(const std::string& text) {
    const bool is_plain =
        std::ranges::all_of(text, [](unsigned char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
    if (is_plain) {
      (json += '"').append(text) += '"';
    } else {
      // Text that is not UTF-8 cannot get here from a project; from anywhere else it must not stop the output.
      json += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
    }
  }

  void write(const Value::List& list) {
    if (list.empty()) {
      json += "[]";
      return;
    }
    open('[');
    for (const Value& item : list) {
      next(&item == &list.front());
      write(item);
    }
    close(']');
  }

  void write(const Value::Map& map) {
    if (map.empty()) {
      json += "{}";
      return;
    }
    open('{');
    for (const Value::Entry& entry : map) {
      next(&entry == &map.front());
      write(entry.first);
      json += ": ";
      write(entry.second);
    }
    close('}');
  }

  void open(char bracket) {
    json += bracket;
    indent_ += 2;
  }
  void next(bool is_first) {
    json += is_first ? "\n" : ",\n";
    json.append(indent_, ' ');
  }
  void close(char bracket) {
    indent_ -= 2;
    json += '\n';
    json.append(indent_, ' ') += bracket;
  }

  std::size_t indent_ = 0;
};

}  // namespace

std::string to_json(const Value& value) {
  Writer writer;
  writer.write(value);
  return std::move(writer.json) + "\n";
}

}  // namespace thrive::text
