// SPDX-License-Identifier: MIT
#include "libthrive/journeys/describe/told.hpp"

namespace thrive::journeys {

namespace {

constexpr const char* untold = "*";

}  // namespace

text::Value value_of(const Count& count) { return count.hidden ? text::Value(untold) : text::Value(count.people); }

text::Value value_of(const Figure& figure) {
  if (figure.is_hidden()) return text::Value(untold);
  return figure.is_known() ? text::Value(figure.value) : text::Value();
}

}  // namespace thrive::journeys
