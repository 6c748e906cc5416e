// SPDX-License-Identifier: MIT
//
// What `thrive explain` says of the codes.
#pragma once

#include <string>
#include <vector>

#include "libthrive/findings/words.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::findings {

/// The words for these codes, for all of them when no code is given. Unknown codes are added to `problems`.
std::vector<const Words*> find_words(const std::vector<std::string>& codes, text::Diagnostics& problems);

/// `CODE (severity): title`, then its sentences with the names of their facts, what it means and what to do, wrapped at
/// 80 columns; a blank line between two.
std::string words_as_text(const std::vector<const Words*>& explained);
/// The same as a list of `{"code", "area", "severity", "title", "says", "do", "facts", "meaning", "action"}`.
text::Value words_as_json(const std::vector<const Words*>& explained);

}  // namespace thrive::findings
