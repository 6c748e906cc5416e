// SPDX-License-Identifier: MIT
#include "libthrive/records/from_text.hpp"

#include <fmt/core.h>

#include "libthrive/records/scalar.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::records {

namespace {

using text::Value;

std::string_view in_words(Typed::Form form) {
  return form == Typed::Form::list ? "a list" : form == Typed::Form::map ? "a group of keys" : "a single value";
}

/// Goes through what was typed beside the shape that it should have.
class Fitting {
 public:
  Fitting(const model::Vocabulary& vocabulary, Unfit& unfit) : vocabulary_(vocabulary), unfit_(unfit) {}

  std::optional<Value> value(const Shape& shape, const model::Rule& rule, std::string_view field, const Typed& typed) {
    switch (shape.kind) {
      case Kind::record:
        return record(shape.record(), field, typed);
      case Kind::keyed:
        return keyed(shape.plain(), rule, field, typed);
      case Kind::list:
        return list(shape.plain(), rule, field, typed);
      case Kind::one_or_many:
        if (typed.form == Typed::Form::list) return list(shape.plain(), rule, field, typed);
        return value(*shape.element, rule, field, typed);
      default:
        return scalar(shape.plain(), rule, field, typed);
    }
  }

 private:
  std::optional<Value> scalar(const Shape& shape, const model::Rule& rule, std::string_view field, const Typed& typed) {
    if (typed.form != Typed::Form::scalar) return wrong_form(field, "a single value", typed);
    Misfit misfit;
    const auto scalar = read_scalar(shape, rule, field, {typed.text, typed.is_quoted}, vocabulary_, misfit);
    if (misfit.code.empty() && scalar) return to_value(shape, *scalar);
    unfit_.code = misfit.code;
    unfit_.message = misfit.code == "empty-value" ? fmt::format("'{}' is empty", field)
                                                  : fmt::format("'{}' {}, in '{}'", typed.text, misfit.message, field);
    unfit_.hint = std::move(misfit.hint);
    return std::nullopt;
  }

  std::optional<Value> list(const Shape& shape, const model::Rule& rule, std::string_view field, const Typed& typed) {
    if (typed.form != Typed::Form::list) {
      const bool is_text = typed.form == Typed::Form::scalar && shape.element->kind != Kind::record;
      return wrong_form(field, "a list", typed, is_text ? "write [" + typed.text + "]" : std::string());
    }
    if (rule.is_non_empty && typed.items.empty()) return fail("empty-value", fmt::format("'{}' is empty", field));
    Value::List list;
    for (const Typed& item : typed.items) {
      auto made = value(*shape.element, rule, field, item);
      if (!made) return std::nullopt;
      list.push_back(std::move(*made));
    }
    return Value(std::move(list));
  }

  std::optional<Value> keyed(const Shape& shape, const model::Rule& rule, std::string_view field, const Typed& typed) {
    if (typed.form != Typed::Form::map)
      return wrong_form(field, "a group of keys", typed, "write {ID: and what it is}");
    model::Rule entry_rule = rule;
    entry_rule.refers_to = {};
    entry_rule.has_date_keys = false;
    Value map = Value::map();
    for (const auto& [id, entry] : typed.entries) {
      if (const Misfit misfit = misfit_of_key(rule, id); !misfit.code.empty())
        return fail(std::string(misfit.code), fmt::format("'{}' {}", id, misfit.message), misfit.hint);
      auto made = value(*shape.element, entry_rule, id, entry);
      if (!made) return std::nullopt;
      map.as_map()->emplace_back(id, std::move(*made));
    }
    return map;
  }

  std::optional<Value> record(const RecordShape& shape, std::string_view field, const Typed& typed) {
    if (typed.form == Typed::Form::scalar && !shape.shorthand.empty()) {
      const Field& whole = *shape.find(shape.shorthand);
      return value(*whole.shape, whole.rule, whole.name, typed);
    }
    if (typed.form != Typed::Form::map) return wrong_form(field, "a group of keys", typed, "write " + example(shape));
    Value map = Value::map();
    for (const auto& [name, entry] : typed.entries) {
      const Field* known = shape.find(name);
      if (known == nullptr) {
        const std::string near = text::did_you_mean(name, shape.names());
        return fail("unknown-key", fmt::format("unknown key '{}' in the {}", name, shape.title),
                    near.empty() ? "known keys: " + text::join(shape.names(), ", ") : near);
      }
      auto made = value(*known->shape, known->rule, known->name, entry);
      if (!made) return std::nullopt;
      map.as_map()->emplace_back(name, std::move(*made));
    }
    for (const Field& wanted : shape.fields)
      if (wanted.rule.is_required && map.find(wanted.name) == nullptr)
        return fail("missing-field", fmt::format("'{}' is missing in the {}", wanted.name, shape.title),
                    "write " + example(shape));
    return map;
  }

  /// What a record looks like when it is typed: its required fields, or its first.
  static std::string example(const RecordShape& shape) {
    std::string fields;
    for (const Field& field : shape.fields)
      if (field.rule.is_required) fields += fmt::format("{}{}: ...", fields.empty() ? "" : ", ", field.name);
    return "{" + (fields.empty() ? fmt::format("{}: ...", shape.fields.front().name) : fields) + "}";
  }

  std::nullopt_t wrong_form(std::string_view field, std::string_view wanted, const Typed& typed,
                            std::string hint = {}) {
    return fail("wrong-type", fmt::format("'{}' must be {}, and it is {}", field, wanted, in_words(typed.form)),
                std::move(hint));
  }
  std::nullopt_t fail(std::string code, std::string message, std::string hint = {}) {
    unfit_ = {std::move(code), std::move(message), std::move(hint)};
    return std::nullopt;
  }

  const model::Vocabulary& vocabulary_;
  Unfit& unfit_;
};

}  // namespace

std::optional<text::Value> from_text(const Shape& shape, const model::Rule& rule, std::string_view field,
                                     std::string_view text, const model::Vocabulary& vocabulary, Unfit& unfit) {
  const bool takes_brackets = shape.has_entries() || shape.is_record();
  std::string problem;
  Typed scalar;
  scalar.text = text;
  const auto typed = takes_brackets ? parse_typed(text, problem) : std::optional<Typed>(std::move(scalar));
  if (!typed) {
    unfit = {"wrong-type", fmt::format("'{}' cannot be read, in '{}': {}", text, field, problem)};
    return std::nullopt;
  }
  return Fitting(vocabulary, unfit).value(shape, rule, field, *typed);
}

std::optional<text::Value> from_text(const FieldAt& at, std::string_view text, const model::Vocabulary& vocabulary,
                                     Unfit& unfit) {
  const std::string_view field = at.field == nullptr ? std::string_view() : at.field->name;
  if (at.shape != nullptr) return from_text(*at.shape, at.rule, field, text, vocabulary, unfit);
  unfit = {"wrong-type", "a whole project is no value of a field"};
  return std::nullopt;
}

}  // namespace thrive::records
