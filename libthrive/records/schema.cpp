// SPDX-License-Identifier: MIT
#include "libthrive/records/schema.hpp"

#include <fmt/core.h>

#include <map>

#include "libthrive/model/project.hpp"
#include "libthrive/records/moved.hpp"
#include "libthrive/records/scalar.hpp"
#include "libthrive/records/scalars.hpp"
#include "libthrive/records/to_value.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::records {

namespace {

using text::Value;

Value types(std::initializer_list<const char*> names) {
  if (names.size() == 1) return Value::map().set("type", *names.begin());
  Value list = Value::list();
  for (const char* name : names) list.push(name);
  return Value::map().set("type", list);
}

/// A pattern that matches a word however it is written: case does not matter, and `-`, `_` and a blank are the same.
/// Only signs of the syntax are escaped: no other escape is one in every dialect (ECMAScript's "u" mode has the
/// fewest).
std::string folded_pattern(const std::vector<std::string>& words) {
  constexpr std::string_view syntax = "^$\\.*+?()[]{}|/";
  std::string pattern = "^(?:";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) pattern += '|';
    for (const char c : words[i]) {
      const bool is_letter = c >= 'a' && c <= 'z';
      if (is_letter) {
        pattern += {'[', static_cast<char>(c - 'a' + 'A'), c, ']'};
      } else if (c == '-') {
        pattern += "[-_ ]";
      } else if (syntax.find(c) != std::string_view::npos) {
        pattern += {'\\', c};
      } else {
        pattern += c;
      }
    }
  }
  return pattern + ")$";
}

/// The words first, for completion; then every other spelling that is accepted.
Value one_of(const std::vector<std::string>& words, std::vector<std::string> spellings) {
  Value any = Value::list();
  any.push(Value::map().set("enum", Value::list_of(words)));
  any.push(Value::map().set("type", "string").set("pattern", folded_pattern(spellings)));
  return Value::map().set("anyOf", any);
}

Value day() { return Value::map().set("type", "string").set("format", "date").set("pattern", day_pattern); }

/// Text may look like a number or a truth value: the project file takes it as text all the same.
Value free_text(const model::Rule& rule) {
  Value schema = types({"string", "number", "boolean"});
  if (rule.is_non_empty) schema.set("minLength", 1);
  if (rule.is_path) schema.set("pattern", "^(?![/~])(?!.:)(?!(.*/)?\\.\\.(/|$))[^\\\\]+$");
  return schema;
}

Value with_range(Value schema, const model::Rule& rule) {
  if (rule.minimum) schema.set("minimum", number_value(*rule.minimum));
  if (rule.maximum) schema.set("maximum", number_value(*rule.maximum));
  return schema;
}

Value reference_to(const std::string& definition) { return Value::map().set("$ref", "#/$defs/" + definition); }

Value either(Value one, Value other) {
  Value any = Value::list();
  any.push(std::move(one));
  any.push(std::move(other));
  return Value::map().set("anyOf", any);
}

/// The same, or nothing written.
Value or_null(Value schema) {
  const Value* type = schema.find("type");
  if (type == nullptr) return either(std::move(schema), types({"null"}));
  Value types_and_null = type->as_list() != nullptr ? *type : Value::list().push(*type);
  types_and_null.push("null");
  return schema.set("type", types_and_null);
}

/// Makes the schemas, and keeps the ones that are used more than once as definitions.
class SchemaMaker {
 public:
  explicit SchemaMaker(const model::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// A mapping with the fields of a record.
  Value object(const RecordShape& shape, bool with_required = true);
  Value definitions() const {
    Value map = Value::map();
    for (const auto& [name, schema] : definitions_) map.set(name, schema);
    return map;
  }

 private:
  Value value(const Shape& shape, const model::Rule& rule);
  Value property(const Field& field, const Field& several);
  Value moved_property(const Field& section);
  Value record(const RecordShape& shape);
  Value list(const Shape& shape, const model::Rule& rule);
  Value score();
  Value words_of(const Shape& shape);
  Value vocabulary_words(std::string_view list);

  const model::Vocabulary& vocabulary_;
  std::map<std::string, Value> definitions_;
};

/// One field of a record: what it means first, for the reader of an editor's help.
Value SchemaMaker::property(const Field& field, const Field& several) {
  Value schema = value(*field.shape, field.rule);
  if (&several != &field) schema = either(std::move(schema), value(*several.shape, several.rule));
  // An empty value says the same as a field that is left out, so it is no mistake where the field may be left out.
  if (!field.rule.is_required) schema = or_null(std::move(schema));
  Value described = Value::map().set("description", field.meaning);
  for (auto& [key, part] : *schema.as_map()) described.set(key, std::move(part));
  return described;
}

/// A field that has become a section of its own, and is still read here.
Value SchemaMaker::moved_property(const Field& section) {
  Value schema = property(section, section);
  for (auto& [key, part] : *schema.as_map())
    if (key == "description") part = fmt::format("Now a section of its own: write '{}' at the top level", section.name);
  return schema.set("deprecated", true);
}

Value SchemaMaker::object(const RecordShape& shape, bool with_required) {
  Value properties = Value::map();
  Value required = Value::list();
  for (const Field& field : shape.fields) {
    properties.set(std::string(field.name), property(field, shape.for_several(field)));
    if (field.rule.is_required) required.push(field.name);
  }
  for (const MovedSection& moved : moved_sections())
    if (moved.within == shape.title)
      properties.set(std::string(moved.field), moved_property(*shape_of<model::Project>().find(moved.to)));
  Value schema = Value::map().set("type", "object").set("properties", std::move(properties));
  if (with_required && !required.as_list()->empty()) schema.set("required", std::move(required));
  return schema.set("additionalProperties", false);
}

Value SchemaMaker::record(const RecordShape& shape) {
  const std::string name = text::kebab(shape.title);
  if (!definitions_.contains(name)) {
    definitions_.emplace(name, Value());  // in case a record holds another of its kind
    Value schema = object(shape);
    const bool may_be_empty = schema.find("required") == nullptr;
    if (const Field* whole = shape.find(shape.shorthand))
      schema = either(std::move(schema), value(*whole->shape, whole->rule));
    if (may_be_empty) schema = or_null(std::move(schema));
    definitions_[name] = std::move(schema);
  }
  return reference_to(name);
}

Value SchemaMaker::value(const Shape& shape, const model::Rule& rule) {
  switch (shape.kind) {
    case Kind::text:
      return rule.vocabulary.empty() ? free_text(rule) : vocabulary_words(rule.vocabulary);
    case Kind::whole:
      return with_range(types({"integer"}), rule);
    case Kind::number:
      return with_range(types({"number"}), rule);
    case Kind::truth:
      return types({"boolean"});
    case Kind::date:
      definitions_.emplace("day", day());
      return reference_to("day");
    case Kind::score:
      return score();
    case Kind::word:
      return words_of(shape.plain());
    case Kind::record:
      return record(shape.record());
    case Kind::list:
      return list(shape.plain(), rule);
    case Kind::one_or_many:
      return either(value(*shape.plain().element, rule), list(shape.plain(), rule));
    case Kind::keyed: {
      Value keys = rule.has_free_keys   ? Value::map().set("minLength", 1)
                   : rule.has_date_keys ? Value::map().set("pattern", day_pattern)
                                        : Value::map().set("pattern", id_pattern);
      model::Rule entry_rule = rule;
      entry_rule.has_date_keys = false;
      return Value::map()
          .set("type", "object")
          .set("propertyNames", std::move(keys))
          .set("additionalProperties", value(*shape.plain().element, entry_rule));
    }
  }
  return {};
}

Value SchemaMaker::score() {
  Value unknown = Value::map().set("type", "string").set("pattern", folded_pattern({"unknown"}));
  definitions_.emplace("score", either(types({"integer"}), std::move(unknown)));
  return reference_to("score");
}

/// A closed list of words, with the other spellings that the vocabulary has for them.
Value SchemaMaker::words_of(const Shape& shape) {
  const std::string name = text::kebab(shape.words_title);
  if (!definitions_.contains(name)) {
    const std::vector<std::string> words(shape.words.begin(), shape.words.end());
    std::vector<std::string> spellings = words;
    for (const model::Term& term : vocabulary_.terms(list_of_words(shape))) {
      spellings.push_back(text::kebab(term.name));
      for (const std::string& alias : term.aliases) spellings.push_back(text::kebab(alias));
    }
    definitions_.emplace(name, one_of(words, std::move(spellings)));
  }
  return reference_to(name);
}

Value SchemaMaker::list(const Shape& shape, const model::Rule& rule) {
  model::Rule item_rule = rule;
  item_rule.is_non_empty = false;
  Value items = value(*shape.element, item_rule);
  // A seat that did not vote is an empty place in the list.
  if (shape.element->kind == Kind::score) items = or_null(std::move(items));
  Value schema = Value::map().set("type", "array").set("items", std::move(items));
  if (rule.is_non_empty) schema.set("minItems", 1);
  return schema;
}

Value SchemaMaker::vocabulary_words(std::string_view list) {
  const std::string name(list);
  if (!definitions_.contains(name)) {
    std::vector<std::string> spellings;
    std::string aliases;
    for (const model::Term& term : vocabulary_.terms(list)) {
      spellings.push_back(text::kebab(term.id));
      for (const std::string& other : {term.name}) spellings.push_back(text::kebab(other));
      for (const std::string& alias : term.aliases) spellings.push_back(text::kebab(alias));
      if (!aliases.empty()) aliases += "; ";
      aliases += term.id + ": " + term.name;
    }
    Value schema = Value::map().set("description", aliases);
    Value words = one_of(vocabulary_.ids(list), std::move(spellings));
    // A project may add sectors of its own, and one file's schema cannot know them.
    if (list == "sectors") words.as_map()->front().second.push(Value::map().set("pattern", id_pattern));
    for (auto& [key, part] : *words.as_map()) schema.set(key, std::move(part));
    definitions_.emplace(name, std::move(schema));
  }
  return reference_to(name);
}

}  // namespace

Value schema_of(const RecordShape& shape, const model::Vocabulary& vocabulary) {
  SchemaMaker maker(vocabulary);
  Value schema = maker.object(shape);
  return schema.set("$defs", maker.definitions());
}

Value json_schema(const model::Vocabulary& vocabulary, bool is_part) {
  SchemaMaker maker(vocabulary);
  const Value root = maker.object(shape_of<model::Project>(), !is_part);
  Value schema = Value::map()
                     .set("$schema", "https://json-schema.org/draft/2020-12/schema")
                     .set("$id", is_part ? "urn:thrive:project-part:1" : "urn:thrive:project:1")
                     .set("title", is_part ? "One file of a THRIVE project folder" : "THRIVE project file");
  for (const auto& [key, part] : *root.as_map()) schema.set(key, part);
  return schema.set("$defs", maker.definitions());
}

}  // namespace thrive::records
