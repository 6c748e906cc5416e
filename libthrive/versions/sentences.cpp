// SPDX-License-Identifier: MIT
#include "libthrive/versions/sentences.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>

#include "libthrive/records/scalars.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/versions/value_words.hpp"

namespace thrive::versions {

using records::Field;
using records::RecordShape;
using records::Shape;

namespace {

/// The meaning of a field as part of a sentence.
std::string meaning_words(const Field& field) {
  std::string meaning(field.meaning);
  const bool is_one_word = meaning.size() > 1 && std::isupper(static_cast<unsigned char>(meaning[1])) != 0;
  if (!meaning.empty() && !is_one_word) meaning[0] = text::lower_case(meaning.substr(0, 1))[0];
  return meaning;
}

/// One step of a path as readers know it: an entry by what its kind is called, a field by its name.
std::string step_words(const Field& field, const std::string& step, bool is_entry) {
  if (!is_entry) return plain_name(step);
  const Shape& element = field.shape->plain().element->plain();
  const std::string kind = element.is_record() ? std::string(element.record().title) : plain_name(field.name);
  return kind + ' ' + step;
}

/// `current: flow gp:spa: wait: `: everything between the section and what changed, which is left to the sentence.
std::string prefix_of(const Change& change) {
  std::string prefix;
  const std::string id = change.id();
  const RecordShape* record = &records::shape_of<model::Project>();
  const Field* field = nullptr;
  const std::size_t last = change.path.size() - (change.is_entry ? 2 : 1);
  bool is_past_id = id.empty();
  for (std::size_t i = 0; i < last; ++i) {
    const std::string& step = change.path[i];
    const bool is_entry = field != nullptr && field->shape->plain().has_entries();
    std::string words;
    if (is_entry) {
      words = step_words(*field, step, true);
      record = field->shape->plain().element->plain().is_record() ? &field->shape->plain().element->plain().record()
                                                                  : nullptr;
      if (!is_past_id && step == id && (i == 1 || i == 2 || i == 3)) {
        prefix = id + ": ";
        is_past_id = true;
        field = nullptr;
        continue;
      }
      field = nullptr;
    } else {
      field = record == nullptr ? nullptr : record->find(step);
      if (field == nullptr) break;
      const Shape& shape = field->shape->plain();
      if (shape.is_record()) {
        record = &shape.record();
        if (i > 0) words = plain_name(step);
        field = nullptr;
      }
    }
    if (is_past_id && !words.empty()) prefix += words + ": ";
  }
  return prefix;
}

std::string entry_title(const Change& change) {
  if (change.record != nullptr) return std::string(change.record->title);
  return plain_name(change.field->name);
}

bool is_place(const std::string& step) { return !step.empty() && std::isdigit(static_cast<unsigned char>(step[0])); }

/// What an entry or a group says.
std::string value_of_change(const Change& change, const text::Value& value, const text::SmallNumbers& small) {
  if (change.record != nullptr) return record_words(*change.record, value, small);
  return value_words(*change.field, value, small);
}

std::string with_colon(const std::string& words) { return words.empty() ? words : ": " + words; }

std::string entry_sentence(const Change& change, const std::string& prefix, const text::SmallNumbers& small) {
  const std::string& name = change.path.back();
  if (change.kind == Change::Kind::renamed) {
    const std::string& old_id = *change.before.as_text();
    return change.path.size() == 2 ? fmt::format("{} is now {}.", old_id, name)
                                   : fmt::format("{}{} {} is now {}.", prefix, entry_title(change), old_id, name);
  }
  const bool is_keyed = change.field->shape->plain().kind == records::Kind::keyed;
  const bool is_named =
      is_keyed || !is_place(name) || change.field->shape->plain().element->plain().kind == records::Kind::date;
  const std::string list = is_keyed || change.record == nullptr ? "" : " in " + plain_name(change.field->name);
  const std::string entry = entry_title(change) + (is_named && is_keyed ? ' ' + name : std::string()) + list;
  const std::string meaning = fmt::format(" ({})", meaning_words(*change.field));
  switch (change.kind) {
    case Change::Kind::added:
      return fmt::format("{}{}{} added{}.", prefix, entry, meaning,
                         with_colon(value_of_change(change, change.after, small)));
    case Change::Kind::removed:
      return fmt::format("{}{}{} taken out{}.", prefix, entry, meaning,
                         with_colon(value_of_change(change, change.before, small)));
    default:
      return fmt::format("{}{}{} now {}, was {}.", prefix, entry, meaning, value_of_change(change, change.after, small),
                         value_of_change(change, change.before, small));
  }
}

}  // namespace

bool is_path(const std::vector<std::string>& path, const std::vector<std::string_view>& like) {
  if (path.size() != like.size()) return false;
  for (std::size_t i = 0; i < path.size(); ++i)
    if (like[i] != "*" && like[i] != path[i]) return false;
  return true;
}

std::string section_title(std::string_view section) {
  if (section == "assessments") return "Assessment";
  if (section == "pathways") return "Pathway";
  std::string title = plain_name(section);
  if (!title.empty()) title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
  return title;
}

std::string general_sentence(const Change& change, const text::SmallNumbers& small) {
  const std::string prefix = prefix_of(change);
  if (change.is_entry) return entry_sentence(change, prefix, small);
  const std::string field =
      fmt::format("{}{} ({})", prefix, plain_name(change.field->name), meaning_words(*change.field));
  const std::string before = value_of_change(change, change.before, small);
  const std::string after = value_of_change(change, change.after, small);
  switch (change.kind) {
    case Change::Kind::added:
      return fmt::format("{} added{}.", field, with_colon(after));
    case Change::Kind::removed:
      return fmt::format("{} taken out{}.", field, with_colon(before));
    default:
      break;
  }
  if (before == after) return fmt::format("{} changed; before and after it is {}.", field, after);
  return fmt::format("{} now {}, was {}.", field, after, before);
}

std::string sentence_of(const Change& change, const Telling& telling) {
  if (!change.sentence.empty()) return change.sentence;
  std::string special = sentence_of_section(change, telling);
  return special.empty() ? general_sentence(change, telling.small) : special;
}

}  // namespace thrive::versions
