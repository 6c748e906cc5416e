// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/yaml/document.hpp"
#include "libthrive/yaml/edit.hpp"

namespace thrive::yaml {

/// True when `after` is `before` with exactly this edit done: the entry meant has its new value, and every other node
/// is there with the same text, written in the same way.
bool is_edited(const Document& before, const Document& after, const Edit& edit);

/// True when a node says what a value says: text as text, numbers and truth as plain scalars.
bool says(const Document& document, NodeId node, const text::Value& value);

/// True when yaml-cpp reads the document's source exactly as the document has it.
bool yaml_cpp_agrees(const Document& document);

/// What the key `path[depth]` gets when the mappings from there on are missing: the value, wrapped in them.
text::Value value_below(const Edit& edit, std::size_t depth);

}  // namespace thrive::yaml
