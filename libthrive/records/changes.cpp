// SPDX-License-Identifier: MIT
#include "libthrive/records/changes.hpp"

#include <unordered_map>

#include "libthrive/records/entry_names.hpp"
#include "libthrive/records/to_value.hpp"

namespace thrive::records {

namespace {

/// What the entries of a collection are called, and where each is.
struct Entries {
  std::vector<std::string> names;
  std::vector<const void*> values;
  std::unordered_map<std::string, std::size_t> positions;
};

Entries entries_of(const Shape& shape, const void* value) {
  Entries entries;
  if (value == nullptr) return entries;
  const std::size_t size = shape.size(value);
  if (shape.kind != Kind::keyed) entries.names = entry_names(shape, value);
  for (std::size_t i = 0; i < size; ++i) {
    if (shape.kind == Kind::keyed) entries.names.emplace_back(shape.id(value, i));
    entries.values.push_back(shape.item(value, i));
    entries.positions.emplace(entries.names[i], i);
  }
  return entries;
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
    const Entries in_a = entries_of(shape, a);
    const Entries in_b = entries_of(shape, b);
    for (std::size_t i = 0; i < in_a.names.size(); ++i) {
      path_.push_back(in_a.names[i]);
      const auto other = in_b.positions.find(in_a.names[i]);
      if (other == in_b.positions.end()) {
        add(Change::What::removed, field, true, value_of(*shape.element, in_a.values[i]), {});
      } else {
        entry(field, *shape.element, in_a.values[i], in_b.values[other->second]);
      }
      path_.pop_back();
    }
    for (std::size_t i = 0; i < in_b.names.size(); ++i) {
      if (in_a.positions.contains(in_b.names[i])) continue;
      path_.push_back(in_b.names[i]);
      add(Change::What::added, field, true, {}, value_of(*shape.element, in_b.values[i]));
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
