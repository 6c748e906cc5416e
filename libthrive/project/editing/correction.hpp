// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace thrive::project {

/// Something recorded that should be otherwise, as a person asks for it.
struct Correction {
  enum class Action { set, add, remove, rename };
  Action action = Action::set;
  std::string path;   // sections, ids and fields joined by `/`
  std::string value;  // set, add: the value, empty to take it away; rename: the new id
};

/// Reads `PATH=VALUE`, `PATH=ID` or, for a removal, `PATH`. Nothing, with what is wrong in `complaint` ("has no '='"),
/// when it is none.
std::optional<Correction> parse_correction(Correction::Action action, std::string_view typed, std::string& complaint);

}  // namespace thrive::project
