// SPDX-License-Identifier: MIT
#include "libthrive/records/schema.hpp"

#include <map>
#include <type_traits>

#include "libthrive/model/project.hpp"
#include "libthrive/model/to_value.hpp"
#include "libthrive/project/reading/scalars.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

namespace {

using text::Value;

Value types(std::initializer_list<const char*> names) {
  if (names.size() == 1) return Value::map().set("type", *names.begin());
  Value list = Value::list();
  for (const char* name : names) list.push(name);
  return Value::map().set("type", list);
}

/// A pattern that matches a word however it is written: case does not matter, and `-`, `_` and a blank are the same.
std::string folded_pattern(const std::vector<std::string>& words) {
  std::string pattern = "^(?:";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) pattern += '|';
    for (const char c : words[i]) {
      const bool is_letter = c >= 'a' && c <= 'z';
      if (is_letter) {
        pattern += {'[', static_cast<char>(c - 'a' + 'A'), c, ']'};
      } else if (c == '-') {
        pattern += "[-_ ]";
      } else if (c == '\'' || static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9')) {
        pattern += c;
      } else {
        pattern += {'\\', c};
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
  if (rule.minimum) schema.set("minimum", model::detail::number(*rule.minimum));
  if (rule.maximum) schema.set("maximum", model::detail::number(*rule.maximum));
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

  template <model::Described Record>
  Value object(bool with_required = true);

  template <model::Described Record>
  Value record();

  template <class T>
  Value value(const T* type, const model::Rule& rule);

  Value definitions() const {
    Value map = Value::map();
    for (const auto& [name, schema] : definitions_) map.set(name, schema);
    return map;
  }

 private:
  template <class T>
  Value of(const model::Rule& rule) {
    return value(static_cast<const T*>(nullptr), rule);
  }
  Value value_of(const std::string*, const model::Rule& rule);
  Value value_of(const int*, const model::Rule& rule) { return with_range(types({"integer"}), rule); }
  Value value_of(const double*, const model::Rule& rule) { return with_range(types({"number"}), rule); }
  Value value_of(const bool*, const model::Rule&) { return types({"boolean"}); }
  Value value_of(const text::Date*, const model::Rule&);
  Value value_of(const model::Score*, const model::Rule&);
  template <model::Named Word>
  Value value_of(const Word*, const model::Rule& rule);
  template <class T>
  Value value_of(const std::optional<T>*, const model::Rule& rule) {
    return of<T>(rule);
  }
  template <class T>
  Value value_of(const std::vector<T>*, const model::Rule& rule);
  template <class T>
  Value value_of(const model::OneOrMany<T>*, const model::Rule& rule) {
    return either(of<T>(rule), of<std::vector<T>>(rule));
  }
  template <class T>
  Value value_of(const model::Keyed<T>*, const model::Rule& rule);
  template <model::Described Record>
  Value value_of(const Record*, const model::Rule&) {
    return record<Record>();
  }
  Value vocabulary_words(std::string_view list);

  const model::Vocabulary& vocabulary_;
  std::map<std::string, Value> definitions_;
};

/// Collects the schemas of a record's fields.
struct PropertyMaker {
  SchemaMaker& maker;
  Value properties = Value::map();
  Value required = Value::list();

  template <class T>
  void operator()(std::string_view name, T& member, std::string_view meaning, const model::Rule& rule) {
    Value schema = maker.value(&member, rule);
    // An empty value says the same as a field that is left out, so it is no mistake where the field may be left out.
    if (!rule.is_required) schema = or_null(std::move(schema));
    Value described = Value::map().set("description", meaning);
    for (auto& [key, part] : *schema.as_map()) described.set(key, std::move(part));
    properties.set(std::string(name), std::move(described));
    if (rule.is_required) required.push(name);
  }
};

template <model::Described Record>
Value SchemaMaker::object(bool with_required) {
  Record record;
  PropertyMaker make{*this};
  model::Description<Record>::fields(make, record);
  Value schema = Value::map().set("type", "object").set("properties", std::move(make.properties));
  if (with_required && !make.required.as_list()->empty()) schema.set("required", std::move(make.required));
  return schema.set("additionalProperties", false);
}

/// Finds the schema of the field that may stand for the whole record.
struct ShorthandMaker {
  SchemaMaker& maker;
  std::string_view wanted;
  Value schema{};
  template <class T>
  void operator()(std::string_view name, T& member, std::string_view, const model::Rule& rule) {
    if (name == wanted) schema = maker.value(&member, rule);
  }
};

template <model::Described Record>
Value SchemaMaker::record() {
  const std::string name = text::kebab(model::Description<Record>::title);
  if (!definitions_.contains(name)) {
    definitions_.emplace(name, Value());  // in case a record holds another of its kind
    Value schema = object<Record>();
    const bool may_be_empty = schema.find("required") == nullptr;
    if (!model::Description<Record>::shorthand.empty()) {
      Record record;
      ShorthandMaker shorthand{*this, model::Description<Record>::shorthand};
      model::Description<Record>::fields(shorthand, record);
      schema = either(std::move(schema), std::move(shorthand.schema));
    }
    if (may_be_empty) schema = or_null(std::move(schema));
    definitions_[name] = std::move(schema);
  }
  return reference_to(name);
}

template <class T>
Value SchemaMaker::value(const T* type, const model::Rule& rule) {
  return value_of(type, rule);
}

Value SchemaMaker::value_of(const std::string*, const model::Rule& rule) {
  return rule.vocabulary.empty() ? free_text(rule) : vocabulary_words(rule.vocabulary);
}

Value SchemaMaker::value_of(const text::Date*, const model::Rule&) {
  definitions_.emplace("day", day());
  return reference_to("day");
}

Value SchemaMaker::value_of(const model::Score*, const model::Rule&) {
  Value unknown = Value::map().set("type", "string").set("pattern", folded_pattern({"unknown"}));
  definitions_.emplace("score", either(types({"integer"}), std::move(unknown)));
  return reference_to("score");
}

template <model::Named Word>
Value SchemaMaker::value_of(const Word*, const model::Rule&) {
  const std::string name = text::kebab(model::Names<Word>::title);
  if (!definitions_.contains(name)) {
    std::vector<std::string> words, spellings;
    for (const auto& [value, word] : model::Names<Word>::values) {
      words.emplace_back(word);
      spellings.emplace_back(word);
    }
    for (const model::Term& term : vocabulary_.terms(name + "s")) {
      spellings.push_back(text::kebab(term.name));
      for (const std::string& alias : term.aliases) spellings.push_back(text::kebab(alias));
    }
    definitions_.emplace(name, one_of(words, std::move(spellings)));
  }
  return reference_to(name);
}

template <class T>
Value SchemaMaker::value_of(const std::vector<T>*, const model::Rule& rule) {
  model::Rule item_rule = rule;
  item_rule.is_non_empty = false;
  Value items = of<T>(item_rule);
  // A seat that did not vote is an empty place in the list.
  if (std::is_same_v<T, model::Score>) items = or_null(std::move(items));
  Value schema = Value::map().set("type", "array").set("items", std::move(items));
  if (rule.is_non_empty) schema.set("minItems", 1);
  return schema;
}

template <class T>
Value SchemaMaker::value_of(const model::Keyed<T>*, const model::Rule& rule) {
  return Value::map()
      .set("type", "object")
      .set("propertyNames", Value::map().set("pattern", id_pattern))
      .set("additionalProperties", of<T>(rule));
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

Value json_schema(const model::Vocabulary& vocabulary, bool is_part) {
  SchemaMaker maker(vocabulary);
  const Value root = maker.object<model::Project>(!is_part);
  Value schema = Value::map()
                     .set("$schema", "https://json-schema.org/draft/2020-12/schema")
                     .set("$id", is_part ? "urn:thrive:project-part:1" : "urn:thrive:project:1")
                     .set("title", is_part ? "One file of a THRIVE project folder" : "THRIVE project file");
  for (const auto& [key, part] : *root.as_map()) schema.set(key, part);
  return schema.set("$defs", maker.definitions());
}

}  // namespace thrive::project
