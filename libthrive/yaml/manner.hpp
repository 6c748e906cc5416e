// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/yaml/document.hpp"
#include "libthrive/yaml/emit.hpp"

namespace thrive::yaml {

/// How a file is written: its line endings, indentation, list style and quotes, each by the majority of its places;
/// the house style where it shows nothing.
Manner learn_manner(const Document& document);

}  // namespace thrive::yaml
