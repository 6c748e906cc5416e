// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "libthrive/project/opened.hpp"

namespace thrive::project {

/// An entry that a keyed section is to get, as somebody typed it.
struct NewEntry {
  std::string section;  // `measures`, `priorities/tables`
  std::string id;
  std::vector<std::pair<std::string, std::string>> fields;  // name and what was typed, `{...}` and `[...]` for groups
};

/// Adds the entry to the changes, its fields in the order of their description and read by the rules that a project
/// file is read by. False, with every reason among the problems, when the id is none or taken, a field is wrong, given
/// twice or missing.
bool add_new_entry(const Opened& project, const NewEntry& entry, Changes& changes, text::Diagnostics& problems);

/// The first free id of a numbered kind in a section: `i01`, `i02` ...
std::string next_id(const std::vector<std::string>& taken, const std::string& letter);

}  // namespace thrive::project
