// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "libthrive/text/source.hpp"

namespace thrive::tables {

/// The bytes of a table of text, which can be read from the start as often as it takes; nothing of it is held.
struct Input {
  std::string name;  // that messages use
  /// Bytes from an offset on, at most so many: how many there were, 0 at the end, less than 0 when reading failed.
  std::function<std::ptrdiff_t(std::size_t offset, char* into, std::size_t most)> read;
};

/// A table that is in memory already.
Input input_of(text::Source source);

}  // namespace thrive::tables
