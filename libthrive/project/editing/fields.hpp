// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/project/opened.hpp"
#include "libthrive/records/field.hpp"

namespace thrive::project {

/// What may stand at a path, and what stands there.
struct FieldFacts {
  std::string path;     // ids that are not known yet are ID, entries of lists PLACE
  std::string meaning;  // one line
  std::string type;     // in words
  bool is_required = false;
  std::vector<std::string> words{};  // the only values allowed; empty when there is no such list
  text::Value present{};             // of a project; null when nothing is there
};

/// The fields at a path and the values there: of a group its fields, of a section or a list the fields of an entry, of
/// a single value itself. Any id and any place may stand in the path; without a project only the description is told.
/// `sections` may be left out of the path (see whole_path). Nothing, with the reason, when no field is there.
std::optional<std::vector<FieldFacts>> fields_at(const Opened* project, const std::vector<std::string>& sections,
                                                 std::string_view path, records::NoField& problem);

/// What may follow what was typed of PATH=VALUE so far: the whole text of each, sorted as the description has them. A
/// path that leads on ends in `/`, one that takes a value in `=`.
std::vector<std::string> completions(const Opened* project, const std::vector<std::string>& sections,
                                     std::string_view typed);

}  // namespace thrive::project
