// SPDX-License-Identifier: MIT
//
// Sections that stood elsewhere in an earlier version of the format. They are still read where they stood, and are
// nowhere else but at their new place: everything that works on a project sees one of them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thrive::records {

/// A field of a top-level section that has become a section of its own.
struct MovedSection {
  std::string_view within;  // the section it was a field of, which is also the title of that section's record
  std::string_view field;   // what it was called there
  std::string_view to;      // the section that it is now
};

/// All of them.
std::span<const MovedSection> moved_sections();
/// The one that a field of a record has become; null pointer when the record never had such a field.
const MovedSection* moved_from(std::string_view within, std::string_view field);
/// The one that a section was before; null pointer when it always stood where it stands.
const MovedSection* moved_to(std::string_view section);

/// The same path with the section where it stood before; empty when it always stood there.
std::vector<std::string> old_path(const std::vector<std::string>& path);
/// The same path, `/` between its steps, with the section where it stands now: `priorities/ideas/c9` is `ideas/c9`.
std::string new_path(std::string_view path);

}  // namespace thrive::records
