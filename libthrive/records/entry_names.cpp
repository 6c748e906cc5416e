// SPDX-License-Identifier: MIT
#include "libthrive/records/entry_names.hpp"

#include <charconv>
#include <deque>
#include <unordered_map>

#include "libthrive/records/to_value.hpp"

namespace thrive::records {

namespace {

/// What tells one entry from another: the texts of its identity's fields, to the last one that is there.
std::vector<std::string> identity_of(const Shape& element, const void* entry) {
  std::vector<std::string> parts;
  if (element.kind == Kind::one_or_many && element.size(entry) == 1)
    return identity_of(*element.element, element.item(entry, 0));
  if (!element.is_record()) {
    if (!element.has_entries()) parts.push_back(scalar_text(element, entry));
    return parts;
  }
  const RecordShape& record = element.record();
  for (const std::string_view name : record.identity) {
    const Field& field = *record.find(name);
    const void* value = field.shape->value(field.of(entry));
    parts.push_back(value == nullptr ? std::string() : scalar_text(field.shape->plain(), value));
  }
  while (!parts.empty() && parts.back().empty()) parts.pop_back();
  return parts;
}

std::string joined(const std::vector<std::string>& parts, std::size_t count) {
  std::string name;
  for (std::size_t i = 0; i < count; ++i) name += (i == 0 ? "" : ":") + parts[i];
  return name;
}

/// How many parts of an identity a name has at least: `gp:spa`, never `gp` alone.
std::size_t fewest_parts(const std::vector<std::string>& parts) { return parts.size() < 2 ? parts.size() : 2; }

/// A place in a list, counted from 1, as a position; nothing when the text is no number.
std::optional<std::size_t> position_of(std::string_view step) {
  std::size_t place = 0;
  const auto [end, failed] = std::from_chars(step.data(), step.data() + step.size(), place);
  if (failed != std::errc() || end != step.data() + step.size() || place == 0) return std::nullopt;
  return place - 1;
}

}  // namespace

std::string scalar_text(const Shape& shape, const void* value) {
  const text::Value plain = to_value(shape, value);
  if (const std::string* text = plain.as_text()) return *text;
  if (const bool* truth = plain.as_bool()) return *truth ? "true" : "false";
  char digits[64];
  const std::int64_t* whole = plain.as_integer();
  const double* number = plain.as_number();
  const auto end = whole != nullptr    ? std::to_chars(std::begin(digits), std::end(digits), *whole).ptr
                   : number != nullptr ? std::to_chars(std::begin(digits), std::end(digits), *number).ptr
                                       : digits;
  return {digits, end};
}

std::vector<std::string> entry_names(const Shape& list, const void* value) {
  const std::size_t size = list.size(value);
  std::vector<std::vector<std::string>> identities(size);
  std::unordered_map<std::string, std::size_t> times;
  for (std::size_t i = 0; i < size; ++i) {
    identities[i] = identity_of(*list.element, list.item(value, i));
    for (std::size_t count = fewest_parts(identities[i]); count <= identities[i].size(); ++count)
      ++times[joined(identities[i], count)];
  }
  std::vector<std::string> names(size);
  for (std::size_t i = 0; i < size; ++i) {
    const std::vector<std::string>& parts = identities[i];
    for (std::size_t count = fewest_parts(parts); count <= parts.size() && names[i].empty(); ++count) {
      const std::string name = joined(parts, count);
      const bool is_clear = times[name] == 1 && name.find('/') == std::string::npos && !position_of(name);
      if (is_clear && !name.empty()) names[i] = name;
    }
    if (names[i].empty()) names[i] = std::to_string(i + 1);
  }
  return names;
}

std::vector<std::size_t> entries_named(const Shape& list, const void* value, std::string_view step) {
  if (value == nullptr) return {};
  const std::size_t size = list.size(value);
  if (const auto position = position_of(step))
    return *position < size ? std::vector<std::size_t>{*position} : std::vector<std::size_t>{};
  std::vector<std::size_t> whole, begun;
  for (std::size_t i = 0; i < size; ++i) {
    const std::vector<std::string> parts = identity_of(*list.element, list.item(value, i));
    if (parts.empty()) continue;
    if (joined(parts, parts.size()) == step) whole.push_back(i);
    for (std::size_t count = fewest_parts(parts); count < parts.size(); ++count)
      if (joined(parts, count) == step) begun.push_back(i);
  }
  // `gp:spa` is the flow without a kind when there is one, beside others that have one.
  return whole.empty() ? begun : whole;
}

std::vector<std::optional<std::size_t>> matched_entries(const Shape& list, const void* one, const void* other) {
  std::vector<std::optional<std::size_t>> matches(list.size(one));
  std::vector<bool> is_taken(list.size(other));
  for (const bool whole : {true, false}) {
    const auto key = [&](const void* entry) {
      const std::vector<std::string> parts = identity_of(*list.element, entry);
      return joined(parts, whole ? parts.size() : fewest_parts(parts));
    };
    std::unordered_map<std::string, std::deque<std::size_t>> waiting;
    for (std::size_t i = 0; i < is_taken.size(); ++i)
      if (!is_taken[i]) waiting[key(list.item(other, i))].push_back(i);
    for (std::size_t i = 0; i < matches.size(); ++i) {
      if (matches[i]) continue;
      std::deque<std::size_t>& alike = waiting[key(list.item(one, i))];
      if (alike.empty()) continue;
      matches[i] = alike.front();
      is_taken[alike.front()] = true;
      alike.pop_front();
    }
  }
  return matches;
}

}  // namespace thrive::records
