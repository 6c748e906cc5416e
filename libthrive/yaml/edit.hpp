// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/text/value.hpp"
#include "libthrive/yaml/document.hpp"

namespace thrive::yaml {

/// Replaces `length` bytes at `offset` of the original by `text`.
struct Replacement {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string text;
};

/// Why an edit was refused: nothing was changed.
struct Refusal {
  text::Place place;
  std::string message;
  std::string hint;
};

/// How a new value is written: `one_line` asks for flow style, `{a: 1}`, for it and for the groups around it that are
/// missing; `line_each` for it alone, so that each entry of a new group gets a line, as the next ones will.
enum class Layout { block, one_line, line_each };

/// One change to a document.
struct Edit {
  enum class Action { set, append, insert, remove, rename };
  Action action = Action::set;
  Path path;          // set: the value; append: the list; insert: the mapping; remove, rename: the key or item
  std::string key{};  // insert: the new key; rename: what the key becomes; a key that is there already is refused
  text::Value value{};
  Layout layout = Layout::block;
};

struct Edited {
  std::string bytes;  // the whole new file
};

/// Applies edits one after the other. Every byte outside them stays as it is; new text follows the file's indentation,
/// list style, quotes, line endings and final newline. Missing mappings on the way to the path of `set`, `append` and
/// `insert` are made. A renamed key keeps its place, its quotes and everything behind it. A mapping set over a mapping,
/// or a list over a list, changes entry by entry; keys that stay keep their order. Edits that do not get into each
/// other's way are made together and follow the manner of the file as it was before them. After each go the result is
/// read again and compared with what was meant, and the last one is read by yaml-cpp as well; on any doubt nothing is
/// changed and `refusal` says why.
std::optional<Edited> apply(const Document& document, const std::vector<Edit>& edits, Refusal& refusal);

/// The value of a node as plain data: every scalar as text, an empty value as null.
text::Value to_value(const Document& document, NodeId node);

/// A value as YAML text in the house style, for new files: two spaces, lists indented below their key, final newline.
std::string emit(const text::Value& value);

}  // namespace thrive::yaml
