// SPDX-License-Identifier: MIT
//
// Any field of a project by a path that a person can type: `services/gp/wte`, `pathways/current/flows/gp:spa/per_year`,
// `ramps/r1/cycles/r1c3/end`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/records/shape.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::records {

/// An entry on the way of a path that is not there (yet): a key of a keyed section.
struct Absent {
  std::string section;  // the path of the section, `services`
  std::string id;
  std::string hint;  // `did you mean 'services/gp'?`, or empty
};

/// What a path names.
struct FieldAt {
  std::vector<std::string> path{};        // for the YAML editor: keys, and positions in lists counted from 0
  const RecordShape* owner = nullptr;     // the record that `field` is a field of
  std::vector<std::string> owner_path{};  // where that record stands
  const Field* field = nullptr;           // the last field on the path; null pointer for the project itself
  bool is_entry = false;                  // an entry of that field is named, not the field as a whole
  const Shape* shape = nullptr;           // of what is named; null pointer for the project itself
  const RecordShape* record = nullptr;    // the shape of what is named, when it is a record
  model::Rule rule{};              // for what is named: that of the field, less what concerns the field as a whole
  const void* value = nullptr;     // what is there now; null pointer when nothing is
  std::optional<Absent> absent{};  // the first entry on the way that is not there

  bool exists() const { return value != nullptr; }
  /// The present value as plain data, as a person would write it; null when nothing is there.
  text::Value present() const;
  /// What it means: the meaning of the field.
  std::string_view meaning() const { return field == nullptr ? std::string_view() : field->meaning; }
};

/// Why a path names nothing.
struct NoField {
  std::string message;  // "'services/gp' has no field 'wtee'"
  std::string hint{};   // "did you mean 'services/gp/wte'?"
};

/// Follows a path from a record, which is mostly the project. Entries of keyed sections that are not there yet are no
/// mistake here (see FieldAt::absent); fields and entries of lists that are not there are, and the nearest is offered.
std::optional<FieldAt> field_at(const RecordShape& shape, const void* record, std::string_view path, NoField& problem);
template <model::Described Record>
std::optional<FieldAt> field_at(const Record& record, std::string_view path, NoField& problem) {
  return field_at(shape_of<Record>(), &record, path, problem);
}

/// One step that may follow on a path.
struct Step {
  std::string name;
  const Field* field = nullptr;  // of a record; null pointer for entries of a section or a list
};
/// The steps that may follow: fields of a record, ids of a keyed section that are there, entries of a list.
std::vector<Step> steps_below(const FieldAt& at);

/// The rule for one entry of a field: what is said of the field as a whole is taken out.
model::Rule rule_of_entry(const Field& field, const Shape& entries);

}  // namespace thrive::records
