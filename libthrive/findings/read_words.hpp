// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/findings/words.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::findings {

/// Reads the words of one area from its file. A file that is no YAML adds to `unreadable`, an entry that lacks a field
/// or has a severity that is none to `refused`.
std::vector<Words> read_words(text::Source file, const std::string& area, text::Diagnostics& unreadable,
                              std::vector<Finding>& refused);

/// Puts a site's own file in the place of the built-in words of its area. Every code must be there, and no other; a
/// sentence may name the facts that the built-in one names; an error that stops a tool stays an error. What does not
/// hold is refused, and the built-in words stay for that code.
void replace_words(text::Source file, std::vector<Words>& built_in, text::Diagnostics& unreadable,
                   std::vector<Finding>& refused);

}  // namespace thrive::findings
