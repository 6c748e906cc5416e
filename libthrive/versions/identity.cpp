// SPDX-License-Identifier: MIT
#include "libthrive/versions/identity.hpp"

#include <fmt/core.h>

#include <charconv>
#include <deque>
#include <unordered_map>

#include "libthrive/records/entry_names.hpp"
#include "libthrive/records/to_value.hpp"
#include "libthrive/text/blanks.hpp"

namespace thrive::versions {

using records::Field;
using records::Kind;
using records::RecordShape;
using records::Shape;

namespace {

/// The first parts that are enough to know an entry again: `gp`, `spa`, and never `gp` alone.
constexpr std::size_t fewest_parts = 2;

std::string key_of(const Identity& identity, std::size_t count) {
  std::string key;
  for (std::size_t i = 0; i < count && i < identity.size(); ++i) key += identity[i] + '\n';
  return key;
}

bool is_known_by_date(const RecordShape& record) {
  if (record.identity.size() != 1) return false;
  const Field* field = record.find(record.identity.front());
  return field != nullptr && field->shape->plain().kind == Kind::date;
}

}  // namespace

Known known(const Shape& shape, const model::Rule& rule) {
  const Shape& plain = shape.plain();
  if (plain.kind == Kind::keyed) return Known::by_key;
  if (!plain.has_entries() || rule.is_in_order) return Known::whole;
  const Shape& element = plain.element->plain();
  if (element.is_record()) {
    if (is_known_by_date(element.record())) return Known::by_date;
    return element.record().shorthand.empty() ? Known::by_identity : Known::as_lines;
  }
  if (element.kind == Kind::date) return Known::by_date;
  if (element.has_entries()) return Known::whole;
  const bool is_of_words = !rule.vocabulary.empty() || (!rule.refers_to.empty() && !rule.may_be_words);
  const bool is_set = is_of_words || element.kind != Kind::text || plain.kind == Kind::one_or_many;
  return is_set ? Known::as_set : Known::as_lines;
}

Identity identity_of(const Shape& shape, const void* entry) {
  const Shape& element = shape.plain();
  const void* value = shape.value(entry);
  if (value == nullptr) return {};
  if (element.kind == Kind::one_or_many && element.size(value) == 1)
    return identity_of(*element.element, element.item(value, 0));
  if (element.has_entries()) return {text::to_json(records::to_value(element, value))};
  if (!element.is_record()) return {std::string(text::trimmed(records::scalar_text(element, value)))};
  const RecordShape& record = element.record();
  if (record.identity.empty()) return {text::to_json(records::to_value(record, value))};
  Identity identity;
  for (const std::string_view name : record.identity) {
    const Field& field = *record.find(name);
    const void* part = field.shape->value(field.of(value));
    identity.emplace_back(part == nullptr ? std::string_view{}
                                          : text::trimmed(records::scalar_text(field.shape->plain(), part)));
  }
  while (!identity.empty() && identity.back().empty()) identity.pop_back();
  return identity;
}

std::vector<Identity> identities_of(const Shape& list, const void* value) {
  std::vector<Identity> identities;
  if (value == nullptr) return identities;
  for (std::size_t i = 0; i < list.size(value); ++i)
    identities.push_back(identity_of(*list.element, list.item(value, i)));
  return identities;
}

std::vector<std::optional<std::size_t>> matches(const std::vector<Identity>& one, const std::vector<Identity>& other) {
  std::vector<std::optional<std::size_t>> found(one.size());
  std::vector<bool> is_taken(other.size());
  for (const bool whole : {true, false}) {
    const auto has_key = [&](const Identity& identity) { return whole || identity.size() >= fewest_parts; };
    const auto key = [&](const Identity& identity) { return key_of(identity, whole ? identity.size() : fewest_parts); };
    std::unordered_map<std::string, std::deque<std::size_t>> waiting;
    for (std::size_t i = 0; i < other.size(); ++i)
      if (!is_taken[i] && has_key(other[i])) waiting[key(other[i])].push_back(i);
    for (std::size_t i = 0; i < one.size(); ++i) {
      if (found[i] || !has_key(one[i])) continue;
      const auto alike = waiting.find(key(one[i]));
      if (alike == waiting.end() || alike->second.empty()) continue;
      found[i] = alike->second.front();
      is_taken[alike->second.front()] = true;
      alike->second.pop_front();
    }
  }
  return found;
}

const Field* words_of(const RecordShape& shape) {
  if (!shape.shorthand.empty()) return shape.find(shape.shorthand);
  for (const Field& field : shape.fields) {
    const model::Rule& rule = field.rule;
    const bool is_free = rule.vocabulary.empty() && rule.refers_to.empty() && !rule.is_path;
    if (rule.is_required && is_free && field.shape->plain().kind == Kind::text) return &field;
  }
  return nullptr;
}

std::optional<RunningId> running_id(std::string_view id) {
  std::size_t digits = 0;
  while (digits < id.size() && id[id.size() - 1 - digits] >= '0' && id[id.size() - 1 - digits] <= '9') ++digits;
  if (digits == 0 || digits == id.size() || digits > 9) return std::nullopt;
  RunningId running{id.substr(0, id.size() - digits), 0, digits};
  const std::string_view number = id.substr(id.size() - digits);
  std::from_chars(number.data(), number.data() + number.size(), running.number);
  return running;
}

std::string with_number(const RunningId& like, unsigned long number) {
  return fmt::format("{}{:0{}}", like.before, number, like.digits);
}

}  // namespace thrive::versions
