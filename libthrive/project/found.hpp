// SPDX-License-Identifier: MIT
//
// Findings about an open project, in words and with the places that its files give them.
#pragma once

#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/project/opened.hpp"

namespace thrive::project {

/// A finding in words; one with a path stands where that path stands.
text::Diagnostic in_words(const Opened& project, findings::Finding finding);
std::vector<text::Diagnostic> in_words(const Opened& project, const std::vector<findings::Finding>& found);

/// Findings with a path and no place yet: each gets the place of the key it is about.
std::vector<text::Diagnostic> at_their_keys(const Opened& project, std::vector<text::Diagnostic> findings);

/// Adds a finding to the problems, in words.
void say(const Opened& project, text::Diagnostics& problems, findings::Finding finding);
/// The same about an entry as a whole: it stands where the entry's key stands.
void say_of_key(const Opened& project, text::Diagnostics& problems, findings::Finding finding);

}  // namespace thrive::project
