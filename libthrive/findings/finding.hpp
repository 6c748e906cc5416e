// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::findings {

/// What a finding knows, by name, in the order to tell it. Null and empty text count as not known. Two names decide
/// which of several sentences is said: `case` (a word) and `count` (a number).
using Facts = text::Value::Map;

/// One thing that a check has found: what, where, and the facts. How grave it is and what it says stands in
/// libthrive/data/checks, and nowhere else.
struct Finding {
  std::string code;                 // kebab-case, explained by `thrive explain CODE`
  std::vector<std::string> path{};  // where it stands in the project; empty when it is about no part of one
  text::Place place{};              // in a file that is no part of the project; of `path` when that is not empty
  Facts facts{};

  Finding(std::string what, std::vector<std::string> where, Facts known = {})
      : code(std::move(what)), path(std::move(where)), facts(std::move(known)) {}
  template <std::same_as<text::Place> Place>
  Finding(std::string what, Place where, Facts known = {})
      : code(std::move(what)), place(std::move(where)), facts(std::move(known)) {}
};

}  // namespace thrive::findings
