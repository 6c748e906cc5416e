// SPDX-License-Identifier: MIT
//
// The one place that knows the JSON library. Lists and maps are written here, as they come: a second tree would double
// the memory and the time of large results. Numbers, and texts with anything but plain ASCII in them, are left to the
// library; for numbers its own conversion is called, as a value and a serializer for each of a million are slow.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "libthrive/text/json_writer.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::text {

namespace {

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](unsigned char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
}

/// JSON in which every character that could drive a terminal, or turn text around, is written by its number.
std::string with_escapes(const std::string& json) {
  std::string escaped;
  escaped.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const Character character = next_character(json, at);
    const char32_t code = character.code;
    const bool is_control = (code >= 0x7F && code < 0xA0) || code == 0x61C || code == 0x200E || code == 0x200F ||
                            (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
    if (is_control) {
      constexpr std::string_view digits = "0123456789abcdef";
      escaped += "\\u";
      for (const int shift : {12, 8, 4, 0}) escaped += digits[(code >> static_cast<unsigned>(shift)) & 0xFu];
    } else {
      escaped.append(json, at, character.length);
    }
    at += character.length;
  }
  return escaped;
}

}  // namespace

JsonWriter& JsonWriter::map() {
  open('{');
  return *this;
}

JsonWriter& JsonWriter::list() {
  open('[');
  return *this;
}

JsonWriter& JsonWriter::end() {
  const char bracket = closing_.back();
  closing_.pop_back();
  indent_ -= 2;
  if (!is_first_) new_line();
  json_ += bracket;
  is_first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  begin_value();
  text(name);
  json_ += ": ";
  follows_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::nullptr_t) {
  begin_value();
  json_ += "null";
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
  begin_value();
  json_ += truth ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
  begin_value();
  char digits[24];
  json_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  if (!std::isfinite(number)) return value(nullptr);
  begin_value();
  char digits[64];
  json_.append(digits, nlohmann::detail::to_chars(digits, digits + sizeof digits, number));
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view words) {
  begin_value();
  text(words);
  return *this;
}

JsonWriter& JsonWriter::value(const Value& tree) {
  if (const bool* truth = tree.as_bool()) return value(*truth);
  if (const std::int64_t* integer = tree.as_integer()) return value(*integer);
  if (const double* number = tree.as_number()) return value(*number);
  if (const std::string* words = tree.as_text()) return value(*words);
  if (const Value::List* items = tree.as_list()) return value(*items);
  const Value::Map* entries = tree.as_map();
  if (entries == nullptr) return value(nullptr);
  map();
  for (const Value::Entry& entry : *entries) field(entry.first, entry.second);
  return end();
}

JsonWriter& JsonWriter::written(std::string_view json) {
  begin_value();
  json_ += json;
  return *this;
}

void JsonWriter::begin_value() {
  if (follows_key_) {
    follows_key_ = false;
    return;
  }
  if (closing_.empty()) return;
  if (!is_first_) json_ += ',';
  is_first_ = false;
  new_line();
}

void JsonWriter::new_line() {
  json_ += '\n';
  json_.append(indent_, ' ');
}

void JsonWriter::open(char bracket) {
  begin_value();
  json_ += bracket;
  closing_ += bracket == '{' ? '}' : ']';
  indent_ += 2;
  is_first_ = true;
}

void JsonWriter::text(std::string_view text) {
  if (is_plain(text)) {
    (json_ += '"').append(text) += '"';
  } else {
    // Text that is not UTF-8 cannot get here from a project; from anywhere else it must not stop the output.
    using Json = nlohmann::json;
    json_ += with_escapes(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
  }
}

JsonFrame json_frame(const Value& head, std::string_view key) {
  JsonFrame frame;
  JsonWriter writer;
  writer.map();
  for (const Value::Entry& entry : *head.as_map()) writer.field(entry.first, entry.second);
  frame.before = writer.key(key).list().written({}).take();
  frame.between = writer.written({}).take();
  frame.after = writer.end().end().take() + "\n";
  return frame;
}

std::string to_json(const Value& value) { return JsonWriter().value(value).take() + "\n"; }

}  // namespace thrive::text
