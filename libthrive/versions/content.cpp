// SPDX-License-Identifier: MIT
#include "libthrive/versions/content.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "libthrive/model/project.hpp"
#include "libthrive/project/reading/reader.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "libthrive/records/scalar.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/yaml/edit.hpp"

namespace thrive::versions {

using records::Field;
using records::RecordShape;
using records::Shape;

namespace {

using RecordKind = records::Kind;
using yaml::Kind;

/// The root of a project as a member, so that it is walked as every other.
const Shape& shape_of_project() {
  static const Shape shape = [] {
    Shape made{RecordKind::record};
    made.record = &records::shape_of<model::Project>;
    return made;
  }();
  return shape;
}

const Shape* plain(const Meant& meant) { return meant.shape == nullptr ? nullptr : &meant.shape->plain(); }

bool is_record(const Meant& meant) { return meant.shape != nullptr && plain(meant)->is_record(); }

/// A scalar in the place of a record: its shorthand.
const Field* shorthand_at(const Meant& meant, const yaml::Node& node) {
  if (node.kind != Kind::scalar || !is_record(meant)) return nullptr;
  const RecordShape& record = plain(meant)->record();
  return record.shorthand.empty() ? nullptr : record.find(record.shorthand);
}

Meant meant_by_field(const Field& field) { return {field.shape, field.rule, field.name}; }

/// What the values of a mapping are meant to be.
Meant meant_by_entry(const Meant& mapping) {
  Meant entry;
  if (mapping.shape == nullptr) return entry;
  if (plain(mapping)->kind != RecordKind::keyed) return entry;
  entry = {plain(mapping)->element, mapping.rule, {}};
  entry.rule.refers_to = {};  // the keys are references, not what is said of them
  return entry;
}

/// What the items of a list are meant to be.
Meant meant_by_item(const Meant& list) {
  if (list.shape == nullptr || !plain(list)->has_entries() || plain(list)->kind == RecordKind::keyed) return {};
  return {plain(list)->element, list.rule, list.field};
}

/// The scalar as the type of its field has it, in one spelling; the text itself where it has no such value.
struct Spelling {
  std::string text;
  bool is_value = false;  // false for text that the field does not allow
  text::Value value{};
};

Spelling spelling_of(const Meant& meant, const yaml::Node& node) {
  Spelling spelling{std::string(node.value)};
  const Shape* shape = plain(meant);
  if (shape != nullptr && !shape->has_entries() && !shape->is_record()) {
    records::Misfit misfit;
    const bool is_quoted = node.style != yaml::Style::plain;
    const auto scalar = records::read_scalar(*shape, meant.rule, meant.field, {node.value, is_quoted},
                                             project::built_in_vocabulary(), misfit);
    if (scalar) {
      spelling.is_value = true;
      spelling.value = records::to_value(*shape, *scalar);
      if (spelling.value.as_text() == nullptr)
        spelling.text = text::to_json(spelling.value);
      else
        spelling.text = *spelling.value.as_text();
    }
  }
  return spelling;
}

/// Text that is the same to the last byte, written in the same place of its line, says the same.
bool is_written_alike(At one, At other) {
  const yaml::Node a = one.look(), b = other.look();
  if (a.kind != b.kind || a.style != b.style || a.column != b.column) return false;
  return a.text.end - a.text.begin == b.text.end - b.text.begin &&
         one.document->source().text(a.text) == other.document->source().text(b.text);
}

bool is_same_scalar(const Meant& meant, const yaml::Node& a, const yaml::Node& b) {
  if (a.value == b.value) {
    if ((a.style == yaml::Style::plain) == (b.style == yaml::Style::plain)) return true;
    const Shape* shape = plain(meant);
    if (shape != nullptr && shape->kind == RecordKind::text) return true;
  }
  const Spelling one = spelling_of(meant, a), other = spelling_of(meant, b);
  return one.is_value && other.is_value && one.text == other.text;
}

/// One text for each item, so that sets can be compared.
std::vector<std::string> sorted_identities(const std::vector<Entry>& entries) {
  std::vector<std::string> texts;
  for (const Entry& entry : entries) {
    std::string text;
    for (const std::string& part : identity_of(entry.meant, entry.value)) text += part + '\n';
    texts.push_back(std::move(text));
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

bool has_same_keys(const std::vector<Entry>& one, const std::vector<Entry>& other) {
  if (one.size() != other.size()) return false;
  std::unordered_map<std::string_view, const Entry*> others;
  for (const Entry& entry : other) others.emplace(entry.key, &entry);
  for (const Entry& entry : one) {
    const auto found = others.find(entry.key);
    if (found == others.end() || !is_same(entry.meant, entry.value, found->second->value)) return false;
  }
  return true;
}

bool has_same_items(const std::vector<Entry>& one, const std::vector<Entry>& other) {
  if (one.size() != other.size()) return false;
  for (std::size_t i = 0; i < one.size(); ++i)
    if (!is_same(one[i].meant, one[i].value, other[i].value)) return false;
  return true;
}

/// A value alone, where a list of values may stand.
bool is_one_of_many(const Meant& meant, At at) {
  return meant.shape != nullptr && plain(meant)->kind == RecordKind::one_or_many && at.look().kind == Kind::scalar;
}

std::vector<Entry> items_of(const Meant& meant, At at) {
  std::vector<Entry> items;
  const Meant item = meant_by_item(meant);
  if (is_one_of_many(meant, at)) return {{{}, yaml::no_node, at, item}};
  for (yaml::NodeId node = at.look().first; node != yaml::no_node; node = at.document->node(node).next)
    items.push_back({{}, yaml::no_node, {at.document, node}, item});
  return items;
}

std::vector<Entry> entries_of_mapping(const Meant& meant, At at) {
  std::vector<Entry> entries;
  const yaml::Node mapping = at.look();
  entries.reserve(mapping.count);
  const RecordShape* record = is_record(meant) ? &plain(meant)->record() : nullptr;
  const Meant entry = meant_by_entry(meant);
  for (yaml::NodeId key = mapping.first; key != yaml::no_node;) {
    const yaml::NodeId value = at.document->node(key).next;
    const std::string_view name = at.document->node(key).value;
    const Field* field = record == nullptr ? nullptr : record->find(name);
    const Meant by_field = field == nullptr ? Meant{} : meant_by_field(*field);
    // A field with nothing behind it is not there; an entry is, such as a table that has handed in nothing.
    if (record == nullptr || !says_nothing({at.document, value}))
      entries.push_back({name, key, {at.document, value}, record == nullptr ? entry : by_field});
    key = at.document->node(value).next;
  }
  return entries;
}

/// A number or a truth value that stands without quotes where nothing is known of it.
text::Value plain_value(std::string_view text) {
  if (text == "true") return true;
  if (text == "false") return false;
  std::int64_t whole = 0;
  const char* const end = text.data() + text.size();
  if (const auto read = std::from_chars(text.data(), end, whole); read.ec == std::errc() && read.ptr == end)
    if (std::to_string(whole) == text) return whole;
  double number = 0;
  if (const auto read = std::from_chars(text.data(), end, number); read.ec == std::errc() && read.ptr == end)
    if (text::to_json(number) == std::string(text) + "\n") return number;
  return text;
}

}  // namespace

Meant meant_by_project() { return {&shape_of_project(), {}, {}}; }

bool says_nothing(At at) { return !at.is_there() || project::is_nothing(at.look()); }

Known known(const Meant& meant, At at) {
  const Kind kind = at.look().kind;
  if (kind == Kind::mapping || shorthand_at(meant, at.look()) != nullptr) return Known::by_key;
  if (meant.shape == nullptr) return Known::whole;
  return known(*meant.shape, meant.rule);
}

bool has_entries(const Meant& meant, At at) {
  if (says_nothing(at)) return false;
  const yaml::Node node = at.look();
  if (node.kind == Kind::mapping || shorthand_at(meant, node) != nullptr || is_one_of_many(meant, at)) return true;
  return node.kind == Kind::sequence;
}

std::vector<Entry> entries_of(const Meant& meant, At at) {
  const yaml::Node node = at.look();
  if (node.kind == Kind::mapping) return entries_of_mapping(meant, at);
  if (const Field* field = shorthand_at(meant, node)) return {{field->name, yaml::no_node, at, meant_by_field(*field)}};
  return items_of(meant, at);
}

Identity identity_of(const Meant& item, At at) {
  if (says_nothing(at)) return {};
  const yaml::Node node = at.look();
  if (node.kind == Kind::scalar && !is_record(item))
    return {std::string(text::trimmed(item.shape != nullptr && plain(item)->kind == RecordKind::one_or_many
                                          ? spelling_of(meant_by_item(item), node).text
                                          : spelling_of(item, node).text))};
  if (!is_record(item) || plain(item)->record().identity.empty()) return {text::to_json(value_of(item, at))};
  Identity identity;
  const std::vector<Entry> entries = entries_of(item, at);
  for (const std::string_view name : plain(item)->record().identity) {
    std::string part;
    for (const Entry& entry : entries)
      if (entry.key == name && !says_nothing(entry.value))
        part = text::trimmed(spelling_of(entry.meant, entry.value.look()).text);
    identity.push_back(std::move(part));
  }
  while (!identity.empty() && identity.back().empty()) identity.pop_back();
  return identity;
}

bool is_same(const Meant& meant, At one, At other) {
  if (says_nothing(one) || says_nothing(other)) return says_nothing(one) && says_nothing(other);
  if (is_written_alike(one, other)) return true;
  const yaml::Node a = one.look(), b = other.look();
  if (a.kind == Kind::scalar && b.kind == Kind::scalar) {
    const Field* field = shorthand_at(meant, a);
    if (field != nullptr) return is_same_scalar(meant_by_field(*field), a, b);
    return is_same_scalar(is_one_of_many(meant, one) ? meant_by_item(meant) : meant, a, b);
  }
  if (!has_entries(meant, one) || !has_entries(meant, other)) return false;
  const Known as = known(meant, one);
  if ((as == Known::by_key) != (known(meant, other) == Known::by_key)) return false;
  const std::vector<Entry> ours = entries_of(meant, one), others = entries_of(meant, other);
  if (as == Known::by_key) return has_same_keys(ours, others);
  if (as == Known::as_set) return sorted_identities(ours) == sorted_identities(others);
  return has_same_items(ours, others);
}

bool is_smaller(const Meant& meant, At one, At other) {
  const Spelling a = spelling_of(meant, one.look()), b = spelling_of(meant, other.look());
  const auto number = [](const text::Value& value) {
    if (const std::int64_t* whole = value.as_integer()) return static_cast<double>(*whole);
    return value.as_number() == nullptr ? 0.0 : *value.as_number();
  };
  if (a.value.as_text() != nullptr && b.value.as_text() != nullptr) return a.text < b.text;
  return number(a.value) < number(b.value);
}

text::Value value_of(const Meant& meant, At at) {
  if (says_nothing(at)) return nullptr;
  const yaml::Node node = at.look();
  if (node.kind == Kind::scalar) {
    const Field* field = shorthand_at(meant, node);
    const Meant scalar = field != nullptr            ? meant_by_field(*field)
                         : is_one_of_many(meant, at) ? meant_by_item(meant)
                                                     : meant;
    Spelling spelling = spelling_of(scalar, node);
    if (spelling.is_value && spelling.value.as_text() == nullptr) return std::move(spelling.value);
    if (spelling.value.is_day()) return std::move(spelling.value);
    const bool is_known_text = plain(scalar) != nullptr && plain(scalar)->kind == RecordKind::text;
    return node.style == yaml::Style::plain && !is_known_text ? plain_value(node.value) : text::Value(node.value);
  }
  if (node.kind == Kind::sequence) {
    text::Value list = text::Value::list();
    for (const Entry& entry : items_of(meant, at)) list.push(value_of(entry.meant, entry.value));
    return list;
  }
  text::Value::Map map;
  for (const Entry& entry : entries_of_mapping(meant, at))
    map.emplace_back(std::string(entry.key), value_of(entry.meant, entry.value));
  return map;
}

}  // namespace thrive::versions
