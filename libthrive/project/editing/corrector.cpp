// SPDX-License-Identifier: MIT
#include "libthrive/project/editing/corrector.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "libthrive/project/editing/paths.hpp"
#include "libthrive/records/from_text.hpp"

namespace thrive::project {

namespace {

using Action = Correction::Action;
using records::FieldAt;
using yaml::Edit;

/// True for a field that the reader wants to find.
bool is_required(const FieldAt& at) { return !at.is_entry && at.field != nullptr && at.field->rule.is_required; }

}  // namespace

bool Corrector::make(const Correction& correction) {
  if (edited_.is_unsettled() && !edited_.settle(problems_)) return false;
  correction_ = correction;
  const auto at = find(correction.path);
  if (!at) return false;
  switch (correction.action) {
    case Action::set:
      return set(*at);
    case Action::add:
      return add(*at);
    case Action::remove:
      return remove(*at);
    case Action::rename:
      return rename(*at);
  }
  return false;
}

std::optional<FieldAt> Corrector::find(std::string_view path) {
  records::NoField wrong;
  const auto whole = whole_path(edited_.now().model(), sections_, path, wrong);
  auto at = whole ? records::field_at(edited_.now().model(), *whole, wrong) : std::nullopt;
  if (!at) {
    problems_.error("no-such-field", nearest_place(whole.value_or("")), std::move(wrong.message),
                    std::move(wrong.hint));
    return std::nullopt;
  }
  correction_.path = *whole;
  return at;
}

/// The place of the longest beginning of a path that leads somewhere.
text::Place Corrector::nearest_place(std::string_view path) const {
  while (!path.empty()) {
    path = path.substr(0, path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/'));
    records::NoField ignored;
    if (const auto at = records::field_at(edited_.now().model(), path, ignored)) return edited_.place_before(at->path);
  }
  return edited_.place_before(Path{});
}

bool Corrector::refuse(const char* code, const FieldAt& at, std::string message, std::string hint) {
  problems_.error(code, edited_.place_before(at.path), std::move(message), std::move(hint));
  return false;
}

bool Corrector::refuse_absent(const FieldAt& at) {
  const std::string& hint = at.absent->hint;
  return refuse(
      "no-such-entry", at, fmt::format("'{}' has no entry '{}'", at.absent->section, at.absent->id),
      hint.empty() ? fmt::format("a new one is made with --add {}/{}=...", at.absent->section, at.absent->id) : hint);
}

std::optional<text::Value> Corrector::value_of(const FieldAt& at, const records::Shape& shape, const model::Rule& rule,
                                               std::string_view text) {
  records::Unfit unfit;
  const std::string_view field = at.field == nullptr ? std::string_view() : at.field->name;
  auto value = records::from_text(shape, rule, field, text, edited_.now().vocabulary(), unfit);
  if (!value)
    problems_.error(unfit.code, edited_.place_before(at.path), std::move(unfit.message), std::move(unfit.hint));
  return value;
}

bool Corrector::set(const FieldAt& at) {
  if (at.shape == nullptr) return refuse("not-one-value", at, "a whole project is not set at once");
  if (at.absent) return refuse_absent(at);
  if (correction_.value.empty()) {
    if (at.is_entry)
      return refuse("not-one-value", at, fmt::format("'{}' is an entry, and cannot be empty", correction_.path),
                    fmt::format("take it away with --remove {}", correction_.path));
    return is_there(at) ? take_away(at) : is_required(at) ? take_away(at) : true;
  }
  auto value = value_of(at, *at.shape, at.rule, correction_.value);
  return value && set_value(at, std::move(*value));
}

bool Corrector::set_value(const FieldAt& at, text::Value value) {
  if (spell_out(at, value)) return true;
  edited_.make({Edit::Action::set, at.path, {}, std::move(value), layout_of(at.rule)});
  const auto tells_apart = [&](std::string_view name) { return name == at.field->name; };
  if (at.is_entry ||
      (at.owner != nullptr && std::any_of(at.owner->identity.begin(), at.owner->identity.end(), tells_apart)))
    edited_.expect_other_names();
  return true;
}

/// A record that stands there as its shorthand alone, `M1: 2`, gets its keys: `M1: {score: 2, evidence: ...}`.
bool Corrector::spell_out(const FieldAt& at, const text::Value& value) {
  if (at.owner == nullptr || at.owner->shorthand.empty() || at.is_entry) return false;
  const NodeAt owner = edited_.find(at.owner_path);
  if (owner.node == yaml::no_node || edited_.node(owner).kind == yaml::Kind::mapping) return false;
  if (edited_.node(owner).kind == yaml::Kind::null) return false;
  if (at.field->name == at.owner->shorthand) {
    edited_.make({Edit::Action::set, at.owner_path, {}, value});
    return true;
  }
  records::NoField ignored;
  const std::string shorthand(at.owner->shorthand);
  const std::string path = correction_.path.substr(0, correction_.path.rfind('/')) + "/" + shorthand;
  const auto whole = records::field_at(edited_.now().model(), path, ignored);
  text::Value record = text::Value::map();
  if (whole) record.set(shorthand, whole->present());
  record.set(std::string(at.field->name), value);
  edited_.make({Edit::Action::set, at.owner_path, {}, std::move(record), yaml::Layout::one_line});
  return true;
}

bool Corrector::remove(const FieldAt& at) {
  if (at.shape == nullptr) return refuse("not-one-value", at, "a whole project is not removed");
  if (at.absent) return refuse_absent(at);
  const bool is_shorthand = at.owner != nullptr && !at.is_entry && at.field->name == at.owner->shorthand;
  if (!is_there(at) && !is_shorthand)
    return refuse("no-such-entry", at, fmt::format("there is nothing at '{}' to remove", correction_.path));
  return take_away(at);
}

bool Corrector::take_away(const FieldAt& at) {
  if (is_required(at))
    return refuse("required-field", at, fmt::format("'{}' cannot be left out", correction_.path),
                  "give it another value with --set");
  std::size_t files = 0;
  edited_.find(at.path, &files);
  if (files > 1)
    return refuse("not-one-value", at, fmt::format("'{}' is spread over {} files", correction_.path, files),
                  "remove its entries");
  edited_.make({Edit::Action::remove, without_emptied_groups(at), {}, {}, {}});
  return true;
}

/// The path of the outermost group of fields that would be left with nothing in it: `wait` goes with its only number.
/// Entries of sections and lists stay, as do the sections and lists themselves.
Path Corrector::without_emptied_groups(const FieldAt& at) const {
  Path path = at.path;
  std::string_view words = correction_.path;
  for (std::size_t slash = words.rfind('/'); slash != std::string_view::npos; slash = words.rfind('/')) {
    words = words.substr(0, slash);
    records::NoField ignored;
    const auto group = records::field_at(edited_.now().model(), words, ignored);
    const bool may_go = group && group->field != nullptr && !group->is_entry && group->record != nullptr &&
                        !group->field->rule.is_required && !group->absent;
    std::size_t files = 0;
    const NodeAt node = may_go ? edited_.find(group->path, &files) : NodeAt{};
    if (files != 1 || edited_.node(node).count != 1) break;
    path = group->path;
  }
  return path;
}

}  // namespace thrive::project
