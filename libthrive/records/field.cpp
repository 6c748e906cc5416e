// SPDX-License-Identifier: MIT
#include "libthrive/records/field.hpp"

#include <fmt/core.h>

#include "libthrive/records/entry_names.hpp"
#include "libthrive/records/scalar.hpp"
#include "libthrive/records/to_value.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::records {

namespace {

std::vector<std::string> ids_of(const Shape& keyed, const void* value) {
  std::vector<std::string> ids;
  if (value == nullptr) return ids;
  for (std::size_t i = 0; i < keyed.size(value); ++i) ids.emplace_back(keyed.id(value, i));
  return ids;
}

/// Follows a path step by step; `at_` is what the steps so far have led to.
class Walk {
 public:
  Walk(const RecordShape& shape, const void* record, std::string_view path, NoField& problem)
      : rest_(path), problem_(problem) {
    at_.record = &shape;
    at_.value = record;
  }

  std::optional<FieldAt> to_the_end() {
    while (!rest_.empty()) {
      const std::size_t slash = std::min(rest_.find('/'), rest_.size());
      const std::string_view step = rest_.substr(0, slash);
      rest_.remove_prefix(std::min(slash + 1, rest_.size()));
      if (!go(step)) return std::nullopt;
      so_far_ += (so_far_.empty() ? "" : "/") + std::string(step);
    }
    return std::move(at_);
  }

 private:
  bool go(std::string_view step) {
    if (at_.record != nullptr) return to_field(step);
    switch (at_.shape->kind) {
      case Kind::keyed:
        return to_key(step);
      case Kind::list:
      case Kind::one_or_many:
        return to_item(step);
      default:
        return fail(fmt::format("'{}' is a single value and has no '{}'", so_far_, step));
    }
  }

  bool to_field(std::string_view step) {
    const Field* field = at_.record->find(step);
    if (field == nullptr) {
      const bool is_top = so_far_.empty();
      const std::vector<std::string> known = at_.record->names();
      const std::string message = is_top ? fmt::format("a project has no section '{}'", step)
                                         : fmt::format("'{}' has no field '{}'", so_far_, step);
      return fail(message, step, known, is_top ? "sections" : "fields");
    }
    at_.owner = at_.record;
    at_.owner_path = at_.path;
    at_.field = field;
    at_.is_entry = false;
    at_.rule = field->rule;
    at_.path.emplace_back(step);
    const void* record = at_.value;
    arrive(*field->shape, record == nullptr ? nullptr : field->shape->value(field->of(record)));
    return true;
  }

  bool to_key(std::string_view id) {
    if (const Misfit misfit = misfit_of_key(at_.rule, id); !misfit.code.empty())
      return fail(fmt::format("'{}' {}", id, misfit.message));
    const Shape& keyed = at_.shape->plain();
    const void* section = at_.value;
    const void* entry = section == nullptr ? nullptr : keyed.find(section, id);
    if (entry == nullptr && !at_.absent)
      at_.absent = Absent{so_far_, std::string(id), nearest(id, ids_of(keyed, section))};
    enter(keyed);
    at_.path.emplace_back(id);
    arrive(*keyed.element, entry);
    return true;
  }

  bool to_item(std::string_view step) {
    const Shape& list = at_.shape->plain();
    const std::vector<std::size_t> found = entries_named(list, at_.value, step);
    if (found.size() > 1) return leave_open(step, list, found);
    if (found.empty()) {
      const std::vector<std::string> known =
          at_.value == nullptr ? std::vector<std::string>() : entry_names(list, at_.value);
      const std::string message = fmt::format("'{}' has no entry '{}'", so_far_, step);
      return fail(message, step, known, fmt::format("{} entries", known.size()));
    }
    const void* entry = list.item(at_.value, found.front());
    // What may be written alone is written alone when it is one.
    const bool is_alone = list.kind == Kind::one_or_many && list.size(at_.value) == 1;
    enter(list);
    if (!is_alone) at_.path.push_back(std::to_string(found.front()));
    arrive(*list.element, entry);
    return true;
  }

  bool leave_open(std::string_view step, const Shape& list, const std::vector<std::size_t>& found) {
    const std::vector<std::string> names = entry_names(list, at_.value);
    std::vector<std::string> choices;
    for (const std::size_t position : found) choices.push_back(fmt::format("'{}/{}'", so_far_, names[position]));
    return fail(fmt::format("'{}' names {} entries of '{}'", step, found.size(), so_far_),
                "say which: " + text::join(choices, ", "));
  }

  /// What is named from now on is an entry of the field.
  void enter(const Shape& entries) {
    at_.is_entry = true;
    if (at_.field != nullptr) at_.rule = rule_of_entry(*at_.field, entries);
  }

  void arrive(const Shape& shape, const void* value) {
    at_.shape = &shape;
    at_.value = value;
    at_.record = shape.is_record() ? &shape.plain().record() : nullptr;
  }

  std::string nearest(std::string_view step, const std::vector<std::string>& known) const {
    const std::string near = text::nearest_name(step, known);
    if (near.empty()) return {};
    return fmt::format("did you mean '{}{}{}{}{}'?", so_far_, so_far_.empty() ? "" : "/", near,
                       rest_.empty() ? "" : "/", rest_);
  }

  bool fail(std::string message, std::string hint = {}) {
    problem_ = {std::move(message), std::move(hint)};
    return false;
  }
  bool fail(std::string message, std::string_view step, const std::vector<std::string>& known, std::string_view what) {
    constexpr std::size_t few = 20;
    std::string hint = nearest(step, known);
    if (hint.empty() && !known.empty() && known.size() <= few)
      hint = fmt::format("its {}: {}", what, text::join(known, ", "));
    return fail(std::move(message), std::move(hint));
  }

  std::string_view rest_;
  std::string so_far_;
  NoField& problem_;
  FieldAt at_;
};

}  // namespace

text::Value FieldAt::present() const {
  if (value == nullptr) return {};
  return shape == nullptr ? to_value(*record, value) : to_value(shape->plain(), value);
}

std::optional<FieldAt> field_at(const RecordShape& shape, const void* record, std::string_view path, NoField& problem) {
  return Walk(shape, record, path, problem).to_the_end();
}

std::vector<Step> steps_below(const FieldAt& at) {
  std::vector<Step> steps;
  if (at.record != nullptr) {
    for (const Field& field : at.record->fields) steps.push_back({std::string(field.name), &field});
  } else if (at.value != nullptr && at.shape->has_entries()) {
    const Shape& entries = at.shape->plain();
    for (std::string& name : entries.kind == Kind::keyed ? ids_of(entries, at.value) : entry_names(entries, at.value))
      steps.push_back({std::move(name)});
  }
  return steps;
}

model::Rule rule_of_entry(const Field& field, const Shape& entries) {
  model::Rule rule = field.rule;
  rule.is_required = false;
  rule.defined_kind = {};
  rule.has_date_keys = false;
  if (entries.kind == Kind::keyed) rule.refers_to = {};  // the ids are references, not what is said of them
  return rule;
}

}  // namespace thrive::records
