// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/yaml/builder.hpp"
#include "libthrive/yaml/document.hpp"

namespace thrive::yaml {

/// How the strict reader left a file.
enum class Reading {
  complete,  // read; the builder holds the document
  refused,   // certainly wrong; every problem that was found is named
  unknown    // YAML that the project profile does not need; another reader may know it
};

/// Reads the YAML that project files are written in: one document of block and flow collections and scalars, without
/// anchors, aliases, tags, `?` keys and directives. Goes on after a mistake, at the next line that cannot belong to it,
/// so that all mistakes are named at once. The bytes must have passed `bytes_are_clean`.
Reading read_strictly(DocumentBuilder& builder, const Limits& limits, text::Diagnostics& problems);

}  // namespace thrive::yaml
