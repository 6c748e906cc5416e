// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/records/shape.hpp"

namespace thrive::records {

/// What may stand behind a key, in words: `whole number, 1 or more`, `list: a word of groupings`.
std::string type_in_words(const Shape& shape, const model::Rule& rule);

}  // namespace thrive::records
