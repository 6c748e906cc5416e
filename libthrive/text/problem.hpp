// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>

#include "libthrive/text/diagnostics.hpp"

namespace thrive::text {

/// What is wrong, where, and the facts by name, without words: what the rooms below `findings` say. Who shows or judges
/// it puts it into words first (findings::put_into_words), from libthrive/data/checks. Until then it counts as an error
/// unless `severity` says otherwise.
inline Diagnostic problem(std::string code, Place place, Value::Map facts = {}, Severity severity = Severity::error) {
  return {severity, std::move(code), std::move(place), {}, {}, {}, std::move(facts)};
}

}  // namespace thrive::text
