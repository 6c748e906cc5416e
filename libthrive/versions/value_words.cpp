// SPDX-License-Identifier: MIT
#include "libthrive/versions/value_words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "libthrive/report/render.hpp"
#include "libthrive/text/date.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/versions/identity.hpp"

namespace thrive::versions {

using records::Field;
using records::RecordShape;
using records::Shape;
using text::Value;

namespace {

constexpr std::array<std::string_view, 11> counts = {"none", "one",   "two",   "three", "four", "five",
                                                     "six",  "seven", "eight", "nine",  "ten"};
constexpr std::array<std::string_view, 11> places = {"",      "first",   "second", "third", "fourth", "fifth",
                                                     "sixth", "seventh", "eighth", "ninth", "tenth"};

std::optional<double> number_of(const Value& value) {
  if (const std::int64_t* whole = value.as_integer()) return static_cast<double>(*whole);
  if (const double* number = value.as_number()) return *number;
  return std::nullopt;
}

/// What a list, a section or an optional field holds at the end.
const Shape& innermost(const Shape& shape) {
  const Shape* inner = &shape.plain();
  while (inner->element != nullptr) inner = &inner->element->plain();
  return *inner;
}

/// Words that people wrote, as against ids and words of a list.
bool is_free_text(const Field& field) {
  const bool is_named = !field.rule.vocabulary.empty() || (!field.rule.refers_to.empty() && !field.rule.may_be_words);
  return innermost(*field.shape).kind == records::Kind::text && !is_named && !field.rule.is_path;
}

std::string text_words(const Field& field, const std::string& text) {
  if (innermost(*field.shape).kind == records::Kind::date || text.empty()) {
    const auto date = text::parse_date(text);
    return date ? text::format_date_in_words(*date) : in_quotes(text);
  }
  return is_free_text(field) ? in_quotes(text) : text;
}

/// How many gave each answer may tell who gave which.
bool hides_answers(const Field& field, const Value::List& answers, const text::SmallNumbers& small) {
  if (!field.rule.counts_people) return false;
  return std::any_of(answers.begin(), answers.end(), [&](const Value& answer) {
    return small.hides(static_cast<double>(std::count(answers.begin(), answers.end(), answer)));
  });
}

std::string list_words(const Field& field, const Value::List& list, const text::SmallNumbers& small) {
  if (hides_answers(field, list, small))
    return fmt::format("{} (too few to show)", report::count_of(list.size(), "answer"));
  std::vector<std::string> words;
  for (const Value& item : list) {
    if (const Value::List* tied = item.as_list())
      words.push_back('[' + list_words(field, *tied, small) + ']');
    else
      words.push_back(value_words(field, item, small));
  }
  return words.empty() ? "nothing" : text::join_in_words(words);
}

std::string map_words(const Field& field, const Value::Map& map, const text::SmallNumbers& small) {
  const Shape& shape = field.shape->plain();
  const Shape* of_values = shape.kind == records::Kind::keyed ? &shape.element->plain() : &shape;
  if (shape.is_record()) return record_words(shape.record(), Value(map), small);
  std::vector<std::string> words;
  for (const auto& [key, value] : map) {
    if (of_values->is_record() && shape.kind != records::Kind::keyed)
      words.push_back(key);
    else
      words.push_back(key + ' ' +
                      (value.as_map() != nullptr && of_values->is_record()
                           ? '(' + record_words(of_values->record(), value, small) + ')'
                           : value_words(field, value, small)));
  }
  return words.empty() ? "nothing" : text::join(words, ", ");
}

/// What stands in the brackets of a record about one of its fields; empty for what says nothing.
std::string detail_words(const Field& field, const Value& value, const text::SmallNumbers& small) {
  const Shape& shape = field.shape->plain();
  const std::string name = plain_name(field.name);
  if (value.is_null()) return {};
  const bool is_of_records = shape.has_entries() && innermost(shape).is_record();
  const std::size_t entries = value.as_map() != nullptr    ? value.as_map()->size()
                              : value.as_list() != nullptr ? value.as_list()->size()
                                                           : 1;
  if (is_of_records) return entries == 0 ? std::string() : fmt::format("{} {}", entries, name);
  if (value.as_list() != nullptr && entries > 1 && is_free_text(field)) return fmt::format("{} {}", entries, name);
  if (shape.is_record() && value.as_map() != nullptr) {
    const std::string inner = record_words(shape.record(), value, small);
    return inner.empty() ? name : name + ": " + inner;
  }
  return name + ' ' + value_words(field, value, small);
}

}  // namespace

std::string number_words(double number) {
  const std::string digits = fmt::format("{}", number);
  if (digits.find('e') != std::string::npos) return digits;
  const std::size_t point = digits.find('.');
  const bool is_whole = point == std::string::npos || number == std::trunc(number);
  return report::number(number, is_whole ? 0 : static_cast<int>(digits.size() - point - 1));
}

std::string in_quotes(std::string_view text) {
  std::string quoted = "\"";
  for (const char sign : text) {
    const bool is_blank = sign == '\n' || sign == '\t' || sign == ' ';
    if (!is_blank) quoted += sign;
    if (is_blank && quoted.back() != ' ') quoted += ' ';
  }
  if (quoted.size() > 1 && quoted.back() == ' ') quoted.pop_back();
  return quoted + '"';
}

std::string count_words(std::size_t count) {
  return count < counts.size() ? std::string(counts[count]) : std::to_string(count);
}

std::string place_words(std::size_t place) {
  return place > 0 && place < places.size() ? std::string(places[place]) : fmt::format("number {}", place);
}

std::string plain_name(std::string_view name) {
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return plain;
}

std::string value_words(const Field& field, const Value& value, const text::SmallNumbers& small) {
  if (value.is_null()) return "nothing";
  if (const bool* truth = value.as_bool()) return *truth ? "yes" : "no";
  if (const auto number = number_of(value)) {
    if (field.rule.counts_people && small.hides(*number)) return report::people_number(*number, small);
    return field.name == "year" ? fmt::format("{}", *number) : number_words(*number);
  }
  if (const std::string* text = value.as_text()) return text_words(field, *text);
  if (const Value::List* list = value.as_list()) return list_words(field, *list, small);
  return map_words(field, *value.as_map(), small);
}

std::string record_words(const RecordShape& shape, const Value& value, const text::SmallNumbers& small,
                         const std::vector<std::string_view>& left_out) {
  const Field* main = words_of(shape);
  if (value.as_map() == nullptr) {  // a shorthand
    const Field* field = shape.find(shape.shorthand);
    return field == nullptr ? std::string() : value_words(*field, value, small);
  }
  std::string said;
  std::vector<std::string> details;
  for (const Field& field : shape.fields) {
    const Value* of_field = value.find(field.name);
    if (of_field == nullptr || std::find(left_out.begin(), left_out.end(), field.name) != left_out.end()) continue;
    if (&field == main) {
      said = value_words(field, *of_field, small);
      continue;
    }
    std::string detail = detail_words(field, *of_field, small);
    if (!detail.empty()) details.push_back(std::move(detail));
  }
  const std::string all = text::join(details, ", ");
  if (said.empty()) return all;
  return all.empty() ? said : said + " (" + all + ')';
}

}  // namespace thrive::versions
