// SPDX-License-Identifier: MIT
#include "libthrive/tables/input.hpp"

#include <algorithm>
#include <memory>

namespace thrive::tables {

Input input_of(text::Source source) {
  const auto held = std::make_shared<const text::Source>(std::move(source));
  return {held->name(), [held](std::size_t offset, char* into, std::size_t most) {
            const std::string& bytes = held->bytes();
            const std::size_t count = offset < bytes.size() ? std::min(most, bytes.size() - offset) : 0;
            bytes.copy(into, count, std::min(offset, bytes.size()));
            return static_cast<std::ptrdiff_t>(count);
          }};
}

}  // namespace thrive::tables
