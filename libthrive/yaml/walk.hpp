// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/yaml/builder.hpp"
#include "libthrive/yaml/document.hpp"

namespace thrive::yaml {

/// Reads a file with yaml-cpp's events, which say what is there, and a walk over the bytes beside them, which finds
/// where each thing starts and ends. The walk is a check as well: yaml-cpp 0.7.0 accepts some files that are not YAML,
/// and there the bytes do not match the events. False with the reason in `problems`.
bool read_with_yaml_cpp(DocumentBuilder& builder, const Limits& limits, text::Diagnostics& problems);

}  // namespace thrive::yaml
