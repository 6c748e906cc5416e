// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/findings/severities.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::project {

/// What a check means, and what to do about it: for `thrive explain` and thrive-checks(7).
struct Explanation {
  std::string code;
  std::string area;      // the file of libthrive/data/checks it is in: "yaml", "project", "measures" ...
  std::string severity;  // error, warning or note
  std::string title;
  std::string meaning;
  std::string action;
};

/// Every explained check, by area and then in the order of its file. Read at the first call.
const std::vector<Explanation>& explanations();
/// One of them; null pointer when the code is unknown.
const Explanation* explanation(std::string_view code);
/// How severe each of them is.
const text::Severities& severities();
/// What is wrong with the files of explanations themselves.
const text::Diagnostics& explanation_problems();

/// The ones with these codes, all of them when no code is given. Unknown codes are added to `problems`.
std::vector<const Explanation*> find_explanations(const std::vector<std::string>& codes, text::Diagnostics& problems);

/// `CODE (severity): title`, then what it means and what to do, wrapped at 80 columns; a blank line between two.
std::string explanations_as_text(const std::vector<const Explanation*>& explanations);
/// The same as a list of `{"code", "area", "severity", "title", "meaning", "action"}`.
text::Value explanations_as_json(const std::vector<const Explanation*>& explanations);

}  // namespace thrive::project
