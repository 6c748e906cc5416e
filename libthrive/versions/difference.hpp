// SPDX-License-Identifier: MIT
//
// What two versions of a project say differently: values by the description of their fields, and not lines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/records/shape.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::versions {

/// One thing that differs.
struct Change {
  enum class Kind { added, removed, changed, renamed };
  Kind kind = Kind::changed;
  std::vector<std::string> path{};               // fields, ids, names or places (from 1) of list entries
  const records::Field* field = nullptr;         // the last field on the path; none where figures changed
  const records::RecordShape* record = nullptr;  // of the values, where they are records
  const records::RecordShape* owner = nullptr;   // the record that the field is one of
  const void* a = nullptr;                       // the values in the two versions; null where nothing is said
  const void* b = nullptr;
  const void* owner_a = nullptr;  // the records that the field is one of
  const void* owner_b = nullptr;
  bool is_entry = false;  // an entry of the field was added, removed, renamed or changed
  text::Value before{};   // as a person writes it; null where nothing is said
  text::Value after{};
  std::vector<Change> also{};  // what belongs to the same step, such as the reason given for it
  std::string sentence{};
  std::optional<std::string> attention{};  // the code of what to look at first

  /// The section of the project file: the first step.
  const std::string& section() const { return path.front(); }
  /// The entry that the change is about: of a keyed section its id, of a cycle the cycle's; empty where there is none.
  std::string id() const;
  /// The field's name; empty where an entry of a section is added, removed or renamed.
  std::string field_name() const;
};

/// The word of a kind, as JSON has it.
std::string_view kind_word(Change::Kind kind);

/// The differences in the order of the description, and within a section by id. Entries are known again by the rules of
/// identity.hpp; an entry that has another id is renamed, and what refers to it follows. A group of fields that is not
/// there says the same as one in which nothing is said. Order says something only where the field's rule has it so.
std::vector<Change> differences(const model::Project& a, const model::Project& b);

}  // namespace thrive::versions
