// SPDX-License-Identifier: MIT
#include "libthrive/yaml/emit.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "libthrive/text/date.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"
#include "libthrive/yaml/scalars.hpp"

namespace thrive::yaml {

namespace {

/// Words that some reader takes for null, a truth value, a number that is none, or a merge key.
bool is_special_word(std::string_view text) {
  constexpr std::array<std::string_view, 15> words = {"~", "null", "true", "false", "yes",   "no", "on", "off",
                                                      "y", "n",    ".inf", ".nan",  "+.inf", "<<", "="};
  if (text.size() > 5) return false;
  const std::string word = text::lower_case(text);
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Numbers, dates, times, versions, base 60 and whatever else older readers convert.
bool looks_like_number(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || std::string_view("0123456789._").find(text.front()) == std::string_view::npos) return false;
  return text.find_first_not_of("0123456789ABCDEFabcdef xobTtZz_:+-.,") == std::string_view::npos;
}

/// Controls, line breaks of any kind, and characters that are invisible or have no meaning.
bool is_unprintable(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0x2028 || code == 0x2029 || code == 0xFEFF ||
         code == 0xFFFE || code == 0xFFFF;
}

bool has_unprintable(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::Character character = text::next_character(text, at);
    if (!character.is_valid || is_unprintable(character.code)) return true;
    at += character.length;
  }
  return false;
}

std::string blanks(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

/// Shortest digits that read back equal, in a form that YAML 1.1 readers take for a number too: `1.0e-07`.
std::string write_number(double number) {
  if (std::isnan(number)) return ".nan";
  if (std::isinf(number)) return number > 0 ? ".inf" : "-.inf";
  std::string text = fmt::format("{}", number);
  const std::size_t exponent = text.find('e');
  if (exponent != std::string::npos && text.find('.') == std::string::npos) text.insert(exponent, ".0");
  return text;
}

/// A list of short texts that fits on the line of its key.
bool is_short_list(const text::Value& value, const Manner& manner) {
  const text::Value::List* list = value.as_list();
  if (list == nullptr || list->empty() || !std::all_of(list->begin(), list->end(), is_scalar)) return false;
  constexpr std::size_t most_bytes = 60;
  return write_flow(value, manner).size() <= most_bytes;
}

bool goes_on_one_line(const text::Value& value, Layout layout, const Manner& manner) {
  return layout == Layout::one_line || is_empty_collection(value) ||
         (manner.short_lists_on_one_line && is_short_list(value, manner));
}

bool is_literal(const text::Value& value, Layout layout, const Manner& manner) {
  return layout == Layout::block && manner.literals && value.as_text() != nullptr && may_be_literal(*value.as_text());
}

Written write_literal(const std::string& text, int indentation, const Manner& manner) {
  return {text.ends_with('\n') ? "|" : "|-", write_literal_lines(text, indentation, manner)};
}

}  // namespace

bool is_scalar(const text::Value& value) { return value.as_list() == nullptr && value.as_map() == nullptr; }

bool is_empty_collection(const text::Value& value) {
  return (value.as_list() != nullptr && value.as_list()->empty()) ||
         (value.as_map() != nullptr && value.as_map()->empty());
}

bool is_date(std::string_view text) { return text.size() == 10 && text::parse_date(text).has_value(); }

bool may_be_plain(std::string_view text, Context context) {
  if (text.empty() || is_blank(text.front()) || is_blank(text.back())) return false;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`").find(text.front()) != std::string_view::npos) return false;
  if (text.back() == ':' || text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos)
    return false;
  if (context != Context::block && text.find_first_of(",[]{}?") != std::string_view::npos) return false;
  if (context == Context::key && text.find_first_of(":#") != std::string_view::npos) return false;
  if (text.starts_with("...") || text.starts_with("\xC2\xA0") || has_unprintable(text)) return false;
  return !is_special_word(text) && !looks_like_number(text);
}

std::string single_quoted(std::string_view text) {
  std::string result = "'";
  for (const char character : text) {
    if (character == '\'') result += '\'';
    result += character;
  }
  return result + "'";
}

std::string double_quoted(std::string_view text) {
  std::string result = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const text::Character character = text::next_character(text, at);
    const auto code = static_cast<unsigned>(character.code);
    if (code == '"' || code == '\\')
      result += fmt::format("\\{}", static_cast<char>(code));
    else if (code == '\n')
      result += "\\n";
    else if (code == '\t')
      result += "\\t";
    else if (code == '\r')
      result += "\\r";
    else if (!character.is_valid)
      result += "\xEF\xBF\xBD";
    else if (is_unprintable(character.code))
      result += code < 0x80 ? fmt::format("\\x{:02X}", code) : fmt::format("\\u{:04X}", code);
    else
      result += text.substr(at, character.length);
    at += character.length;
  }
  return result + "\"";
}

std::string write_text(std::string_view text, Context context, const Manner& manner) {
  if (manner.quotes_everything) return double_quoted(text);
  if (may_be_plain(text, context)) return std::string(text);
  if (has_unprintable(text)) return double_quoted(text);
  const bool needs_escapes = text.find_first_of("\"\\") != std::string_view::npos;
  const bool has_apostrophe = text.find('\'') != std::string_view::npos;
  const bool prefers_double = manner.quote == '"' || has_apostrophe;
  return prefers_double && !needs_escapes ? double_quoted(text) : single_quoted(text);
}

std::string write_scalar(const text::Value& value, Context context, const Manner& manner) {
  if (const bool* truth = value.as_bool()) return *truth ? "true" : "false";
  if (const std::int64_t* integer = value.as_integer()) return fmt::format("{}", *integer);
  if (const double* number = value.as_number()) return write_number(*number);
  if (const std::string* text = value.as_text()) {
    const bool is_plain_day = value.is_day() && is_date(*text) && context != Context::key;
    if (is_plain_day && !manner.quotes_dates && !manner.quotes_everything) return *text;
    return write_text(*text, context, manner);
  }
  return "null";
}

std::string write_flow(const text::Value& value, const Manner& manner) {
  if (const text::Value::List* list = value.as_list()) {
    std::string result = "[";
    for (const text::Value& item : *list) {
      if (result.size() > 1) result += ", ";
      result += write_flow(item, manner);
    }
    return result + "]";
  }
  if (const text::Value::Map* map = value.as_map()) {
    std::string result = "{";
    for (const auto& [key, item] : *map) {
      if (result.size() > 1) result += ", ";
      result += write_text(key, Context::key, manner) + ": " + write_flow(item, manner);
    }
    return result + "}";
  }
  return write_scalar(value, Context::flow, manner);
}

bool may_be_literal(std::string_view text) {
  if (text.find('\n') == std::string_view::npos) return false;
  if (is_blank(text.front()) || text.front() == '\n' || text.ends_with("\n\n")) return false;
  while (!text.empty()) {
    const std::size_t newline = text.find('\n');
    const std::string_view line = text.substr(0, newline);
    if ((!line.empty() && is_blank(line.back())) || has_unprintable(line)) return false;
    if (newline == std::string_view::npos) break;
    text.remove_prefix(newline + 1);
  }
  return true;
}

std::string write_literal_lines(std::string_view text, int indentation, const Manner& manner) {
  std::string lines;
  if (text.ends_with('\n')) text.remove_suffix(1);
  while (true) {
    const std::size_t newline = text.find('\n');
    const std::string_view line = text.substr(0, newline);
    lines += manner.line_end;
    if (!line.empty()) lines += blanks(indentation) + std::string(line);
    if (newline == std::string_view::npos) return lines;
    text.remove_prefix(newline + 1);
  }
}

std::string write_entry(const std::string& key, const text::Value& value, int column, Layout layout,
                        const Manner& manner) {
  const Written written = write_after_key(value, column, layout, manner);
  return write_text(key, Context::key, manner) + ":" + written.head + written.body;
}

Written write_after_key(const text::Value& value, int column, Layout layout, const Manner& manner) {
  if (is_literal(value, layout, manner)) {
    Written literal = write_literal(*value.as_text(), column + manner.step, manner);
    return {" " + literal.head, literal.body};
  }
  if (is_scalar(value)) return {" " + write_scalar(value, Context::block, manner), ""};
  if (goes_on_one_line(value, layout, manner)) return {" " + write_flow(value, manner), ""};
  Written written;
  if (const text::Value::Map* map = value.as_map()) {
    for (const auto& [key, item] : *map)
      written.body += manner.line_end + blanks(column + manner.step) +
                      write_entry(key, item, column + manner.step, Layout::block, manner);
  } else {
    for (const text::Value& item : *value.as_list()) {
      const Written part = write_after_dash(item, column + manner.list_offset, Layout::block, manner);
      written.body += manner.line_end + blanks(column + manner.list_offset) + "-" + part.head + part.body;
    }
  }
  return written;
}

Written write_after_dash(const text::Value& value, int column, Layout layout, const Manner& manner) {
  const std::string gap = blanks(manner.dash_gap - 1);
  if (is_literal(value, layout, manner)) {
    Written literal = write_literal(*value.as_text(), column + manner.step, manner);
    return {gap + literal.head, literal.body};
  }
  if (is_scalar(value)) return {gap + write_scalar(value, Context::block, manner), ""};
  if (goes_on_one_line(value, layout, manner)) return {gap + write_flow(value, manner), ""};
  const int inner = column + manner.dash_gap;
  Written written{gap, ""};
  bool first = true;
  const auto next_line = [&] {
    if (!first) written.body += manner.line_end + blanks(inner);
    return std::exchange(first, false);
  };
  if (const text::Value::Map* map = value.as_map()) {
    for (const auto& [key, item] : *map) {
      const Written part = write_after_key(item, inner, Layout::block, manner);
      const std::string entry = write_text(key, Context::key, manner) + ":" + part.head;
      (next_line() ? written.head : written.body) += entry;
      written.body += part.body;
    }
  } else {
    for (const text::Value& item : *value.as_list()) {
      const Written part = write_after_dash(item, inner, Layout::block, manner);
      (next_line() ? written.head : written.body) += "-" + part.head;
      written.body += part.body;
    }
  }
  return written;
}

std::string emit(const text::Value& value) {
  const Manner manner;
  if (is_literal(value, Layout::block, manner)) {
    const Written written = write_literal(*value.as_text(), manner.step, manner);
    return written.head + written.body + "\n";
  }
  if (is_scalar(value)) return write_scalar(value, Context::key, manner) + "\n";
  if (is_empty_collection(value)) return write_flow(value, manner) + "\n";
  std::string result;
  if (const text::Value::Map* map = value.as_map()) {
    for (const auto& [key, item] : *map) result += write_entry(key, item, 0, Layout::block, manner) + "\n";
  } else {
    for (const text::Value& item : *value.as_list()) {
      const Written part = write_after_dash(item, 0, Layout::block, manner);
      result += "-" + part.head + part.body + "\n";
    }
  }
  return result;
}

}  // namespace thrive::yaml
