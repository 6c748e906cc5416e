// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "libthrive/yaml/edit.hpp"

namespace thrive::yaml {

/// Edits made in one go.
struct Batch {
  /// too_few: at most one edit could be made now. doubtful: the result was not what was meant.
  enum class Outcome { made, too_few, doubtful };
  Outcome outcome = Outcome::too_few;
  std::optional<Document> after{};     // when made
  std::vector<const Edit*> waiting{};  // the edits that were not, in their order; when made
};

/// Makes as many edits as do not get into each other's way, and reads the result once: many cost what one does, and the
/// length of their text. Left for later are edits inside what another one makes, edits at a place where another one
/// writes, and everything behind an edit that takes something away, renames it, or gives a place its second new value.
/// Edits that cannot be made together must be made one by one, which also says what is wrong with them.
Batch apply_together(const Document& document, const std::vector<const Edit*>& edits);

}  // namespace thrive::yaml
