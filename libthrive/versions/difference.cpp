// SPDX-License-Identifier: MIT
#include "libthrive/versions/difference.hpp"

#include <algorithm>
#include <unordered_map>

#include "libthrive/records/entry_names.hpp"
#include "libthrive/records/to_value.hpp"
#include "libthrive/versions/identity.hpp"
#include "libthrive/versions/renames.hpp"

namespace thrive::versions {

using records::Field;
using records::RecordShape;
using records::Shape;
using ShapeKind = records::Kind;

namespace {

bool says_something(const text::Value& value) {
  if (const text::Value::Map* map = value.as_map()) return !map->empty();
  if (const text::Value::List* list = value.as_list()) return !list->empty();
  return !value.is_null();
}

Change::Kind kind_of(const text::Value& before, const text::Value& after) {
  if (!says_something(before)) return Change::Kind::added;
  return says_something(after) ? Change::Kind::changed : Change::Kind::removed;
}

/// A record of one version, and the shape of both.
struct Owners {
  const RecordShape* shape = nullptr;
  const void* a = nullptr;
  const void* b = nullptr;
};

/// Goes through two versions side by side.
class Differing {
 public:
  explicit Differing(const Renames& renames) : renames_(renames) {}

  void records(const RecordShape& shape, const void* a, const void* b) {
    const Owners owners{&shape, a, b};
    for (const Field& field : shape.fields) {
      path_.emplace_back(field.name);
      member(field, owners, field.shape->value(field.of(a)), field.shape->value(field.of(b)));
      path_.pop_back();
    }
  }
  std::vector<Change> take() { return std::move(found_); }

 private:
  void member(const Field& field, const Owners& owners, const void* a, const void* b) {
    if (a == nullptr && b == nullptr) return;
    const Shape& shape = field.shape->plain();
    if (shape.is_record()) return group(field, owners, shape, a, b);
    if (!shape.has_entries()) return scalar(field, owners, shape, a, b);
    switch (known(shape, field.rule)) {
      case Known::by_key:
        return section(field, owners, shape, a, b);
      case Known::whole:
      case Known::as_set:
        return list_as_value(field, owners, shape, a, b);
      case Known::by_identity:
      case Known::by_date:
      case Known::as_lines:
        return list(field, owners, shape, a, b);
    }
  }

  /// A group that only one version has is one change; the sections of the project are gone through all the same.
  void group(const Field& field, const Owners& owners, const Shape& shape, const void* a, const void* b) {
    const RecordShape& record = shape.record();
    if (path_.size() == 1 || (a != nullptr && b != nullptr))
      return records(record, a == nullptr ? record.usual : a, b == nullptr ? record.usual : b);
    text::Value before = value_of(shape, a), after = value_of(shape, b);
    if (!says_something(before) && !says_something(after)) return;
    add(field, owners, &record, a, b, std::move(before), std::move(after));
  }

  void scalar(const Field& field, const Owners& owners, const Shape& shape, const void* a, const void* b) {
    if (a != nullptr && b != nullptr && is_same_value(shape, field.rule, a, b)) return;
    add(field, owners, nullptr, a, b, value_of(shape, a), value_of(shape, b));
  }

  bool is_same_value(const Shape& shape, const model::Rule& rule, const void* a, const void* b) const {
    if (records::is_same(shape, a, b)) return true;
    if (renames_.empty() || shape.kind != ShapeKind::text) return false;
    return renames_.followed(rule, *static_cast<const std::string*>(a)) == *static_cast<const std::string*>(b);
  }

  /// Sets are the same in any order, lists that are one value only in theirs.
  void list_as_value(const Field& field, const Owners& owners, const Shape& shape, const void* a, const void* b) {
    if (a != nullptr && b != nullptr && records::is_same(shape, a, b)) return;
    text::Value before = value_of(shape, a), after = value_of(shape, b);
    if (!says_something(before) && !says_something(after)) return;
    std::vector<std::string> one = texts_of(before, field.rule, true), other = texts_of(after, field.rule, false);
    if (known(shape, field.rule) == Known::as_set) {
      std::sort(one.begin(), one.end());
      std::sort(other.begin(), other.end());
    }
    if (one != other) add(field, owners, nullptr, a, b, std::move(before), std::move(after));
  }

  /// The entries of a list as texts to compare, those of the older version in the ids of the newer one.
  std::vector<std::string> texts_of(const text::Value& value, const model::Rule& rule, bool is_older) const {
    std::vector<std::string> texts;
    if (const text::Value::List* entries = value.as_list()) {
      for (const text::Value& entry : *entries) {
        std::string text = "[";
        for (const std::string& part : texts_of(entry, rule, is_older)) text += part + '\n';
        texts.push_back(entry.as_list() == nullptr ? text.substr(1) : text);
      }
    } else if (const std::string* text = value.as_text()) {
      texts.push_back(is_older ? renames_.followed(rule, *text) : *text);
    } else if (!value.is_null()) {
      texts.push_back(text::to_json(value));
    }
    return texts;
  }

  void section(const Field& field, const Owners& owners, const Shape& shape, const void* a, const void* b) {
    const std::size_t size_a = a == nullptr ? 0 : shape.size(a), size_b = b == nullptr ? 0 : shape.size(b);
    std::vector<bool> is_in_both(size_b);
    std::unordered_map<std::string_view, std::size_t> positions;
    for (std::size_t i = 0; i < size_b; ++i) positions.emplace(shape.id(b, i), i);
    for (std::size_t i = 0; i < size_a; ++i) {
      const std::string old_id(shape.id(a, i));
      auto at = positions.find(old_id);
      std::string id = old_id;
      if (at == positions.end()) {
        id = renames_.key(field.rule, old_id);
        at = positions.find(id);
      }
      const bool is_matched = at != positions.end() && !is_in_both[at->second];
      path_.push_back(is_matched ? id : old_id);
      if (!is_matched) {
        add_entry(field, owners, *shape.element, shape.item(a, i), nullptr);
      } else {
        is_in_both[at->second] = true;
        if (id != old_id && !field.rule.defined_kind.empty() && is_own_rename(field.rule, old_id, id)) {
          add_entry(field, owners, *shape.element, shape.item(a, i), shape.item(b, at->second));
          found_.back().kind = Change::Kind::renamed;
          found_.back().before = old_id;
          found_.back().after = id;
        }
        entry(field, owners, *shape.element, shape.item(a, i), shape.item(b, at->second));
      }
      path_.pop_back();
    }
    for (std::size_t i = 0; i < size_b; ++i) {
      if (is_in_both[i]) continue;
      path_.emplace_back(shape.id(b, i));
      add_entry(field, owners, *shape.element, nullptr, shape.item(b, i));
      path_.pop_back();
    }
  }

  /// False where the key is a reference that only follows the renaming of what it names.
  bool is_own_rename(const model::Rule& rule, const std::string& old_id, const std::string& id) const {
    return rule.refers_to.empty() || renames_.followed(rule, old_id) != id;
  }

  void list(const Field& field, const Owners& owners, const Shape& shape, const void* a, const void* b) {
    const std::vector<std::string> names_a = names_of(shape, field.rule, a), names_b = names_of(shape, field.rule, b);
    const auto matched = matches(followed_identities(shape, field.rule, a), identities_of(shape, b));
    std::vector<std::size_t> gone, added;
    std::vector<bool> is_in_both(names_b.size());
    for (std::size_t i = 0; i < matched.size(); ++i) {
      if (matched[i]) is_in_both[*matched[i]] = true;
      if (!matched[i]) gone.push_back(i);
    }
    for (std::size_t i = 0; i < is_in_both.size(); ++i)
      if (!is_in_both[i]) added.push_back(i);
    // One that is gone and one that is new are the same one when they agree in all but what they are known by.
    std::optional<std::size_t> other_name_of;
    if (gone.size() == 1 && added.size() == 1 &&
        is_one_edit(*shape.element, shape.item(a, gone[0]), shape.item(b, added[0])))
      other_name_of = added[0];
    for (std::size_t i = 0; i < matched.size(); ++i) {
      const std::optional<std::size_t> other = matched[i] ? matched[i] : other_name_of;
      path_.push_back(other ? names_b[*other] : names_a[i]);
      if (other)
        entry(field, owners, *shape.element, shape.item(a, i), shape.item(b, *other));
      else
        add_entry(field, owners, *shape.element, shape.item(a, i), nullptr);
      path_.pop_back();
    }
    for (const std::size_t i : added) {
      if (other_name_of) continue;
      path_.push_back(names_b[i]);
      add_entry(field, owners, *shape.element, nullptr, shape.item(b, i));
      path_.pop_back();
    }
  }

  static bool is_one_edit(const Shape& element, const void* one, const void* other) {
    if (!element.is_record()) return true;
    std::size_t agreeing = 0;
    return differing_fields(element.record(), one, other, agreeing) == 1;
  }

  /// Sentences are called by their place, all others by what tells them apart.
  static std::vector<std::string> names_of(const Shape& shape, const model::Rule& rule, const void* value) {
    if (value == nullptr) return {};
    if (known(shape, rule) != Known::as_lines) return records::entry_names(shape, value);
    std::vector<std::string> places;
    for (std::size_t i = 0; i < shape.size(value); ++i) places.push_back(std::to_string(i + 1));
    return places;
  }

  std::vector<Identity> followed_identities(const Shape& shape, const model::Rule& rule, const void* a) const {
    std::vector<Identity> identities = identities_of(shape, a);
    if (renames_.empty()) return identities;
    const RecordShape* record = shape.element->is_record() ? &shape.element->record() : nullptr;
    for (Identity& identity : identities) {
      for (std::size_t part = 0; part < identity.size(); ++part) {
        const model::Rule* of_part = &rule;
        if (record != nullptr)
          of_part = part < record->identity.size() ? &record->find(record->identity[part])->rule : nullptr;
        if (of_part != nullptr) identity[part] = renames_.followed(*of_part, identity[part]);
      }
    }
    return identities;
  }

  void entry(const Field& field, const Owners& owners, const Shape& element, const void* a, const void* b) {
    if (element.is_record()) return records(element.record(), a, b);
    if (is_same_value(element, field.rule, a, b)) return;
    add_entry(field, owners, element, a, b);
  }

  void add_entry(const Field& field, const Owners& owners, const Shape& element, const void* a, const void* b) {
    const RecordShape* record = element.plain().is_record() ? &element.plain().record() : nullptr;
    add(field, owners, record, a, b, value_of(element, a), value_of(element, b));
    Change& change = found_.back();
    change.is_entry = true;
    change.kind = a == nullptr ? Change::Kind::added : b == nullptr ? Change::Kind::removed : Change::Kind::changed;
  }

  static text::Value value_of(const Shape& shape, const void* value) {
    return value == nullptr ? text::Value() : records::to_value(shape, value);
  }

  void add(const Field& field, const Owners& owners, const RecordShape* record, const void* a, const void* b,
           text::Value before, text::Value after) {
    Change change;
    change.kind = kind_of(before, after);
    change.path = path_;
    change.field = &field;
    change.record = record;
    change.owner = owners.shape;
    change.a = a;
    change.b = b;
    change.owner_a = owners.a;
    change.owner_b = owners.b;
    change.before = std::move(before);
    change.after = std::move(after);
    found_.push_back(std::move(change));
  }

  const Renames& renames_;
  std::vector<std::string> path_;
  std::vector<Change> found_;
};

/// o9 before o10, and names before and behind each other as their letters have it.
bool is_earlier_id(const std::string& one, const std::string& other) {
  const auto a = running_id(one), b = running_id(other);
  if (a && b && a->before == b->before && a->number != b->number) return a->number < b->number;
  return one < other;
}

/// By id within each section, the sections as they are.
void sort_by_id(std::vector<Change>& changes) {
  for (auto begin = changes.begin(); begin != changes.end();) {
    const std::string section = begin->section();
    const auto end = std::find_if(begin, changes.end(), [&](const Change& c) { return c.section() != section; });
    // Only entries of keyed sections have an order of their own; fields of a section that is one record keep theirs.
    const Field* field = records::shape_of<model::Project>().find(section);
    if (field->shape->plain().kind == ShapeKind::keyed)
      std::stable_sort(
          begin, end, [](const Change& one, const Change& other) { return is_earlier_id(one.path[1], other.path[1]); });
    begin = end;
  }
}

}  // namespace

std::string Change::id() const {
  const records::RecordShape& project = records::shape_of<model::Project>();
  const Field* section = project.find(path.front());
  if (section == nullptr || path.size() < 2) return {};
  const Shape& shape = section->shape->plain();
  if (shape.kind == ShapeKind::keyed) return path.size() > 3 && path[2] == "cycles" ? path[3] : path[1];
  if (!shape.is_record() || path.size() < 3) return {};
  const Field* inner = shape.record().find(path[1]);
  return inner != nullptr && inner->shape->plain().kind == ShapeKind::keyed ? path[2] : std::string();
}

std::string Change::field_name() const {
  if (field == nullptr) return path.size() > 2 ? path[2] : std::string();
  return is_entry && path.size() == 2 ? std::string() : std::string(field->name);
}

std::string_view kind_word(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::added:
      return "added";
    case Change::Kind::removed:
      return "removed";
    case Change::Kind::changed:
      return "changed";
    case Change::Kind::renamed:
      return "renamed";
  }
  return {};
}

std::vector<Change> differences(const model::Project& a, const model::Project& b) {
  const RecordShape& shape = records::shape_of<model::Project>();
  const Renames renames = Renames::between(shape, &a, &b);
  Differing differing(renames);
  differing.records(shape, &a, &b);
  std::vector<Change> changes = differing.take();
  sort_by_id(changes);
  return changes;
}

}  // namespace thrive::versions
