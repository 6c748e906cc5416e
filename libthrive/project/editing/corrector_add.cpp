// SPDX-License-Identifier: MIT
// Adding to lists, and entries to keyed sections.
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/project/editing/corrector.hpp"
#include "libthrive/records/field.hpp"
#include "libthrive/records/from_text.hpp"

namespace thrive::project {

namespace {

using records::FieldAt;
using records::Kind;
using yaml::Edit;

/// True when what is typed is a list of what to add, and not one thing.
bool is_list(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first != std::string_view::npos && text[first] == '[';
}

}  // namespace

bool Corrector::add(const FieldAt& at) {
  if (at.shape == nullptr) return refuse("not-one-value", at, "a whole project is not added to");
  if (at.absent && at.absent->section + "/" + at.absent->id != correction_.path) return refuse_absent(at);
  if (at.absent) return add_entry(at);
  if (at.shape->kind == Kind::list || at.shape->kind == Kind::one_or_many) return add_to_list(at);
  if (at.shape->kind == Kind::keyed)
    return refuse("not-a-list", at, fmt::format("'{}' holds entries by their id", correction_.path),
                  fmt::format("name the new one: --add {}/ID=...", correction_.path));
  return refuse("not-a-list", at,
                at.is_entry ? fmt::format("'{}' is there already", correction_.path)
                            : fmt::format("'{}' is no list", correction_.path),
                fmt::format("--set {}=... gives it another value", correction_.path));
}

bool Corrector::add_to_list(const FieldAt& at) {
  const records::Shape& list = at.shape->plain();
  const model::Rule rule = at.field == nullptr ? model::Rule{} : records::rule_of_entry(*at.field, list);
  text::Value::List added;
  if (is_list(correction_.value)) {
    auto several = value_of(at, *at.shape, rule, correction_.value);
    if (!several) return false;
    if (text::Value::List* items = several->as_list()) added = std::move(*items);
  } else {
    auto one = value_of(at, *list.element, rule, correction_.value);
    if (!one) return false;
    added.push_back(std::move(*one));
  }
  const NodeAt there = edited_.find(at.path);
  const bool is_alone = there.node != yaml::no_node && edited_.node(there).kind == yaml::Kind::scalar;
  if (is_alone) {  // what may be written alone becomes a list
    added.insert(added.begin(), at.present());
    return set_value(at, std::move(added));
  }
  if (there.node == yaml::no_node && !list.element->is_record()) return set_value(at, std::move(added));
  for (text::Value& value : added)
    edited_.make({Edit::Action::append,
                  at.path,
                  {},
                  std::move(value),
                  list.element->is_record() && at.field != nullptr ? layout_of(at.field->rule) : yaml::Layout::block});
  return true;
}

bool Corrector::add_entry(const FieldAt& at) {
  auto value = value_of(at, *at.shape, at.rule, correction_.value);
  if (!value) return false;
  Path section(at.path.begin(), at.path.end() - 1);
  edited_.make({Edit::Action::insert, std::move(section), at.path.back(), std::move(*value), yaml::Layout::block});
  return true;
}

}  // namespace thrive::project
