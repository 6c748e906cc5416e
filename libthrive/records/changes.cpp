// SPDX-License-Identifier: MIT
#include "libthrive/records/changes.hpp"

#include <unordered_map>

#include "libthrive/records/entry_names.hpp"
#include "libthrive/records/to_value.hpp"

namespace thrive::records {

namespace {

/// What the entries of a collection are called.
std::vector<std::string> names_of(const Shape& shape, const void* value) {
  if (value == nullptr) return {};
  if (shape.kind != Kind::keyed) return entry_names(shape, value);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < shape.size(value); ++i) ids.emplace_back(shape.id(value, i));
  return ids;
}

/// For every entry of one collection the same one of another; see matched_entries.
std::vector<std::optional<std::size_t>> matches_of(const Shape& shape, const void* one, const void* other) {
  if (one == nullptr) return {};
  if (other == nullptr) return std::vector<std::optional<std::size_t>>(shape.size(one));
  if (shape.kind != Kind::keyed) return matched_entries(shape, one, other);
  std::unordered_map<std::string_view, std::size_t> positions;
  for (std::size_t i = 0; i < shape.size(other); ++i) positions.emplace(shape.id(other, i), i);
  std::vector<std::optional<std::size_t>> matches;
  for (std::size_t i = 0; i < shape.size(one); ++i) {
    const auto at = positions.find(shape.id(one, i));
    matches.push_back(at == positions.end() ? std::nullopt : std::optional(at->second));
  }
  return matches;
}

/// Goes through two records side by side.
class Comparing {
 public:
  void records(const RecordShape& shape, const void* a, const void* b) {
    for (const Field& field : shape.fields) {
      path_.emplace_back(field.name);
      members(field, a == nullptr ? nullptr : field.shape->value(field.of(a)),
              b == nullptr ? nullptr : field.shape->value(field.of(b)));
      path_.pop_back();
    }
  }
  std::vector<Change> take() { return std::move(found_); }

 private:
  void members(const Field& field, const void* a, const void* b) {
    const Shape& shape = field.shape->plain();
    if (shape.is_record()) {
      if (a == nullptr && b == nullptr) return;
      const RecordShape& record = shape.record();
      return records(record, a == nullptr ? record.usual : a, b == nullptr ? record.usual : b);
    }
    const bool has_names = shape.kind == Kind::keyed || (shape.kind == Kind::list && shape.element->is_record());
    if (has_names) return entries(field, shape, a, b);
    const bool are_same = a == nullptr || b == nullptr ? a == b : is_same(shape, a, b);
    if (!are_same) add(Change::What::changed, field, false, value_of(shape, a), value_of(shape, b));
  }

  void entries(const Field& field, const Shape& shape, const void* a, const void* b) {
    const std::vector<std::string> names_in_a = names_of(shape, a);
    const std::vector<std::string> names_in_b = names_of(shape, b);
    const auto matches = matches_of(shape, a, b);
    std::vector<bool> is_in_both(names_in_b.size());
    for (std::size_t i = 0; i < matches.size(); ++i) {
      path_.push_back(names_in_a[i]);
      if (matches[i]) {
        is_in_both[*matches[i]] = true;
        entry(field, *shape.element, shape.item(a, i), shape.item(b, *matches[i]));
      } else {
        add(Change::What::removed, field, true, value_of(*shape.element, shape.item(a, i)), {});
      }
      path_.pop_back();
    }
    for (std::size_t i = 0; i < names_in_b.size(); ++i) {
      if (is_in_both[i]) continue;
      path_.push_back(names_in_b[i]);
      add(Change::What::added, field, true, {}, value_of(*shape.element, shape.item(b, i)));
      path_.pop_back();
    }
  }

  void entry(const Field& field, const Shape& element, const void* a, const void* b) {
    if (element.is_record()) return records(element.record(), a, b);
    if (!is_same(element, a, b)) add(Change::What::changed, field, true, value_of(element, a), value_of(element, b));
  }

  static text::Value value_of(const Shape& shape, const void* value) {
    return value == nullptr ? text::Value() : to_value(shape, value);
  }

  void add(Change::What what, const Field& field, bool is_entry, text::Value a, text::Value b) {
    found_.push_back({what, path_, &field, is_entry, std::move(a), std::move(b)});
  }

  std::vector<std::string> path_;
  std::vector<Change> found_;
};

}  // namespace

std::vector<Change> changes(const RecordShape& shape, const void* a, const void* b) {
  Comparing comparing;
  comparing.records(shape, a, b);
  return comparing.take();
}

}  // namespace thrive::records
