// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"
#include "libthrive/yaml/document.hpp"

namespace thrive::yaml {

/// Checks the bytes before any reader sees them: size, UTF-8, control characters, line separators. False when the file
/// is refused. At most ten places are named for each kind of fault.
bool bytes_are_clean(const text::Source& source, const Limits& limits, text::Diagnostics& problems);

/// Looks for the marks that git leaves where two people changed the same lines. False when there are any: whatever else
/// could be said about such a file follows from them.
bool conflicts_are_settled(const text::Source& source, text::Diagnostics& problems);

/// Checks what every reader can produce: keys that stand twice in a mapping (each with the line of the first), and
/// merge keys.
void check_keys(const Document& document, text::Diagnostics& problems);

}  // namespace thrive::yaml
