// SPDX-License-Identifier: MIT
//
// Who refers to what in a project, with the exact places: what a removal must know and a renaming must change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/project/opened.hpp"

namespace thrive::project {

/// A place where something is named.
struct Mention {
  Path path;          // of the value; of the entry when a key is the name
  text::Place place;  // of the value or the key
  std::string text;   // all that stands there: `spa -> gp`, `score M6`
  std::size_t begin = 0;
  std::size_t length = 0;  // of the name within `text`
  bool is_key = false;     // the name is the key of a mapping, such as a score's item
  bool may_be_words = false;

  /// The whole text with another name in its place.
  std::string renamed(std::string_view name) const;
};

/// What tells a thing from others of its kind: its id; of a recommendation `sheet/id`, as each sheet counts its own.
std::string id_of_thing(std::string_view kind, std::string_view holder, std::string_view id);

/// Everything that refers to a thing: by its id, as either end of a place, as a key, under another spelling of a word.
std::vector<Mention> mentions_of(const Opened& project, std::string_view kind, std::string_view id);
/// Where the thing itself stands: the keys of that id in the sections that define its kind. Several for a table, which
/// each assessment and the priorities define.
std::vector<Mention> definitions_of(const Opened& project, std::string_view kind, std::string_view id);

}  // namespace thrive::project
