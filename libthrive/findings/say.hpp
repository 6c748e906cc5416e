// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/findings/finding.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::findings {

/// A finding in words: its severity, its sentence and what to do, all from libthrive/data/checks. The place is the
/// finding's own, so of one with a path it has to be given first.
text::Diagnostic in_words(const Finding& finding);

/// Puts a problem into words that has none yet, as text::problem makes them; others stay as they are.
void put_into_words(text::Diagnostic& problem);
text::Diagnostics in_words(text::Diagnostics problems);

/// Gives a problem that was not said from the data, such as one of YAML itself, the severity that a site's own words
/// give its code.
void regrade(text::Diagnostic& problem);

/// Adds a finding to the problems, in words.
void say(text::Diagnostics& problems, const Finding& finding);

}  // namespace thrive::findings
