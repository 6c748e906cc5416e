// SPDX-License-Identifier: MIT
//
// Text that somebody types on one line as a file would have it: `7.5`, `[a, 'b, c']`, `{text: Train GPs, by:
// 2024-09-01}`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thrive::records {

/// What was typed, before anybody says what it should be.
struct Typed {
  enum class Form { scalar, list, map };
  Form form = Form::scalar;
  std::string text{};      // of a scalar, without quotes
  bool is_quoted = false;  // of a scalar
  std::vector<Typed> items{};
  std::vector<std::pair<std::string, Typed>> entries{};
};

/// Reads `[...]` and `{...}`, and quotes within them; any other text is one scalar as it stands. Nothing, and what is
/// wrong, when a bracket or a quote is not closed.
std::optional<Typed> parse_typed(std::string_view text, std::string& problem);

}  // namespace thrive::records
